import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../dist/commands.js';
import { policy, policyHere, root, temporary } from './support.js';

const folder = temporary(after);
const LANGUAGES = ['nl', 'fr', 'en'];

test('every command explains itself in three languages', async () => {
  const names = Object.keys(COMMANDS);
  const calls = names.flatMap((name) => LANGUAGES.map((lang) => [name, lang]));
  for (const [name, lang] of calls) {
    // Each language once by the program itself.
    const call = name === names[LANGUAGES.indexOf(lang)] ? policy : policyHere;
    const { code, stdout } = await call([...name.split(' '), '--help', '--messages', lang]);
    assert.equal(code, 0, name);
    assert.match(stdout, new RegExp(`policy ${name}`), name);
    assert.match(stdout, /--messages nl\|fr\|en/, name);
  }
});

test('the overview names every command', async () => {
  for (const lang of LANGUAGES) {
    const { code, stdout } = await policy(['--help', '--messages', lang]);
    assert.equal(code, 0);
    for (const name of Object.keys(COMMANDS)) assert.ok(stdout.includes(`\n  ${name}`), name);
  }
});

const WRONG = [
  [[], ''],
  [['frobnicate'], 'frobnicate'],
  [['check'], 'FILE'],
  [['check', 'a.json', '--colour'], '--colour'],
  [['check', 'a.json', '--format', 'xml'], 'sarif'],
  [['check', 'a.json', '--format'], '--format'],
  [['completion', 'powershell'], 'powershell'],
];
for (const [args, named] of WRONG) {
  test(`wrong usage is told: policy ${args.join(' ')}`, async () => {
    const { code, stdout, stderr } = await policy(args);
    assert.equal(code, 2);
    assert.ok((stderr + stdout).includes(named));
    assert.ok(!stderr.includes('    at '), stderr);
  });
}

test('a result that cannot be written is told in words', async () => {
  writeFileSync(join(folder, 'draft.md'), '# Policy\n\n## Rules\n\nBe kind.\n');
  const to = (out) =>
    policy(['import', 'draft.md', '--lang', 'en', '--out', out, '--messages', 'en'], {
      cwd: folder,
    });
  for (const out of ['.', 'new/', 'draft.md/policy.json']) {
    const { code, stderr } = await to(out);
    assert.equal(code, 1, out);
    assert.ok(stderr.startsWith(out === 'draft.md/policy.json' ? 'The file ' : out), stderr);
    assert.ok(!stderr.includes('    at '), stderr);
  }
});

test('the page about the command line names every command', () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  for (const name of Object.keys(COMMANDS))
    assert.match(page, new RegExp(`^\\| \`${name}[ \`]`, 'm'), name);
});

const runs = (shell) => {
  try {
    execFileSync(shell, ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
};
for (const shell of ['bash', 'zsh', 'fish']) {
  test(`completes in ${shell}`, async (t) => {
    const { code, stdout } = await policy(['completion', shell]);
    assert.equal(code, 0);
    for (const name of Object.keys(COMMANDS)) assert.ok(stdout.includes(name.split(' ').at(-1)));
    if (!runs(shell)) return t.diagnostic(`${shell} is not here: its syntax was not tried`);
    const script = join(folder, `completion.${shell}`);
    writeFileSync(script, stdout);
    execFileSync(shell, ['-n', script]);
  });
}

const COMPLETED = [
  ['policy ch', 'check'],
  ['policy veri', 'verify'],
  ['policy translations st', 'status'],
  ['policy check --st', '--strict'],
  ['policy translations export --fo', '--format'],
];
const SHELLS = {
  bash: (script) =>
    COMPLETED.map(([line]) => {
      const words = line.split(' ').map((word) => `'${word}'`);
      const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _policy`;
      return sh('bash', ['-c', `source ${script}; ${ask}; echo "\${COMPREPLY[@]}"`]);
    }),
  zsh: (script) => {
    const answers = `${script}.answers`;
    const program = join(root, 'cli/test/support/complete.zsh');
    sh('zsh', ['-f', program, script, answers, ...COMPLETED.map(([line]) => line)]);
    return readFileSync(answers, 'utf8').split('\n').slice(1);
  },
  fish: (script) =>
    COMPLETED.map(([line]) =>
      sh('fish', ['--no-config', '-c', `source ${script}; complete -C '${line}'`]),
    ),
};
const sh = (shell, args) =>
  execFileSync(shell, args, { timeout: 30_000, stdio: ['ignore', 'pipe', 'inherit'] }).toString();

for (const [shell, complete] of Object.entries(SHELLS)) {
  test(`${shell} itself completes commands, second commands and options`, async (t) => {
    if (!runs(shell)) return t.skip(`${shell} is not here`);
    const script = join(folder, `asked.${shell}`);
    writeFileSync(script, (await policy(['completion', shell])).stdout);
    const answers = complete(script);
    COMPLETED.forEach(([line, word], at) =>
      assert.match(answers[at], new RegExp(`(^|\\s)${word}(\\s|$)`), line),
    );
  });
}

test('the import map has the address in place of ./, and its hash', async () => {
  const { code, stdout, stderr } = await policy(['importmap', '--url', '/policy/assets']);
  assert.equal(code, 0, stderr);
  const [, text] = /^<script type="importmap">(.+)<\/script>$/m.exec(stdout);
  const { integrity } = JSON.parse(text);
  const built = JSON.parse(readFileSync(join(root, 'dist/importmap.json'), 'utf8')).integrity;
  assert.deepEqual(
    Object.keys(integrity),
    Object.keys(built).map((name) => `/policy/assets/${name.slice(2)}`),
  );
  const hash = createHash('sha256').update(text).digest('base64');
  assert.ok(stderr.includes(`'sha256-${hash}'`), stderr);
  assert.match(stdout, /src="\/policy\/assets\/policy-elements\.js" integrity="sha384-/);
});

test('an import map is refused where it would mean nothing', async () => {
  for (const url of ['assets/', '/a"b/', 'javascript:/', '']) {
    const { code, stderr } = await policy(['importmap', '--url', url]);
    assert.equal(code, 2, url);
    assert.match(stderr, /--url/);
  }
  writeFileSync(join(folder, 'importmap.json'), '{');
  const broken = await policy(['importmap', folder, '--url', '/assets/']);
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /importmap\.json is damaged/);
});
