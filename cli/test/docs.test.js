import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { policy, root, small, temporary } from './support.js';

const examples = (page, language) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```/gm)]
    .filter((match) => match[1] === language)
    .flatMap((match) => match[2].trim().split('\n'))
    .map((line) => line.trim());

const folder = (name) => {
  const cwd = join(temporary(after), name);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'policy.json'), JSON.stringify({ ...small(), id: 'policy' }, null, 2));
  return cwd;
};
const run = async (line, cwd) => {
  const { code, stderr } = await policy(line.split(' ').slice(1), { cwd });
  assert.equal(code, 0, `${line}: ${stderr}`);
  return stderr;
};

test('a typo corrected and published: nobody has to confirm again', async () => {
  const cwd = folder('typo');
  const file = join(cwd, 'policy.json');
  await run('policy translations accept policy.json', cwd);
  await run('policy publish policy.json --to site', cwd);
  const text = readFileSync(file, 'utf8')
    .replace('"1.0"', '"1.1"')
    .replace('duidelijk.', 'duidelik.');
  writeFileSync(file, text);
  const began = Date.now();
  const said = [];
  for (const line of examples('docs/authoring.md', 'sh')) said.push(await run(line, cwd));
  assert.match(said.join(), /MINOR: nobody has to confirm again/);
  assert.ok(Date.now() - began < 120_000);
});

for (const [page, least] of [
  ['docs/command-line.md', 8],
  ['docs/static.md', 1],
  ['docs/upgrading.md', 1],
  ['docs/embedding.md', 1],
]) {
  test(`every example of ${page} runs`, async () => {
    const cwd = folder(page.replace(/\W/g, '-'));
    const lines = examples(page, 'sh').filter((line) => line.startsWith('policy '));
    assert.ok(lines.length >= least);
    // What somebody copied to their site.
    mkdirSync(join(cwd, 'assets'));
    mkdirSync(join(cwd, 'policies'));
    copyFileSync(join(cwd, 'policy.json'), join(cwd, 'policies/social-media.json'));
    for (const name of ['importmap.json', 'parts.json'])
      copyFileSync(join(root, 'dist', name), join(cwd, 'assets', name));
    for (const line of lines) await run(line, cwd);
  });
}

test('the page of the command line lists every command', async () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  const { stdout } = await policy(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?=$| )/gm)].filter(
    ([, command]) => command !== 'help',
  );
  assert.ok(commands.length >= 14, stdout);
  for (const [, command] of commands)
    assert.match(page, new RegExp(`^\\| ` + '`' + `${command}\\b`, 'm'), command);
});

test('the recipes for GitHub and for commits run', async () => {
  const cwd = folder('recipes');
  const lines = examples('docs/authoring.md', 'yaml').filter((line) =>
    /^(- run|entry):/.test(line),
  );
  assert.equal(lines.length, 2);
  for (const line of lines) {
    const [, args] = /@policy-elements\/cli (.*)$/.exec(line);
    // A hook is given the files that changed.
    await run(`policy ${args}${line.startsWith('entry') ? ' policy.json' : ''}`, cwd);
  }
});
