import { expect } from '@open-wc/testing';
import { sendRecord, SendError, type SendProblemCode } from '../../src/acknowledgement/send.js';
import { makeRecord } from '../../src/acknowledgement/record.js';
import {
  forgetPolicy,
  LoadError,
  loadPolicy,
  type LoadProblemCode,
} from '../../src/policy/load.js';
import { readUnknown } from '../../src/policy/parse.js';
import { minimal } from '../support/drafts.js';
import { until } from '../support/page.js';

let keys = 0;
const run = Math.random().toString(36).slice(2);
const at = (mood: string, query = '') => {
  const key = `${run}${keys++}`;
  return { url: `${location.origin}/moods/${mood}?key=${key}&${query}`, key };
};
const visits = async (key: string) => Number(await (await fetch(`/moods/count?key=${key}`)).text());
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error,
  );

describe('loadPolicy', () => {
  it('loads a policy once for all who ask', async () => {
    const { url, key } = at('good');
    const [one, two] = await Promise.all([loadPolicy(url), loadPolicy(url)]);
    expect(one.policy?.id).to.be.a('string');
    expect(two.policy).to.equal(one.policy);
    expect((await loadPolicy(url)).policy).to.equal(one.policy);
    expect(await visits(key)).to.equal(1);
  });

  it('asks again when told to forget', async () => {
    const { url, key } = at('good');
    await loadPolicy(url);
    forgetPolicy(url);
    await loadPolicy(url);
    expect(await visits(key)).to.equal(2);
  });

  it('reads a wrong Content-Type and a byte order mark', async () => {
    expect((await loadPolicy(at('odd').url)).policy).to.be.an('object');
  });

  it('reads letters of two bytes', async () => {
    expect((await loadPolicy(at('wide').url)).policy).to.be.an('object');
  });

  it('reads a file that was saved as ANSI', async () => {
    const draft = minimal();
    draft.summary.nl = 'Voor cliënten';
    const bytes = Uint8Array.from(JSON.stringify(draft), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes]));
    const { policy } = await loadPolicy(url);
    expect(policy?.summary).to.deep.equal({ nl: 'Voor cliënten', fr: 'Court.' });
  });

  it('tries a second time', async () => {
    const { url, key } = at('once');
    expect((await loadPolicy(url, { pause: 10 })).policy).to.be.an('object');
    expect(await visits(key)).to.equal(2);
  });

  const PROBLEMS: [string, string, LoadProblemCode, number | undefined, number][] = [
    ['status', 'code=404', 'missing', 404, 1],
    ['status', 'code=410', 'missing', 410, 1],
    ['status', 'code=403', 'refused', 403, 1],
    ['status', 'code=401', 'refused', 401, 1],
    ['status', 'code=500', 'unreachable', 500, 2],
    ['status', 'code=429', 'unreachable', 429, 2],
    ['page', '', 'not-json', undefined, 1],
    ['other', '', 'not-a-policy', undefined, 1],
    ['redirected', '', 'not-json', undefined, 1],
  ];
  for (const [mood, query, code, status, times] of PROBLEMS) {
    it(`says ${code} for ${mood} ${query}`, async () => {
      const { url, key } = at(mood, query);
      const error = await failure(loadPolicy(url, { pause: 10 }));
      expect(error).to.be.an.instanceOf(LoadError);
      expect(error).to.include({ code, status, url });
      expect(await visits(key)).to.equal(times);
    });
  }

  it('says that nobody answers', async () => {
    expect(await failure(loadPolicy('http://127.0.0.1:9/x.json', { pause: 10 }))).to.include({
      code: 'unreachable',
    });
  });

  it('gives up in time', async () => {
    expect(await failure(loadPolicy(at('slow', 'ms=3000').url, { timeout: 100 }))).to.include({
      code: 'timeout',
    });
  });

  it('asks again after a failure', async () => {
    const { url, key } = at('status', 'code=404');
    await failure(loadPolicy(url));
    await failure(loadPolicy(url));
    expect(await visits(key)).to.equal(2);
  });

  it('stops when the last reader has gone, and not before', async () => {
    const { url } = at('slow', 'ms=400');
    const [one, two] = [new AbortController(), new AbortController()];
    const first = failure(loadPolicy(url, { signal: one.signal }));
    const second = loadPolicy(url, { signal: two.signal });
    one.abort();
    expect(await first).to.include({ name: 'AbortError' });
    expect((await second).policy).to.be.an('object');
    const later = at('slow', 'ms=400').url;
    const third = new AbortController();
    const gone = failure(loadPolicy(later, { signal: third.signal }));
    third.abort();
    expect(await gone).to.include({ name: 'AbortError' });
  });

  it('shows the last good copy when the server is away, and says of when', async () => {
    const { url } = at('fading');
    const before = await loadPolicy(url);
    expect(before.copiedAt).to.equal(undefined);
    await until('the copy is kept', () => localStorage.getItem(`policy-elements:copy:${url}`));
    forgetPolicy(url);
    const copy = await loadPolicy(url, { pause: 10 });
    expect(copy.policy?.id).to.equal(before.policy?.id);
    expect(Date.now() - Date.parse(copy.copiedAt!)).to.be.within(0, 20_000);
  });

  it('shows no copy to who may not read it any more, and forgets it', async () => {
    const { url } = at('revoked');
    await loadPolicy(url);
    await until('the copy is kept', () => localStorage.getItem(`policy-elements:copy:${url}`));
    forgetPolicy(url);
    expect(await failure(loadPolicy(url))).to.include({ code: 'refused' });
    expect(localStorage.getItem(`policy-elements:copy:${url}`)).to.equal(null);
  });

  it('does without storage', async () => {
    const { url } = at('good');
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect((await loadPolicy(url)).policy).to.be.an('object');
      await new Promise((resolve) => setTimeout(resolve, 1100));
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});

