/** `policy init` asks on a terminal: a real one, made by `script`. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readPolicy } from 'policy-elements';
import { command, policy, temporary } from './support.js';

const folder = temporary(after);
const hasTerminal = () => {
  try {
    // The one of util-linux; others have other options.
    return execFileSync('script', ['--version']).toString().includes('util-linux');
  } catch {
    return false;
  }
};

/** Answers what is asked, in turn; resolves to what was on the screen. */
function converse(line, answers) {
  const child = spawn('script', ['-qec', `stty cols 100 rows 40; ${line}`, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, LANG: 'C', TERM: 'xterm' },
  });
  let screen = '';
  const left = [...answers];
  child.stdout.setEncoding('utf8').on('data', (data) => {
    screen += data;
    const [asked, keys] = left[0] ?? [];
    if (asked && screen.includes(asked)) {
      left.shift();
      // The question is on the screen before its keys are listened to.
      setTimeout(() => child.stdin.write(keys), 500);
    }
  });
  const end = setTimeout(() => child.kill(), 50_000);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(end);
      resolve({ code, screen, unasked: left.map(([asked]) => asked) });
    }),
  );
}

const ENTER = '\r';
// The cursor stands on the first letter of the file's name that is proposed.
const QUESTIONS = {
  nl: ['sector', 'talen', 'organisatie'],
  en: ['sector', 'languages', 'organisation'],
};

for (const [lang, [sector, languages, organisation]] of Object.entries(QUESTIONS)) {
  test(`asks for sector, languages, name and file, in ${lang}`, { timeout: 60_000 }, async (t) => {
    if (!hasTerminal()) return t.skip('there is no `script` of util-linux here');
    const file = `asked-${lang}.json`;
    const { code, screen, unasked } = await converse(
      `${process.execPath} ${command} init --messages ${lang}`,
      [
        [sector, ENTER],
        [languages, ENTER],
        [organisation, `De Linde${ENTER}`],
        ['olicy.json', file + ENTER],
      ],
    );
    assert.deepEqual([code, unasked], [0, []], screen);
    const made = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    assert.deepEqual(made.languages, [lang]);
    assert.equal(made.organisation.name, 'De Linde');
    assert.ok(readPolicy(made).policy);
  });
}

test('stopped with Ctrl-C it writes nothing, and says so', { timeout: 60_000 }, async (t) => {
  if (!hasTerminal()) return t.skip('there is no `script` of util-linux here');
  const { code, screen } = await converse(`${process.execPath} ${command} init --messages en`, [
    ['sector', '\u0003'],
  ]);
  assert.equal(code, 1);
  assert.ok(!screen.includes('    at '), screen);
});

test('without a terminal it says which options it needs', async () => {
  const { code, stderr } = await policy(['init', '--messages', 'en']);
  assert.equal(code, 2);
  assert.match(stderr, /--sector care\|/);
});
