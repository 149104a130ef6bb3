/** The policy in real hosts, read and confirmed by who is signed in there. See docs/hosts.md. */
import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { root } from '../package/consumer.js';
import { launchBrowser } from '../support/browser.js';
import { KARIM, NORA } from './people.js';
import { startHosts } from './start.js';

const screenshots = join(root, 'screenshots/hosts');
const WIDTHS = [360, 1280];
const DEEP = 'policy-viewer >>> ';
const FORM = `${DEEP} policy-acknowledgement >>> `;
const MISSING = /The folder assets of the (plugin|extension) is missing: see docs/;
const TITLES = { nl: 'Socialemediabeleid', fr: 'Charte des réseaux sociaux' };

const { server, hosts, stop } = await startHosts();
const browser = await launchBrowser();
await mkdir(screenshots, { recursive: true });
after(async () => {
  await browser.close();
  await stop();
});

/** Waits for an element in shadow roots, whose changes puppeteer's own waiting does not see. */
async function find(page, selector) {
  for (let left = 100; left > 0; left--) {
    const found = await page.$(selector);
    if (found) return found;
    await wait(100);
  }
  throw new Error(`There is no ${selector} in ${page.url()}`);
}

/** The page of a reader of their own; what it complains of is kept. */
async function visit(host, person) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  if (person) await host.signIn(page, person);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/policy|lit|trusted|security/i.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

const title = (page, text) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('policy-viewer')?.shadowRoot?.querySelector('h2,h1')?.innerText ===
      wanted,
    {},
    text,
  );

/** Presses it; what was drawn anew meanwhile, in another language for instance, is looked for again. */
async function press(page, selector, left = 5) {
  const found = await find(page, selector);
  try {
    await found.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await found.click();
  } catch (error) {
    if (left === 0 || !/detached/.test(error.message)) throw error;
    await press(page, selector, left - 1);
  }
}

async function confirm(page) {
  await press(page, `${FORM} input[name=act]`);
  await press(page, `${FORM} button[type=submit]`);
}

/** Sends what a page elsewhere, or one that lies, would send; answers the status. */
const post = (page, endpoint, record, headers) =>
  page.evaluate(
    async (...[to, body, more]) => {
      const response = await fetch(to, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': body.id, ...more },
        body: JSON.stringify(body),
      });
      return response.status;
    },
    endpoint,
    record,
    headers,
  );

for (const host of hosts) describe(host.name, () => tryHost(host));