describe('sendRecord', () => {
  const record = () => makeRecord(readUnknown(minimal()), { act: 'acknowledge', lang: 'nl' });

  it('sends the record with its id, and resolves to the endpoint’s word', async () => {
    const { url, key } = at('endpoint', 'receipt=a.b.c');
    const sent = record();
    expect(await sendRecord(sent, { endpoint: url, headers: { 'X-Token': 't' } })).to.deep.equal({
      recorded: true,
      recordedAt: '2026-03-01T08:30:00Z',
      receipt: 'a.b.c',
    });
    const response = await fetch(`/moods/records?key=${key}`);
    const received = (await response.json()) as { record: unknown; idempotency: string }[];
    expect(received.map(({ record, idempotency }) => ({ record, idempotency }))).to.deep.equal([
      { record: sent, idempotency: sent.id },
    ]);
  });

  const PROBLEMS: [string, SendProblemCode, boolean][] = [
    ['fail=409&error=stale-version', 'stale-version', false],
    ['fail=409&error=unknown-text', 'unknown-text', false],
    ['fail=409', 'rejected', false],
    ['fail=400', 'rejected', false],
    ['fail=403', 'forbidden', false],
    ['fail=401', 'not-signed-in', true],
    ['fail=408', 'unreachable', true],
    ['fail=425', 'unreachable', true],
    ['fail=429', 'unreachable', true],
    ['fail=500', 'server-error', true],
    ['fail=503', 'server-error', true],
  ];
  for (const [query, code, retry] of PROBLEMS) {
    it(`reads ${query} as ${code}`, async () => {
      const error = await failure(
        sendRecord(record(), { endpoint: at('endpoint', `${query}&times=9`).url }),
      );
      expect(error).to.be.an.instanceOf(SendError);
      expect(error).to.include({ code, retry });
    });
  }

  it('takes no page to sign in for a confirmation', async () => {
    const error = await failure(sendRecord(record(), { endpoint: at('redirected').url }));
    expect(error).to.include({ code: 'not-signed-in', retry: true });
  });

  it('takes a 2xx without a body for recorded, without proof', async () => {
    const { url } = at('status', 'code=204');
    expect(await sendRecord(record(), { endpoint: url })).to.deep.equal({ recorded: true });
  });

  it('gives up in time, and says that it may be tried again', async () => {
    const error = await failure(sendRecord(record(), { endpoint: at('slow').url, timeout: 100 }));
    expect(error).to.include({ code: 'timeout', retry: true });
  });
});
