import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiver, openStore } from '../dist/index.js';

export const endpoint = '/api/acknowledgements';
export const digest = (character) => `sha-256:${character.repeat(64)}`;

export function makeRecord(changes = {}) {
  const record = {
    id: randomUUID(),
    act: 'acknowledge',
    policy: 'social-media',
    version: '3.1',
    digest: digest('a'),
    shown: digest('b'),
    languages: { nl: 41, fr: 2 },
    statement: 'Ik heb dit gelezen en begrepen.',
    audience: ['employees'],
    at: '2026-03-01T09:30:00.000+01:00',
    ...changes,
  };
  // `undefined` takes a field away.
  return JSON.parse(JSON.stringify(record));
}

export async function makeFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'policy-receiver-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A receiver with a folder of its own (or a server's `databaseUrl`), on a port of its own. */
export async function start({ databaseUrl, ...options } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'policy-receiver-'));
  const store = await openStore({ data, databaseUrl });
  const receiver = createReceiver({ store, timeZone: 'Europe/Brussels', ...options });
  const address = await receiver.listen();
  return {
    address,
    store,
    receiver,
    async stop() {
      await receiver.close();
      await store.close();
      await rm(data, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Posts as the library does; `body` overrides the text that is sent. */
export async function post(address, record, { headers = {}, body, person } = {}) {
  const response = await fetch(address + endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': record.id ?? '',
      ...(person && { cookie: `demo-user=${person}` }),
      ...headers,
    },
    body: body ?? JSON.stringify(record),
  });
  return answerOf(response);
}

export async function get(address, path, headers = {}) {
  return answerOf(await fetch(address + path, { headers, redirect: 'manual' }));
}

async function answerOf(response) {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    type,
    text,
    json: /json/.test(type) ? JSON.parse(text) : undefined,
  };
}