function tryHost(host) {
  const [policyPage] = Object.values(host.pages);
  const recordedAs = host.recordedAs ?? (({ login }) => login);
  const kept = (person) => server.recordsOf(recordedAs(person));
  let karim;
  let record;
  let endpoint;

  before(async () => {
    karim = await visit(host, KARIM);
    await karim.page.goto(policyPage);
    await title(karim.page, TITLES.nl);
  });
  after(() => karim.close());

  it('lets a reader search, and leads to what was found', async () => {
    const { page } = karim;
    await page.type(`${DEEP} #query`, 'klacht');
    const hit = await find(page, `${DEEP} [role=option]`);
    await hit.click();
    await page.waitForFunction(() => /^#social-media\/.+/.test(location.hash));
  });

  it('speaks the language a reader chooses', async () => {
    const { page } = karim;
    await (await find(page, `${DEEP} [part=languages] button[lang=fr]`)).click();
    await title(page, TITLES.fr);
  });

  it('records who is signed in, once, and says so', async () => {
    const { page } = karim;
    endpoint = await page.$eval('policy-viewer', (each) => each.getAttribute('endpoint'));
    // The author of the page named another one.
    assert.equal(new URL(endpoint, host.address).origin, host.address);
    await page.evaluate(() => {
      document.addEventListener('policy-recorded', (event) => (globalThis.sent = event.record));
    });
    await confirm(page);
    await find(page, `${FORM} .receipt`);
    record = await page.evaluate(() => globalThis.sent);
    const all = await kept(KARIM);
    assert.deepEqual(
      all.map(({ id, policy, version, languages }) => [
        id,
        policy,
        version,
        Object.keys(languages),
      ]),
      [[record.id, 'social-media', '3.1', ['fr']]],
    );
    assert.deepEqual(await kept(NORA), []);
    assert.match(await server.overview(), new RegExp(host.shownAs?.(KARIM) ?? KARIM.name));
  });

  it('believes nobody who names somebody else', async () => {
    const { page } = karim;
    const lie = { ...record, id: crypto.randomUUID(), subject: recordedAs(NORA) };
    const headers = await page.$eval('policy-viewer', (each) => ({ ...each.headers }));
    const status = await post(page, endpoint, lie, {
      ...headers,
      'X-Remote-User': recordedAs(NORA),
      'X-Remote-Name': NORA.name,
    });
    assert.equal(status, 201);
    assert.equal((await kept(KARIM)).length, 2);
    assert.deepEqual(await kept(NORA), []);
  });

  it('takes nothing without the word of the host against forgery', async () => {
    for (const headers of [{}, { 'X-CSRF-Token': 'forged', 'X-WP-Nonce': '0123456789' }]) {
      const forged = { ...record, id: crypto.randomUUID() };
      assert.equal(await post(karim.page, endpoint, forged, headers), 401);
    }
    assert.equal((await kept(KARIM)).length, 2);
  });

  it('takes no answer that somebody else left in this browser', async () => {
    const nora = await visit(host, NORA);
    await nora.page.goto(policyPage);
    const readerOf = ({ page }) =>
      page.evaluate(async (to) => {
        const { headers } = document.querySelector('policy-viewer');
        const url = new URL(to, location.href);
        url.searchParams.set('policy', 'social-media');
        return (await (await fetch(url, { headers })).json()).reader;
      }, endpoint);
    await title(nora.page, TITLES.nl);
    const [hers, his] = [await readerOf(nora), await readerOf(karim)];
    await nora.close();
    const headers = await karim.page.$eval('policy-viewer', (each) => ({ ...each.headers }));
    const sent = (reader) => {
      const again = { ...record, id: crypto.randomUUID() };
      return post(karim.page, endpoint, again, { ...headers, 'Acknowledgement-Reader': reader });
    };
    assert.equal(await sent(hers), 409);
    assert.equal((await kept(KARIM)).length, 2);
    assert.equal(await sent(his), 201);
  });

  it('sends what waited once the reader has signed in again in another tab', async () => {
    const context = await visit(host, NORA);
    const { page } = context;
    await page.goto(policyPage);
    await title(page, TITLES.nl);
    await find(page, `${FORM} input[name=act]`);
    const before = (await kept(NORA)).length;
    const cookies = await page.cookies();
    await page.deleteCookie(...cookies);
    await confirm(page);
    await find(page, `${FORM} .waiting`);
    const other = await page.browserContext().newPage();
    await host.signIn(other, NORA);
    await other.close();
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // It may have gone by itself by now.
    for (let left = 20; left > 0 && !(await page.$(`${FORM} .receipt`)); left--) {
      await (await page.$(`${FORM} .waiting button`))?.click().catch(() => {});
      await wait(500);
    }
    await find(page, `${FORM} .receipt`);
    assert.equal((await kept(NORA)).length, before + 1);
    await context.close();
  });

  it('says what is wrong with a record, as the server does', async () => {
    const headers = await karim.page.$eval('policy-viewer', (each) => ({ ...each.headers }));
    const wrong = { ...record, id: crypto.randomUUID(), digest: 'none' };
    assert.equal(await post(karim.page, endpoint, wrong, headers), 400);
  });

  it('shows no policy of another site, and says so', async () => {
    const { page, close } = await visit(host, NORA);
    await page.goto(host.pages.elsewhere);
    assert.equal(await page.$('policy-viewer'), null);
    assert.match(await page.$eval('body', (each) => each.innerText), /has to be one on this site/);
    await close();
  });

  it('shows the policy to who is not signed in, and asks for no confirmation', async () => {
    const { page, close } = await visit(host);
    await page.goto(policyPage);
    await title(page, TITLES.nl);
    await page.waitForFunction(() =>
      document.querySelector('policy-viewer').hide?.includes('acknowledgement'),
    );
    assert.equal(await page.$(`${DEEP} policy-acknowledgement`), null);
    assert.equal(await post(page, endpoint, { ...record, id: crypto.randomUUID() }, {}), 401);
    await close();
  });

  it('tells who may edit that its files are missing, and gives readers the fallback', async () => {
    const [assets, away] = ['assets', 'away'].map((name) => join(host.plugin, name));
    const textFor = async (person) => {
      const { page, close } = await visit(host, person);
      await page.goto(policyPage);
      const text = await page.$eval('body', (each) => each.innerText);
      await close();
      return text;
    };
    await rename(assets, away);
    try {
      assert.match(await textFor(NORA), MISSING);
      const read = await textFor();
      assert.match(read, /Lees het beleid/);
      assert.doesNotMatch(read, MISSING);
    } finally {
      await rename(away, assets);
    }
  });

  if (host.embedInEditor)
    it('lets somebody who writes pages embed it in the editor', async () => {
      const { page, close } = await visit(host, NORA);
      const url = await host.embedInEditor(page, '/policies/social-media.json');
      await page.screenshot({ path: join(screenshots, `${host.name}-editor-1280.png`) });
      await page.goto(url);
      await title(page, 'Social media policy');
      await close();
    });

  if (host.preview)
    it('shows it to who writes, before it is saved, and asks nothing there', async () => {
      const { page, close } = await visit(host, NORA);
      await host.preview(page);
      await title(page, TITLES.nl);
      assert.equal(await page.$eval('policy-viewer', (each) => each.hide), 'acknowledgement');
      await page.screenshot({ path: join(screenshots, `${host.name}-preview-1280.png`) });
      await close();
    });

  if (host.settings)
    it('asks for the server in its settings, in the language of who looks', async () => {
      for (const [language, text] of Object.entries({ nl: 'Waar bevestigingen', de: 'Wohin' }))
        assert.match(await host.settings(language), new RegExp(text), language);
    });

  if (host.readByMembersOnly)
    it('tells who is not signed in so, also where only members read', async () => {
      const { page, close } = await visit(host);
      await page.goto(policyPage);
      await host.readByMembersOnly();
      // PHP looks for changed files every other second.
      const open = async () => (await (await fetch(policyPage)).text()).includes('<policy-viewer');
      while (await open()) await wait(200);
      assert.equal(await post(page, endpoint, { ...record, id: crypto.randomUUID() }, {}), 401);
      await close();
    });

  it('complains of nothing', () => assert.deepEqual(karim.complaints.filter(unexpected), []));

  it('is at home: pictures at two widths', async () => {
    const { page, close } = await visit(host, NORA);
    for (const [name, url] of Object.entries(host.pages)) {
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 1200 });
        await page.goto(url, { waitUntil: 'networkidle2' });
        await page.screenshot({ path: join(screenshots, `${host.name}-${name}-${width}.png`) });
      }
    }
    await close();
  });

  it('writes down the address of a server that is not there', async () => {
    const wrong = server.endpoint.replace('/api/', '/wrong/');
    const nowhere = 'http://127.0.0.1:9/api/acknowledgements';
    const { page, close } = await visit(host, NORA);
    await page.goto(policyPage);
    const headers = await page.$eval('policy-viewer', (each) => ({ ...each.headers }));
    for (const [address, status] of [
      [wrong, 404],
      [nowhere, 503],
    ]) {
      await host.receiveAt(address);
      const sent = () => post(page, endpoint, { ...record, id: crypto.randomUUID() }, headers);
      // PHP looks for changed files every other second.
      let left = 50;
      while ((await sent()) !== status && left-- > 0) await wait(200);
      assert.match(await host.logged(), new RegExp(`The server at ${address}: .`, 'i'));
    }
    await close();
  });
}

// What we ask for ourselves, to see it refused.
const unexpected = (text) => !/status of (400|401|409)/.test(text);
