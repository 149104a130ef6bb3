/** What a screen reader is given: the accessibility tree of a whole policy, read in order. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../support/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const policy = JSON.parse(await readFile(`${root}stories/policies/sample.json`, 'utf8'));

const FILES = { '/policy.json': 'stories/policies/sample.json' };
const page = (lang, reading) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Test</title>
  <script type="module" src="/dist/policy-elements.js"></script>
  <main><h1>Intranet</h1><policy-viewer src="/policy.json" reading="${reading}"></policy-viewer></main></html>`;

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const [, lang, reading] = /^\/(nl|fr|en)\/(core|all)$/.exec(pathname) ?? [];
  if (lang) return response.setHeader('content-type', 'text/html').end(page(lang, reading));
  const file =
    FILES[pathname] ?? (/^\/dist\/[\w.-]+\.js$/.test(pathname) ? pathname.slice(1) : undefined);
  if (!file) return response.writeHead(404).end();
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/json');
  return response.end(await readFile(root + file));
}

/** Roles and names in the order they are read. */
function flatten(node, list = []) {
  list.push({
    role: node.role,
    name: (node.name ?? '').replace(/\s+/g, ' ').trim(),
    level: node.level,
  });
  for (const child of node.children ?? []) flatten(child, list);
  return list;
}

describe('the accessibility tree of the sample', () => {
  const server = createServer((request, response) => void answer(request, response));
  let browser;
  let address;

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Ids of the sections of the short reading. */
  const core = policy.sections
    .filter((section) => section.core || section.items?.some(({ core }) => core))
    .map(({ id }) => id);
  const readings = policy.languages.flatMap((lang) => [
    { lang, reading: 'core' },
    { lang, reading: 'all' },
  ]);
  for (const { lang, reading } of readings) {
    it(`reads in order in ${lang}, ${reading}`, async () => {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 900 });
      await tab.goto(`${address}/${lang}/${reading}`, { waitUntil: 'networkidle0' });
      const tree = flatten(
        await tab.accessibility.snapshot({ interestingOnly: false, includeIframes: false }),
      );
      await tab.close();

      const headings = tree.filter(({ role }) => role === 'heading');
      const at = (title) => headings.findIndex(({ name }) => name.includes(title.trim()));
      const shown = policy.sections.filter(({ id }) => reading === 'all' || core.includes(id));
      const sections = shown.map(({ title }) => at(title[lang]));
      assert.ok(at(policy.title[lang]) > 0, 'the title comes after that of the page');
      assert.ok(
        sections.every((place) => place > at(policy.title[lang])),
        'sections come after the title',
      );
      assert.deepEqual(
        sections,
        [...sections].sort((a, b) => a - b),
        'sections come in their order',
      );

      const levels = headings.map(({ level }) => level);
      levels.forEach((level, index) => {
        assert.ok(
          index === 0 || level - levels[index - 1] <= 1,
          `no level is left out before "${headings[index].name}"`,
        );
      });

      const pressed = [
        'button',
        'link',
        'textbox',
        'searchbox',
        'combobox',
        'checkbox',
        'radio',
        'ComboBoxMenuSelect',
      ];
      const nameless = tree.filter(({ role, name }) => pressed.includes(role) && !name);
      assert.deepEqual(nameless, [], 'everything to press or fill in has a name');

      const first = (role) => tree.findIndex((node) => node.role === role);
      assert.ok(
        first('search') > 0 && first('search') < first('navigation'),
        'search comes before the contents',
      );
    });
  }
});
