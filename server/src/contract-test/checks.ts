import { randomUUID } from 'node:crypto';
import type { AcknowledgementRecord } from '../records/record.js';

/** One answer of the endpoint. */
export interface Answer {
  status: number;
  headers: Headers;
  type: string;
  /** The body, where it is JSON. */
  json: unknown;
}

/** What the checks ask with. */
export interface Endpoint {
  /** A record that was never sent. */
  record: () => AcknowledgementRecord;
  send: (record: AcknowledgementRecord, change?: Sent) => Promise<Answer>;
  own: (policy: string) => Promise<Answer>;
  /** Whether records are true to a published policy. */
  published: boolean;
}

export interface Sent {
  body?: string;
  headers?: Record<string, string>;
}

export interface Check {
  /** `must`: the page depends on it. `should`: it is better. */
  level: 'must' | 'should';
  name: string;
  /** Resolves to what is wrong; to nothing where all is well. */
  run: (endpoint: Endpoint) => Promise<string | undefined>;
}

const recorded = ({ status }: Answer): boolean => status >= 200 && status < 300;
const retried = ({ status }: Answer): boolean => status >= 500 || [408, 425, 429].includes(status);
const final = (answer: Answer): boolean => answer.status >= 400 && !retried(answer);

const field = ({ json }: Answer, name: string): unknown =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;

const told = (answer: Answer): string => {
  const error = field(answer, 'error');
  return `it answered ${answer.status}${typeof error === 'string' ? ` ${error}` : ''}`;
};

const refuses =
  (what: (endpoint: Endpoint) => Promise<Answer>): Check['run'] =>
  async (endpoint) => {
    const answer = await what(endpoint);
    return final(answer) ? undefined : told(answer);
  };

const must = (name: string, run: Check['run']): Check => ({ level: 'must', name, run });
const should = (name: string, run: Check['run']): Check => ({ level: 'should', name, run });

async function twice(endpoint: Endpoint): Promise<[Answer, Answer]> {
  const record = endpoint.record();
  return [await endpoint.send(record), await endpoint.send(record)];
}

const musts: Check[] = [
  must('a record is recorded: 2xx', async (endpoint) => {
    const answer = await endpoint.send(endpoint.record());
    if (recorded(answer)) return undefined;
    const hint = field(answer, 'error') === 'unknown-text' && !endpoint.published;
    return `${told(answer)}${hint ? '; name a policy that it knows with --policy' : ''}`;
  }),
  must('a decline with its reason is recorded', async (endpoint) => {
    const record = {
      ...endpoint.record(),
      act: 'decline' as const,
      reason: 'Te druk; trop occupé.',
    };
    const answer = await endpoint.send(record);
    return recorded(answer) ? undefined : told(answer);
  }),
  must('the same record again is recorded as well', async (endpoint) => {
    const [, again] = await twice(endpoint);
    return recorded(again) ? undefined : told(again);
  }),
  must('it keeps the first moment, where it tells one', async (endpoint) => {
    const [first, again] = await twice(endpoint);
    const moments = [first, again].map((answer) => field(answer, 'recordedAt'));
    if (moments[0] === undefined) return undefined;
    if (typeof moments[0] !== 'string' || Number.isNaN(Date.parse(moments[0])))
      return 'recordedAt is no date and time';
    return moments[0] === moments[1] ? undefined : 'the second recordedAt is another';
  }),
  must('ten of the same at once are all recorded', async (endpoint) => {
    const record = endpoint.record();
    const answers = await Promise.all(Array.from({ length: 10 }, () => endpoint.send(record)));
    const wrong = answers.find((answer) => !recorded(answer) && !retried(answer));
    return wrong && told(wrong);
  }),
  must(
    'what is no JSON is refused for good: 4xx',
    refuses((endpoint) => endpoint.send(endpoint.record(), { body: '{"id":' })),
  ),
  must(
    'a body without a record is refused for good',
    refuses((endpoint) => endpoint.send(endpoint.record(), { body: '{}' })),
  ),
  must('a receipt, where it gives one, is a compact JWS', async (endpoint) => {
    const receipt = field(await endpoint.send(endpoint.record()), 'receipt');
    if (receipt === undefined) return undefined;
    const compact = typeof receipt === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(receipt);
    return compact ? undefined : 'it is none';
  }),
];

const shoulds: Check[] = [
  should('the first time is 201, the second 200', async (endpoint) => {
    const statuses = (await twice(endpoint)).map(({ status }) => status);
    return statuses.join() === '201,200' ? undefined : `they were ${statuses.join(' and ')}`;
  }),
  should('it tells recordedAt', async (endpoint) => {
    const answer = await endpoint.send(endpoint.record());
    return field(answer, 'recordedAt') === undefined ? 'it does not' : undefined;
  }),
  should('it gives a receipt, the same each time', async (endpoint) => {
    const [first, again] = (await twice(endpoint)).map((answer) => field(answer, 'receipt'));
    if (first === undefined) return 'it gives none';
    return first === again ? undefined : 'the second receipt is another';
  }),
  should('other content under an id that was recorded is 409', async (endpoint) => {
    const record = endpoint.record();
    await endpoint.send(record);
    const answer = await endpoint.send({ ...record, at: '2020-01-01T00:00:00.000Z' });
    return answer.status === 409 ? undefined : told(answer);
  }),
  should(
    'another Idempotency-Key than the id is refused',
    refuses((endpoint) =>
      endpoint.send(endpoint.record(), { headers: { 'idempotency-key': randomUUID() } }),
    ),
  ),
  should(
    'a content type that a form of another site can send is refused',
    refuses((endpoint) =>
      endpoint.send(endpoint.record(), { headers: { 'content-type': 'text/plain' } }),
    ),
  ),
  should(
    'a page of another site is refused',
    refuses((endpoint) =>
      endpoint.send(endpoint.record(), {
        headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      }),
    ),
  ),
  should(
    'a body of a megabyte is refused',
    refuses((endpoint) => {
      const record = { ...endpoint.record(), statement: 'x'.repeat(1_000_000) };
      return endpoint.send(record, { body: JSON.stringify(record) });
    }),
  ),
  should('errors are application/problem+json', async (endpoint) => {
    const answer = await endpoint.send(endpoint.record(), { body: '{}' });
    return answer.type.startsWith('application/problem+json') ? undefined : `it was ${answer.type}`;
  }),
  should("GET answers the reader's own records", async (endpoint) => {
    const record = endpoint.record();
    await endpoint.send(record);
    const answer = await endpoint.own(record.policy);
    const records = field(answer, 'records');
    if (!Array.isArray(records)) return told(answer);
    const found = records.filter((each) => (each as { id?: unknown }).id === record.id);
    return found.length === 1 ? undefined : `the record was there ${found.length} times`;
  }),
  should('nothing of it is cached: no-store', async (endpoint) => {
    const { headers } = await endpoint.send(endpoint.record());
    return headers.get('cache-control')?.includes('no-store') ? undefined : 'it does not say so';
  }),
  should('a text that was not published is 409 unknown-text', async (endpoint) => {
    const record = { ...endpoint.record(), digest: `sha-256:${'0'.repeat(64)}` };
    const answer = await endpoint.send(record);
    return field(answer, 'error') === 'unknown-text' ? undefined : told(answer);
  }),
];

export const checks: readonly Check[] = [...musts, ...shoulds];
