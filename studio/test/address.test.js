import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  byText,
  chooseFallback,
  editorOf,
  open,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
} from './support.js';

describe('the address of the studio', () => {
  let server;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('leads on to the form with a slash, and no further', async () => {
    const asked = (path) => fetch(`${server.address}${path}`, { redirect: 'manual' });
    const bare = await asked('/studio');
    assert.deepEqual([bare.status, bare.headers.get('location')], [308, '/studio/']);
    for (const path of ['/studio/', '/studio/?from=mail', '/studio/p/our-policy']) {
      const page = await asked(path);
      assert.equal(page.status, 200, path);
      assert.match(await page.text(), /<policy-studio>/, path);
    }
  });
});

describe('the studio under a path of the site', () => {
  let server;
  let browser;
  before(async () => {
    [server, browser] = await Promise.all([
      startServer([sample], { basePath: '/policy' }),
      startBrowser(),
    ]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('asks for nothing outside of it, and leads nowhere else', async () => {
    const bare = await fetch(`${server.address}/policy/studio`, { redirect: 'manual' });
    assert.equal(bare.headers.get('location'), '/policy/studio/');
    const page = await open(browser, `${server.address}/policy`);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await press(page, 'a', 'Social media policy');
    await byText(page, 'h1', 'Social media policy');
    await press(page, '.tabs a', 'Write');
    const editor = await editorOf(page, 'body', 'purpose');
    await editor.focus();
    await page.keyboard.type('Zo. ');
    await saved(page);
    assert.match(page.url(), /\/policy\/studio\/p\/social-media\/write/);
    assert.match((await server.drafts.read('social-media')).draft.sections[0].body.nl, /Zo\. /);
    await press(page, '.tabs a', 'Publish');
    await chooseFallback(page);
    await press(page, 'button', 'Publish version');
    await byText(page, 'h1', 'is published');
    assert.match(await page.$eval('.code', (code) => code.textContent), /\/policy\/policies\//);
    assert.deepEqual(
      asked.filter((path) => !path.startsWith('/policy/')),
      [],
    );
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
