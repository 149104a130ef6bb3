/** The frame page, among pages that may frame it and pages that may not. Needs a build. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { STRICT } from '../package/page.js';
import { launchBrowser } from '../support/browser.js';

const root = new URL('../../', import.meta.url);
const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  json: 'application/json',
};
const around = (frame, script = true) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>Intranet</title><h1>Intranet</h1><iframe title="Policy" src="${frame}" width="600"></iframe>
  ${script ? '<script src="/dist/policy-frame.js"></script>' : ''}</html>`;

/** A site of its own: files, pages that frame something, and what was asked of it. */
async function site({ hosts = () => '' } = {}) {
  const asked = [];
  const answer = async ({ pathname, searchParams }) => {
    if (pathname === '/around') return ['html', around(searchParams.get('frame'))];
    if (pathname === '/mute') return ['html', around(searchParams.get('frame'), false)];
    if (['/away', '/favicon.ico'].includes(pathname)) return ['html', ''];
    if (pathname === '/api') return ['json', '{ "records": [] }'];
    if (pathname === '/policy.json') return ['json', await file('stories/policies/sample.json')];
    if (!/^\/dist\/[\w.-]+$/.test(pathname)) throw new Error('nothing here');
    const text = await file(pathname.slice(1));
    const edited = text.replace('frame-hosts" content=""', `frame-hosts" content="${hosts()}"`);
    return [pathname.split('.').at(-1), edited];
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    asked.push(request.url);
    const to = url.pathname === '/redirect' && url.searchParams.get('to');
    if (to) return response.writeHead(302, { location: to }).end();
    return void answer(url).then(
      ([type, text]) =>
        response
          .writeHead(200, {
            'content-type': `${TYPES[type]}; charset=utf-8`,
            'access-control-allow-origin': '*',
            ...(url.pathname.endsWith('policy-frame.html') && {
              'content-security-policy': STRICT,
            }),
          })
          .end(text),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
const file = (path) => readFile(new URL(path, root), 'utf8');

describe('the frame page', () => {
  let browser;
  let ours;
  let friend;
  let stranger;
  let page;

  before(async () => {
    browser = await launchBrowser();
    ours = await site({ hosts: () => friend.origin });
    friend = await site();
    stranger = await site();
  });
  after(async () => {
    await browser?.close();
    for (const each of [ours, friend, stranger]) await each?.close();
  });

  const query = (parameters) => `/dist/policy-frame.html?${new URLSearchParams(parameters)}`;
  const sound = { src: '/policy.json', lang: 'en', endpoint: '/api' };
  const inFrame = (parameters = sound) => `${ours.origin}${query(parameters)}`;

  /** Opens an address in a page of its own; what breaks a rule there is kept. */
  async function open(url) {
    await page?.close();
    page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(url, { waitUntil: 'networkidle0' });
    return complaints;
  }
  const framedBy = ({ origin }, frame, way = 'around') =>
    open(`${origin}/${way}?${new URLSearchParams({ frame })}`);
  const frame = () => page.frames().find((each) => each !== page.mainFrame());
  const height = () => page.$eval('iframe', (each) => each.offsetHeight);
  const text = (where) => where.$eval('main', (each) => each.innerText);
  const hasForm = async (where) =>
    Boolean(await where.$('policy-viewer >>> policy-acknowledgement >>> form'));
  const until = async (what, holds) => {
    for (let left = 100; left > 0; left--) {
      if (await holds()) return;
      await wait(50);
    }
    assert.fail(`never: ${what}`);
  };

  describe('its address', () => {
    it('shows a policy of this site, alone, under the strictest rules', async () => {
      const complaints = await open(inFrame());
      await until('the form', () => hasForm(page));
      assert.equal(await page.title(), 'Social media policy');
      assert.deepEqual(complaints, []);
    });

    it('shows one element, and what the parameters say of it', async () => {
      await open(inFrame({ src: '/policy.json', lang: 'fr', element: 'policy-faq' }));
      await until('the questions', () => page.$('policy-faq >>> h2'));
      assert.equal(
        await page.$eval('policy-faq >>> h2', (each) => each.innerText),
        'Questions fréquentes',
      );
    });

    const elsewhere = () => [
      `${stranger.origin}/policy.json`,
      stranger.origin.replace('http:', '') + '/policy.json',
      `/\\${new URL(stranger.origin).host}/policy.json`,
      `\t//${new URL(stranger.origin).host}/policy.json`,
      'javascript:alert(1)',
      'data:application/json,{}',
      `blob:${ours.origin}/1`,
      `http://user:word@${new URL(ours.origin).host}/policy.json`,
    ];
    it('loads no policy from elsewhere, and says why', async () => {
      for (const src of elsewhere()) {
        stranger.asked.length = 0;
        await open(inFrame({ src, lang: 'en' }));
        assert.match(await text(page), /same site as this page/, src);
        assert.deepEqual(stranger.asked, [], src);
      }
    });

    it('follows no redirect to elsewhere', async () => {
      stranger.asked.length = 0;
      const src = `/redirect?to=${stranger.origin}/policy.json`;
      await open(inFrame({ src, lang: 'en' }));
      await until('the error', () => page.$('policy-viewer >>> [part=error]'));
      assert.deepEqual(stranger.asked, []);
    });

    it('sends no confirmation elsewhere', async () => {
      await open(inFrame({ ...sound, endpoint: `${stranger.origin}/api` }));
      assert.match(await text(page), /endpoint/);
    });

    it('names what it cannot follow, in the language of the reader', async () => {
      await open(inFrame({ lang: 'nl' }));
      assert.match(await text(page), /noemt geen beleid/);
      await open(inFrame({ ...sound, lang: '"><script>alert(1)</script>' }));
      assert.match(await text(page), /lang$/);
      for (const element of [
        'script',
        'policy-nothing',
        'POLICY-VIEWER',
        'policy-viewer onload=1',
      ]) {
        await open(inFrame({ ...sound, element }));
        assert.match(await text(page), /element$/, element);
      }
    });
  });

  describe('the page around', () => {
    for (const way of ['ours', 'friend']) {
      it(`gives the frame its height, and the reader the form: ${way}`, async () => {
        const complaints = await framedBy(way === 'ours' ? ours : friend, inFrame());
        await until('a height', async () => (await height()) > 2000);
        await until('the form', () => hasForm(frame()));
        const inner = await frame().$eval('main', (each) => each.offsetHeight);
        assert.ok(Math.abs((await height()) - inner) < 8);
        assert.deepEqual(complaints, []);
      });
    }

    it('is told when the height shrinks', async () => {
      await framedBy(friend, inFrame());
      await until('a height', async () => (await height()) > 2000);
      const before = await height();
      await frame().$eval('policy-viewer', (each) => each.setAttribute('sections', 'contacts'));
      await until('a lesser height', async () => (await height()) < before / 2);
    });

    it('may add the frame later', async () => {
      await framedBy(friend, '/away');
      await page.evaluate((src) => {
        const later = document.createElement('iframe');
        later.title = 'Policy';
        later.src = src;
        document.querySelector('iframe').replaceWith(later);
      }, inFrame());
      await until('a height', async () => (await height()) > 2000);
    });

    it('leads the reader to an item in the frame', async () => {
      await framedBy(friend, inFrame());
      await until('a height', async () => (await height()) > 2000);
      await frame().evaluate(() => (location.hash = '#social-media/faq'));
      await until('the page scrolls', () => page.evaluate(() => scrollY > 1000));
    });
  });

  describe('a page nobody named', () => {
    it('shows the policy, is told no height, and lets nobody confirm', async () => {
      await framedBy(stranger, inFrame());
      await until('the policy', () => frame().$('policy-viewer >>> h2'));
      const before = await height();
      await wait(500);
      assert.equal(await height(), before);
      assert.equal(await hasForm(frame()), false);
    });

    it('cannot hide behind one that was named', async () => {
      const named = `${friend.origin}/around?${new URLSearchParams({ frame: inFrame() })}`;
      await framedBy(stranger, named, 'mute');
      const inner = () => page.frames().find((each) => each.url().startsWith(inFrame()));
      await until('the policy', () => inner()?.$('policy-viewer >>> h2'));
      await wait(300);
      assert.equal(await hasForm(inner()), false);
    });
  });

  describe('hostile messages', () => {
    const say = (where, messages, target = '*') =>
      where.evaluate(
        (...[all, to]) => {
          for (const each of all) parent.postMessage(each, to);
        },
        messages,
        target,
      );
    const HEIGHT = { type: 'policy-frame-height', height: 5555 };

    it('are not heard from a frame that is not at its address any more', async () => {
      await framedBy(friend, inFrame());
      await until('a height', async () => (await height()) > 2000);
      const before = await height();
      await frame().goto(`${stranger.origin}/away`);
      await say(frame(), [HEIGHT, { type: 'policy-frame-ready' }]);
      await wait(300);
      assert.equal(await height(), before);
    });

    it('are not heard from another frame, or from the page itself', async () => {
      await framedBy(friend, `${stranger.origin}/away`);
      await say(frame(), [HEIGHT]);
      await page.evaluate((message) => postMessage(message, '*'), HEIGHT);
      await wait(300);
      assert.ok((await height()) < 400);
    });

    it('do no harm from the frame itself', async () => {
      const complaints = await framedBy(friend, inFrame({ ...sound, element: 'policy-contacts' }));
      await until('a height', async () => (await height()) > 160);
      const before = await height();
      const type = 'policy-frame-height';
      await say(frame(), [
        null,
        'policy-frame-height',
        [HEIGHT],
        { type },
        { type: { type }, height: 1 },
        { type, height: '9999' },
        { type, height: -1 },
        { type, height: 0 },
        { type, height: null },
        { type, height: { valueOf: 3 } },
        { ['__proto__']: { type, height: 9 } },
      ]);
      await wait(300);
      assert.equal(await height(), before);
      // What is shown may change in a frame so high, and tell its height again at once.
      await page.evaluate(() => {
        const { style } = document.querySelector('iframe');
        globalThis.set = [];
        Object.defineProperty(style, 'height', {
          set: (value) => {
            globalThis.set.push(value);
          },
        });
      });
      await say(frame(), [{ type, height: 1e300 }]);
      await until('the most', () => page.evaluate(() => globalThis.set.includes('200000px')));
      assert.deepEqual(complaints, []);
    });

    it('do not make the frame speak to who is not trusted', async () => {
      await framedBy(stranger, inFrame(), 'mute');
      await until('the policy', () => frame().$('policy-viewer >>> h2'));
      await page.evaluate(async () => {
        globalThis.heard = [];
        addEventListener('message', ({ data }) => globalThis.heard.push(data.type));
        for (const type of ['policy-frame-hello', 'policy-frame-ready', '__proto__', null])
          document.querySelector('iframe').contentWindow.postMessage({ type, trusted: true }, '*');
      });
      await wait(300);
      assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
      assert.equal(await hasForm(frame()), false);
    });
  });
});
