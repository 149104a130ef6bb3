/** A server as bad as real ones: `/moods/<mood>?...` for tests of loading and sending. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const policies = fileURLToPath(new URL('../../stories/policies/', import.meta.url));
const sample = `${policies}small.json`;
const counts = new Map();
const records = new Map();
const stored = new Map();
const sessions = new Map();
const outages = new Set();

function keep(key, record, { receipt, on = '2026-03-01T08:30:00Z' }) {
  const all = stored.get(key) ?? new Map();
  stored.set(key, all);
  const answer = all.get(record.id) ?? { ...record, recordedAt: on, ...(receipt && { receipt }) };
  all.set(record.id, answer);
  return { recordedAt: answer.recordedAt, ...(receipt && { receipt }) };
}

function problem(context, status, error) {
  context.status = status;
  context.type = 'application/problem+json';
  context.body = JSON.stringify({ error });
}

/** For whoever is not signed in: by a status, or by the way to a page of another site. */
function shut(context, status) {
  if (status !== 302) return problem(context, status, 'not-signed-in');
  context.status = 302;
  context.set('location', 'https://sign-in.invalid/?back=1');
}

const body = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const MOODS = {
  async good(context) {
    context.type = 'application/json';
    context.body = await readFile(sample, 'utf8');
  },
  async earlier(context) {
    context.type = 'application/json';
    context.body = await readFile(`${policies}sample-3.0.json`, 'utf8');
  },
  /** Not what `Content-Type` says, and with a byte order mark. */
  /** As some programs of Windows write it, with nothing that says so. */
  async wide(context) {
    context.type = 'json';
    context.body = Buffer.from(await readFile(sample, 'utf8'), 'utf16le');
  },
  async odd(context) {
    context.type = 'text/plain; charset=latin1';
    context.body = `\ufeff${await readFile(sample, 'utf8')}`;
  },
  /** Fails the first time of each key. */
  async once(context, key) {
    if (counts.get(key) === 1) context.status = 503;
    else await MOODS.good(context);
  },
  /** Well the first time, then away. */
  async fading(context, key) {
    if (counts.get(key) === 1) await MOODS.good(context);
    else context.status = 503;
  },
  async revoked(context, key) {
    if (counts.get(key) === 1) await MOODS.good(context);
    else context.status = 403;
  },
  async status(context) {
    context.status = Number(context.query.code);
    context.body = 'no';
  },
  async page(context) {
    context.type = 'text/html';
    context.body = '<!doctype html><title>Sign in</title>';
  },
  async comma(context) {
    context.body = '{"title": "Beleid",}';
  },
  async other(context) {
    context.type = 'application/json';
    context.body = '{"hello":"world"}';
  },
  async slow(context) {
    await new Promise((resolve) => setTimeout(resolve, Number(context.query.ms ?? 3000)));
    await MOODS.good(context);
  },
  /**
   * An endpoint for acknowledgements. `fail` answers a status so many times first, with `wait` as
   * its Retry-After; `lose` breaks off so many times after it has stored; `gate` is the status for
   * whoever is not signed in, 302 for the way to where one signs in; `blind` neither gets the header
   * that says whose a record is, nor looks into its body; `away` fails so often when it is asked
   * what it has; `published` are the texts it takes, as JSON; `bare` answers no more than
   * that it has it.
   */
  async endpoint(context, key) {
    if (context.method === 'GET') return MOODS.own(context, key);
    const { fail, times = '1', error, wait, lose, html, ms, gate, blind, bare } = context.query;
    const reader = sessions.get(key);
    const record = JSON.parse(await body(context.req));
    const attempt = { record, idempotency: context.get('idempotency-key'), time: Date.now() };
    const seen = [...(records.get(key) ?? []), attempt];
    records.set(key, seen);
    if (ms) await new Promise((resolve) => setTimeout(resolve, Number(ms)));
    if (html) return MOODS.page(context);
    if (gate && !reader) return shut(context, Number(gate));
    const named = blind ? '' : context.get('acknowledgement-reader');
    if (named && named !== reader) return problem(context, 409, 'other-reader');
    if (fail && seen.length <= Number(times)) {
      if (wait) context.set('retry-after', wait);
      return problem(context, Number(fail), error);
    }
    const stored = keep(key, record, context.query);
    if (lose && seen.length <= Number(lose)) return context.req.socket.destroy();
    context.status = bare ? 202 : 201;
    if (bare) return void (context.body = '');
    context.type = 'application/json';
    context.body = JSON.stringify(stored);
  },
  /** What the endpoint has stored, each record once. */
  async own(context, key) {
    counts.set(`${key} asked`, (counts.get(`${key} asked`) ?? 0) + 1);
    const { mute, gate, away, published } = context.query;
    const reader = sessions.get(key);
    if (mute) return MOODS.page(context);
    if (outages.has(key)) return problem(context, 503);
    if (away && counts.get(`${key} asked`) <= Number(away)) return problem(context, 503);
    if (gate && !reader) return shut(context, Number(gate));
    const own = [...(stored.get(key)?.values() ?? [])];
    context.type = 'application/json';
    context.body = JSON.stringify({
      ...(reader && { reader }),
      records: own,
      ...(published && { published: JSON.parse(published) }),
    });
  },
  /** From now on, this is who is signed in at the endpoint. */
  async signin(context, key) {
    sessions.set(key, context.query.reader);
    context.body = 'welcome';
  },
  /** From now on, the endpoint cannot say what it has. */
  async outage(context, key) {
    outages.add(key);
    context.body = 'away';
  },
  /** What the endpoint has from before. */
  async store(context, key) {
    const record = JSON.parse(await body(context.req));
    stored.set(key, new Map([...(stored.get(key) ?? []), [record.id, record]]));
    context.body = 'kept';
  },
  async redirected(context) {
    context.redirect('/moods/page');
  },
  async records(context, key) {
    context.body = JSON.stringify(records.get(key) ?? []);
  },
  async count(context, key) {
    context.body = String(counts.get(key) ?? 0);
  },
};

export async function serverWithMoods(context, next) {
  const mood = /^\/moods\/([a-z]+)$/.exec(context.path)?.[1];
  if (!mood || !Object.hasOwn(MOODS, mood)) return next();
  const key = context.query.key ?? '';
  // Each mood counts its own visits, so that asking for the count is none.
  if (mood !== 'count' && mood !== 'records') counts.set(key, (counts.get(key) ?? 0) + 1);
  context.set('cache-control', 'no-store');
  await MOODS[mood](context, key);
}
