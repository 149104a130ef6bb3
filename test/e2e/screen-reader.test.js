/**
 * What Chromium makes for a screen reader that is attached: all of the policy, from the start. What
 * waits with its layout until it comes near is in that tree without its paragraphs, so that no list
 * of ordinary length may wait.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../support/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = JSON.parse(await readFile(`${root}stories/policies/sample.json`, 'utf8'));

const LISTS = ['rules', 'guidelines', 'faq', 'profiles'];

/** The sample with lists of so many items, each with a text that no other item has. */
function withItems(count) {
  const policy = structuredClone(sample);
  delete policy.translations;
  for (const section of policy.sections.filter(({ type }) => LISTS.includes(type))) {
    const [first] = section.items;
    section.items = Array.from({ length: count }, (_, at) => ({
      ...first,
      id: `${section.id}-${at}`,
      ...{
        rules: { title: `Regel ${at}`, body: `Wat regel ${at} vraagt.` },
        guidelines: { title: `Richtlijn ${at}`, body: `Wat richtlijn ${at} zegt.` },
        faq: { question: `Vraag ${at}?`, answer: `Antwoord ${at}.` },
        profiles: { url: `https://www.example.com/${section.id}-${at}` },
      }[section.type],
    }));
  }
  return policy;
}

const page = (count) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Test</title>
  <script type="module" src="/dist/policy-elements.js"></script>
  <main><h1>Intranet</h1><policy-viewer src="/${count}.json" reading="all"></policy-viewer></main></html>`;

async function answer(request, response) {
  const [, count, json] = /^\/(\d+)(\.json)?$/.exec(request.url) ?? [];
  if (json) return response.end(JSON.stringify(withItems(Number(count))));
  response.setHeader('content-type', count ? 'text/html' : 'text/javascript');
  if (count) return response.end(page(count));
  if (!/^\/dist\/[\w.-]+\.js$/.test(request.url)) return response.writeHead(404).end();
  return response.end(await readFile(root + request.url.slice(1)));
}

/** All that the browser tells a screen reader, by role; of a paragraph the text in it. */
async function treeOf(tab) {
  const session = await tab.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const text = ({ role, name, childIds = [] }) =>
    role?.value === 'StaticText'
      ? (name?.value ?? '')
      : childIds.map((id) => text(byId.get(id) ?? {})).join('');
  const told = nodes.filter(({ ignored }) => !ignored);
  const named = (role) =>
    told.filter((node) => node.role?.value === role).map(({ name }) => name?.value ?? '');
  return {
    headings: named('heading'),
    links: named('link'),
    texts: named('StaticText'),
    paragraphs: told.filter(({ role }) => role?.value === 'paragraph').map(text),
  };
}

const all = (count, text) => Array.from({ length: count }, (_, at) => text(at));
const absent = (wanted, found) =>
  wanted.filter((text) => !found.some((each) => each.includes(text)));

describe('with a screen reader attached', () => {
  const server = createServer((request, response) => void answer(request, response));
  let browser;

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser({ full: true, args: ['--force-renderer-accessibility'] });
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function tree(count) {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(`http://127.0.0.1:${server.address().port}/${count}`, {
      waitUntil: 'networkidle0',
    });
    const found = await treeOf(tab);
    await tab.close();
    return found;
  }

  for (const count of [30, 100]) {
    it(`lists of ${count} items are there whole, paragraphs included`, async () => {
      const { headings, paragraphs, links } = await tree(count);
      const named = [
        ...all(count, (at) => `Regel ${at}`),
        ...all(count, (at) => `Richtlijn ${at}`),
        ...all(count, (at) => `Vraag ${at}?`),
      ];
      const written = [
        ...all(count, (at) => `Wat regel ${at} vraagt.`),
        ...all(count, (at) => `Wat richtlijn ${at} zegt.`),
      ];
      assert.deepEqual(absent(named, headings), []);
      assert.deepEqual(absent(written, paragraphs), []);
      assert.ok(links.length > count);
    });
  }

  it('lists of 150 items, of which most wait, are there with every heading and text', async () => {
    const { headings, texts } = await tree(150);
    assert.deepEqual(
      absent(
        all(150, (at) => `Richtlijn ${at}`),
        headings,
      ),
      [],
    );
    assert.deepEqual(
      absent(
        all(150, (at) => `Wat richtlijn ${at} zegt.`),
        texts,
      ),
      [],
    );
  });
});
