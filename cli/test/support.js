import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const command = join(root, 'cli/bin/policy.js');
export const sample = join(root, 'stories/policies/sample.json');

/** Runs the command as somebody would; resolves to its exit code and what it wrote. */
export function policy(args, { env = {}, input, cwd = root } = {}) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  child.stdin.end(input ?? '');
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (data) => (output[name] += data));
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

/** A folder that is gone after the tests of a file. */
export function temporary(after) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small sound policy in two languages. */
export const small = () => ({
  format: 1,
  id: 'test',
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: { nl: 'Beleid', fr: 'Charte' },
  summary: { nl: 'Wat je online kunt doen.', fr: 'Ce que vous pouvez faire en ligne.' },
  organisation: { name: 'Elzenbrug' },
  contacts: [{ id: 'mira', name: 'Mira', role: { nl: 'Woordvoerder', fr: 'Porte-parole' } }],
  sections: [
    {
      id: 'rules',
      type: 'rules',
      title: { nl: 'Afspraken', fr: 'Règles' },
      items: [
        {
          id: 'rule-name',
          title: { nl: 'Spreek voor jezelf', fr: 'Parlez pour vous' },
          body: {
            nl: 'Alleen de woordvoerder spreekt in onze naam.',
            fr: 'Seul le porte-parole parle en notre nom.',
          },
          why: { nl: 'Eén stem is duidelijk.', fr: 'Une seule voix est claire.' },
        },
      ],
    },
  ],
  acknowledgement: {
    statement: { nl: 'Ik heb dit gelezen.', fr: 'J’ai lu ceci.' },
  },
});
