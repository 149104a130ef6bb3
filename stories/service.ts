/**
 * A server that exists only in the stories: `https://stories.invalid/` answers as a test wants it
 * to. Every other address goes where it always went.
 */
import earlier from './policies/sample-3.0.json';
import { partial, sample, small } from './policies.js';

const ORIGIN = 'https://stories.invalid/';

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

const page = (): Response =>
  new Response('<!doctype html><title>Sign in</title>', {
    headers: { 'content-type': 'text/html' },
  });

/** What the endpoint has of the reader. */
const own = (changes: object) => () =>
  json({
    records: [
      {
        id: '2f1c7d5e-8a53-4c9e-9d0b-7f6f3c1f4a52',
        act: 'acknowledge',
        policy: sample.id,
        version: sample.version,
        languages: { nl: 41 },
        statement: sample.acknowledgement.statement.nl,
        at: '2026-10-18T09:30:00.000+02:00',
        recordedAt: new Date(Date.now() - 30 * 86_400_000).toISOString(),
        receipt: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
        ...changes,
      },
    ],
  });

const ANSWERS = {
  'sample.json': () => json(sample),
  /** Where the history of the sample says its version 3.0 is. */
  'social-media-3.0.json': () => json(earlier),
  'small.json': () => json(small),
  'partial.json': () => json(partial),
  /** A request that is never answered, not even when it is given up. */
  'never.json': () => new Promise<Response>(() => {}),
  'missing.json': () => json({}, 404),
  'forbidden.json': () => json({}, 403),
  'away.json': () => json({}, 503),
  /** What an intranet sends whose session has ended. */
  'sign-in.json': page,
  'menu.json': () => json({ dishes: ['soup', 'sole'] }),
  confirmed: own({}),
  declined: own({ act: 'decline', reason: 'Ik wil eerst met de vakbond overleggen.' }),
  expired: own({ recordedAt: '2024-10-18T07:30:01.000Z' }),
  outdated: own({ version: '2.4' }),
  acknowledgements: () =>
    json(
      {
        receipt: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
        recordedAt: '2026-11-18T09:30:00.000+01:00',
      },
      201,
    ),
} satisfies Record<string, () => Response | Promise<Response>>;

export type AnswerName = keyof typeof ANSWERS;

export const address = (name: AnswerName): string => ORIGIN + name;

const elsewhere = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const name = url.startsWith(ORIGIN) ? url.slice(ORIGIN.length).split('?', 1)[0]! : undefined;
  if (name === undefined) return elsewhere.call(globalThis, input, init);
  return Object.hasOwn(ANSWERS, name) ? ANSWERS[name as AnswerName]() : json({}, 404);
};
