import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRecord as makeSoundRecord, readPolicy } from 'policy-elements';
import {
  createPolicyServer,
  Drafts,
  openDatabase,
  Signer,
  Store,
  Publications,
} from '../dist/index.js';
import { fill } from './template.js';

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

/** A small sound policy in two languages, with audiences. */
export function makePolicy(changes = {}) {
  const policy = {
    format: 1,
    id: 'small',
    version: '1.0',
    status: 'published',
    languages: ['nl', 'fr'],
    title: { nl: 'Beleid', fr: 'Charte' },
    summary: { nl: 'Kort.', fr: 'Bref.' },
    organisation: { name: 'Huis' },
    audiences: [
      { id: 'staff', title: { nl: 'Vast', fr: 'Fixe' } },
      { id: 'hired', title: { nl: 'Ingehuurd', fr: 'Externe' } },
    ],
    sections: [
      { id: 'why', type: 'text', title: { nl: 'Waarom', fr: 'Pourquoi' }, body: { nl: 'Daarom.' } },
      {
        id: 'rules',
        type: 'text',
        title: { nl: 'Regels', fr: 'Règles' },
        body: { nl: 'Wees jezelf.', fr: 'Soyez vous-même.' },
        audience: ['staff'],
      },
    ],
    acknowledgement: { statement: { nl: 'Ik heb dit gelezen.', fr: 'J’ai lu ceci.' } },
    ...changes,
  };
  return JSON.parse(JSON.stringify(policy));
}

/** What the page makes of a deed. */
export const readerRecord = (policy, deed = {}) => ({
  ...makeSoundRecord(readPolicy(policy), { act: 'acknowledge', lang: 'nl', ...deed }),
});

const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));

/** The program itself; `address` once it answers, `exit` its code, and all it wrote. */
export function launch(t, args, environment = {}, cwd = process.cwd()) {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, ...environment },
  });
  t.after(() => child.kill('SIGKILL'));
  const run = { child, out: '', err: '' };
  run.exit = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  run.address = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      run.out += chunk;
      const address = /answers on (http:\S+)/.exec(run.out)?.[1];
      if (address) resolve(address);
    });
    child.stderr.on('data', (chunk) => (run.err += chunk));
    child.on('close', () => reject(new Error(`ended early: ${run.err}`)));
  });
  run.address.catch(() => {});
  return run;
}

export async function makeFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'policy-server-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A folder as a server leaves it after its first start: to make one anew takes seconds. */
export async function makeData(t) {
  const data = await makeFolder(t);
  await fill(data);
  return data;
}

/**
 * A server with a folder of its own (or a server's `databaseUrl`), on a port of its own. With
 * policies to `publish` it checks records against them, and signs receipts.
 */
export async function start({ databaseUrl, publish, ...options } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'policy-server-'));
  if (databaseUrl === undefined) await fill(data);
  const database = await openDatabase({ data, databaseUrl });
  const folder = join(data, 'keys');
  const signer = publish && (await Signer.open(database, { folder, issuer: 'test' }));
  const publications = publish && new Publications(database, true);
  for (const policy of publish ?? []) await publications.publish(policy);
  const store = new Store(database, signer);
  const drafts = new Drafts(database);
  const all = { store, publications, drafts, signer, timeZone: 'Europe/Brussels', ...options };
  const server = createPolicyServer(all);
  const address = await server.listen();
  return {
    address,
    database,
    store,
    publications,
    drafts,
    signer,
    keys: folder,
    server,
    async stop() {
      await server.close();
      signer?.close();
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
