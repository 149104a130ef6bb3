/** A new version copied over an old one, whatever browsers and proxies have kept of it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { PART_FILES } from '../../dist/ssr/part-files.js';
import { STRICT } from '../package/page.js';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, partAddress, root, serve } from './site.js';

const KEPT = { 'cache-control': 'max-age=31536000' };
const ELEMENTS = ['policy-quiz', 'policy-contacts', 'policy-acknowledgement', 'policy-search'];
const LATE = ['quiz', 'contacts'].map((type) => `policy-${type}`);
const body = '<policy-viewer src="/policies/sample.json"></policy-viewer>';
const pageWith = (query, { lang = 'nl', head = '' } = {}) =>
  html(body, {
    lang,
    head: `${head}<script type="module" src="/assets/policy-elements.js${query}"></script>`,
  });

const files = new Map(
  await Promise.all(
    (await readdir(join(root, 'dist')))
      .filter((name) => /^policy-elements(?!\.(all|tools)).*\.js$/.test(name))
      .map(async (name) => [name, await readFile(join(root, 'dist', name), 'utf8')]),
  ),
);

/**
 * The next version: every part has another name, and what the file shares with its parts another
 * key, so that a part of one version and the file of the other fail as soon as they meet.
 */
const next = new Map(
  [...files].map(([name, text]) => [
    renamed(name),
    renamed(text).replace(/(?<=[.{,])_(\d+)\b/g, (_, number) => `_${Number(number) + 100}`),
  ]),
);
function renamed(text) {
  return Object.values(PART_FILES).reduce(
    (all, file) => all.replaceAll(file, file.replace(/-([a-z0-9]{4})(.{4})\.js$/, '-$2$1.js')),
    text,
  );
}

const execute = promisify(execFile);
const policy = async (...args) =>
  (await execute(process.execPath, [join(root, 'cli/bin/policy.js'), ...args])).stdout;

/** In the page: every element of the viewer has a shadow root with something in it. */
const allDrawn = (tags) => {
  const { shadowRoot } = document.querySelector('policy-viewer');
  return tags.every((tag) => shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector('.content'));
};
/** In the page: what stands in the place of an element that could not be fetched. */
const noteOf = (tag) => {
  const { shadowRoot } = document.querySelector('policy-viewer');
  const note = shadowRoot?.querySelector(tag)?.firstElementChild?.shadowRoot;
  return note?.querySelector('[role=alert]')?.textContent.replace(/\s+/g, ' ').trim();
};
const pressRetry = (tag) => {
  const { shadowRoot } = document.querySelector('policy-viewer');
  shadowRoot.querySelector(tag).firstElementChild.shadowRoot.querySelector('button').click();
};

describe('an upgrade', () => {
  let site;
  let browser;
  let context;
  before(async () => {
    site = await serve({});
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(() => {
    for (const path of Object.keys(site.pages)) delete site.pages[path];
  });

  /** Copies files into the folder the site serves, over what is there. */
  const copy = (folder, keep = () => true) => {
    for (const [name, text] of folder)
      if (keep(name)) site.pages[`/assets/${name}`] = { body: text, headers: KEPT };
  };
  /** A deployment that leaves nothing of the version before. */
  const remove = (folder, keep = () => false) => {
    for (const name of folder.keys())
      if (!keep(name)) site.pages[`/assets/${name}`] = { status: 404, body: '', headers: {} };
  };
  const isEntry = (name) => name === 'policy-elements.js';

  /** A browser that has been here before, unless it is told to forget. */
  async function visit(path, { fresh = false } = {}) {
    if (fresh) await context?.close();
    if (fresh || !context) context = await browser.createBrowserContext();
    const opened = await newPage(context);
    await opened.page.goto(site.address + path);
    return opened;
  }
  async function seesAll(path) {
    const { page, complaints } = await visit(path);
    await page.waitForFunction(allDrawn, { timeout: 20_000 }, ELEMENTS);
    assert.deepEqual(complaints, []);
    await page.close();
  }

  it('loses nothing where a browser has kept the old parts', async () => {
    copy(files);
    site.pages['/'] = pageWith('?ver=1');
    await seesAll('/');
    copy(next);
    site.pages['/'] = pageWith('?ver=2');
    await seesAll('/');
  });

  it('loses nothing where a proxy serves the old file, with the new parts beside it', async () => {
    copy(files);
    copy(next, (name) => !isEntry(name));
    site.pages['/'] = pageWith('?ver=3');
    await seesAll('/');
  });

  for (const [lang, words] of [
    ['nl', 'Dit deel kon niet geladen worden. Controleer de verbinding. Opnieuw proberen'],
    ['fr', 'Cette partie n’a pas pu être chargée. Vérifiez la connexion. Réessayer'],
    ['en', 'This part could not be loaded. Check the connection. Try again'],
  ]) {
    it(`says in its place what could not be fetched, and fetches it again: ${lang}`, async () => {
      copy(files);
      const gone = [partAddress('interactive-sections'), partAddress('directory-sections')];
      for (const path of gone) site.pages[path] = { status: 404, body: '', headers: {} };
      site.pages['/'] = pageWith(`?ver=${lang}`, { lang });
      const { page } = await visit('/', { fresh: true });
      for (const tag of LATE) {
        await page.waitForFunction(noteOf, { timeout: 20_000 }, tag);
        assert.equal(await page.evaluate(noteOf, tag), words);
      }
      // Still away: the note stays. There again: every element of the part is drawn.
      await page.evaluate(pressRetry, LATE[0]);
      await page.waitForNetworkIdle({ idleTime: 200 });
      assert.equal(await page.evaluate(noteOf, LATE[0]), words);
      copy(files);
      for (const tag of LATE) await page.evaluate(pressRetry, tag);
      await page.waitForFunction(allDrawn, { timeout: 20_000 }, ELEMENTS);
      for (const tag of LATE) assert.equal(await page.evaluate(noteOf, tag), undefined);
      await page.close();
    });
  }

  it('tells so too where the old file is left and the old parts are gone', async () => {
    copy(files, isEntry);
    remove(files, isEntry);
    copy(next, (name) => !isEntry(name));
    site.pages['/'] = html('<policy-quiz src="/policies/sample.json">Toets</policy-quiz>', {
      head: '<script type="module" src="/assets/policy-elements.js?ver=4"></script>',
    });
    const { page } = await visit('/', { fresh: true });
    const told = () =>
      document.querySelector('policy-quiz').firstElementChild?.shadowRoot?.textContent ?? '';
    await page.waitForFunction(`(${told})().includes('This part could not be loaded')`);
    assert.match(
      await page.evaluate(() => document.querySelector('policy-quiz').textContent),
      /Toets/,
    );
    await page.close();
  });

  it('is one library where a script asks for the file by another address', async () => {
    copy(files);
    site.pages['/own.js'] = {
      body: `import { showSectionsWith, register, forgetPolicy, recogniseAccount } from '/assets/policy-elements.js';
        customElements.define('own-quiz', class extends HTMLElement {
          connectedCallback() { this.textContent = typeof this.policy; }
        });
        showSectionsWith('quiz', 'own-quiz');
        globalThis.told = { register, forgetPolicy, verdict: await recogniseAccount('@x', []) };`,
    };
    site.pages['/'] = pageWith('?ver=5', {
      head: '<script type="module" src="/own.js"></script>',
    }).replace('</head>', '<script type="module" src="/own.js"></script></head>');
    const { page, complaints } = await visit('/');
    await page.waitForFunction(
      () => document.querySelector('policy-viewer').shadowRoot?.querySelector('own-quiz'),
      { timeout: 20_000 },
    );
    assert.deepEqual(await page.evaluate(() => Object.keys(globalThis.told)), [
      'register',
      'forgetPolicy',
      'verdict',
    ]);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('keeps a part out that is not what the import map says', async () => {
    const { integrity } = JSON.parse(await readFile(join(root, 'dist/importmap.json'), 'utf8'));
    const map = Object.fromEntries(
      Object.entries(integrity).map(([name, hash]) => [name.replace('./', '/assets/'), hash]),
    );
    const head = `<script type="importmap">${JSON.stringify({ integrity: map })}</script>`;
    copy(files);
    site.pages['/'] = pageWith('?ver=6', { head });
    await seesAll('/');
    const path = partAddress('interactive-sections');
    site.pages[path] = {
      body: `${files.get(path.slice(8))}\n`,
      headers: { 'cache-control': 'no-store' },
    };
    const { page } = await visit('/', { fresh: true });
    await page.waitForFunction(noteOf, { timeout: 20_000 }, 'policy-quiz');
    await page.close();
  });

  it('keeps it out on a strict page as well, by the hash that the command line says', async () => {
    const folder = join(root, 'dist');
    const told = await policy('importmap', folder, '--url', '/assets/', '--json');
    const { html: head, csp } = JSON.parse(told);
    const path = partAddress('interactive-sections');
    copy(files);
    site.pages[path] = {
      body: `${files.get(path.slice(8))}\n`,
      headers: { 'cache-control': 'no-store' },
    };
    const strictly = async (allowed) => {
      site.pages['/'] = {
        body: html(body, { lang: 'nl', head }),
        headers: {
          'content-security-policy': STRICT.replace("script-src 'self'", `script-src ${allowed}`),
        },
      };
      return (await visit('/', { fresh: true })).page;
    };
    const checked = await strictly(`'self' ${csp}`);
    await checked.waitForFunction(noteOf, { timeout: 20_000 }, 'policy-quiz');
    await checked.close();
    // Without it the map is not read, and the part is taken as it is.
    const unchecked = await strictly("'self'");
    await unchecked.waitForFunction(allDrawn, { timeout: 20_000 }, ELEMENTS);
    await unchecked.close();
  });
});
