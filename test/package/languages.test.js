/**
 * A made-up language, added as CONTRIBUTING says: a file in locales/ and its name in
 * lit-localize.json. Polish, because it counts otherwise than English: one, few, many.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['hosts', 'src', 'authoring/src', 'cli/src', 'server/src', 'studio/src'];
const OTHERS = [
  'locales',
  'scripts',
  'stories/policies',
  'docs/labels.md',
  'lit-localize.json',
  'package.json',
];
const CONFIGURATION = ['package-lock.json', 'tsconfig.json', 'tsconfig.localize.json'];
const MARK = '¶';

const unitsOf = (xliff) =>
  [
    ...xliff.matchAll(
      /<trans-unit id="([^"]+)">\s*<source>([^]*?)<\/source>([^]*?)<\/trans-unit>/g,
    ),
  ].map(([, id, source]) => ({ id, source }));

/** The file of the language, with a mark at both ends of each translation. */
const translate = (xliff) =>
  xliff
    .replace('target-language="nl"', 'target-language="pl"')
    .replace(
      /<source>([^]*?)<\/source>(\s*<target>[^]*?<\/target>)?/g,
      (_, source) =>
        `<source>${source}</source>\n  <target>${MARK}${source.replace(/(?<=>|^)[^<]+/g, (text) => text.toUpperCase())}${MARK}</target>`,
    );

describe('a fourth language', () => {
  let folder;
  let loads = 0;
  const localize = () =>
    new Promise((resolve) => {
      execFile(process.execPath, ['scripts/localize.js'], { cwd: folder }, (error, _, told) =>
        resolve({ code: error?.code ?? 0, told }),
      );
    });
  const file = () => join(folder, 'locales/pl.xlf');

  /** A module of the copy, run in Node. */
  async function load(entry) {
    const outfile = join(folder, `${(loads += 1)}.mjs`);
    const options = { bundle: true, platform: 'node', format: 'esm', logLevel: 'error' };
    const contents = `export * from './${entry}';`;
    const stdin = { contents, resolveDir: folder, loader: 'ts' };
    const packages = 'external';
    await build({
      ...options,
      packages,
      stdin,
      outfile,
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    });
    return import(outfile);
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-languages-'));
    for (const path of [...SOURCES, ...OTHERS, ...CONFIGURATION])
      await cp(join(root, path), join(folder, path), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const settings = JSON.parse(await readFile(join(folder, 'lit-localize.json'), 'utf8'));
    settings.targetLocales.push('pl');
    await writeFile(join(folder, 'lit-localize.json'), JSON.stringify(settings));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is asked for label by label, with the forms it counts by', async () => {
    const { code, told } = await localize();
    assert.equal(code, 1);
    assert.match(told, /locales\/pl\.xlf: "print" is not translated/);
    assert.match(told, /locales\/pl\.xlf: "search-results\.few" is not translated/);
    assert.match(told, /locales\/pl\.xlf: "server-count\.many" is not translated/);
  });

  it('is built once the file is translated', async () => {
    const few = /(<trans-unit id="server-count\.few">[^]*?<target>)[^]*?(<\/target>)/;
    const xliff = translate(await readFile(file(), 'utf8'));
    assert.match(xliff, few);
    await writeFile(file(), xliff.replace(few, '$1kilka$2'));
    assert.deepEqual(await localize(), { code: 0, told: '' });
  });

  it('leaves no English in the pages and mails of the server', async () => {
    const { messagesIn } = await load('server/src/messages/messages.ts');
    const { mailIn } = await load('server/src/messages/mails.ts');
    const facts = { name: 'A', title: 'B', link: 'C', ask: 'D', organisation: 'E' };
    const mail = mailIn('pl', 'outstanding', facts);
    const page = messagesIn('pl');
    const texts = Object.values(page).filter((text) => typeof text === 'string');
    for (const text of [...texts, mail.subject]) assert.match(text, /^¶[^]*¶/u);
    assert.ok(texts.length > 40);
    assert.match(mail.paragraphs[0], /¶HELLO A,¶/);
  });

  it('counts in the forms of the language', async () => {
    const { messagesIn } = await load('server/src/messages/messages.ts');
    const { count } = messagesIn('pl');
    assert.equal(count(1), `${MARK}ANSWER${MARK}`);
    assert.equal(count(3), 'kilka');
    assert.equal(count(5), `${MARK}ANSWERS${MARK}`);
  });

  it('leaves no English in what the elements draw', async () => {
    const { renderPage } = await load('src/static.ts');
    const text = await readFile(join(root, 'stories/policies/sample.json'), 'utf8');
    const policy = JSON.parse(text);
    policy.languages.push('pl');
    const { html } = await renderPage(policy, { lang: 'pl' });
    const said = html
      .replace(/<style[^]*?<\/style>/g, '')
      .split(/<[^>]*>/)
      .map((text) => text.trim());
    const english = unitsOf(await readFile(file(), 'utf8'))
      .filter(({ source }) => !source.includes('<x ') && source.length > 3)
      // The policy itself falls back to Dutch, which has some of the same words.
      .filter(({ source }) => !text.includes(source))
      .map(({ source }) => source);
    assert.deepEqual(
      said.filter((text) => english.includes(text)),
      [],
    );
    assert.ok(said.filter((text) => text.startsWith(MARK)).length > 30);
  });
});
