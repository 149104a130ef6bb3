/** What a server rendered, taken over by the script: as it was, with what the reader did to it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { renderPage } from '../../dist/static.js';
import { journey } from './journey.js';
import {
  openWaiting,
  sample,
  script,
  scripted,
  seenText,
  describeRendered,
  stands,
  frames,
  takenOver,
} from './rendered.js';
import { newPage, partAddress } from './site.js';
import { moved, watch } from './watching.js';

describeRendered('a page rendered on a server, once its script is there', (at) => {
  const waiting = (...how) => openWaiting(at, ...how);

  for (const width of [1280, 390]) {
    it(`is taken over without a shift, a flash or a second text, ${width} wide`, async () => {
      const { page, complaints } = await newPage(at.browser);
      await page.setViewport({ width, height: 900 });
      await page.evaluateOnNewDocument(watch, 'policy-viewer', '[part=title]');
      await page.goto(`${at.site.address}/policy/nl`, { waitUntil: 'networkidle0' });
      await takenOver(page);
      const { shift, heights, blank } = await page.evaluate(() => globalThis.watched);
      assert.ok(shift < 0.01, `layout shift ${shift}`);
      assert.equal(blank, 0);
      assert.ok(moved(heights) < 2, `heights ${[...new Set(heights)]}`);
      const titles = await page.evaluate(
        () =>
          document.querySelector('policy-viewer').shadowRoot.querySelectorAll('[part=title]')
            .length,
      );
      assert.equal(titles, 1);
      assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
      await page.close();
    });
  }

  it('is taken over when all is there that it holds', async () => {
    const { page, release } = await waiting('/policy/nl', {
      before: [watch, 'policy-viewer', '[part=title]'],
      file: partAddress('interactive-sections'),
    });
    await page.waitForFunction(() => customElements.get('policy-contacts'));
    await frames(page);
    assert.ok(await page.evaluate(stands, 'policy-viewer'), 'what was rendered stands');
    release();
    await takenOver(page);
    const { heights } = await page.evaluate(() => globalThis.watched);
    assert.ok(moved(heights) < 2, `heights ${[...new Set(heights)]}`);
    await page.close();
  });

  it('keeps the items of what would be drawn the same, and no others', async () => {
    const stale = { ...sample, version: '2.9' };
    const { html: older, csp } = await renderPage(stale, { lang: 'nl', ...scripted });
    at.site.pages['/older'] = { body: older, headers: { 'content-security-policy': csp } };
    for (const [path, kept] of [
      ['/policy/nl', true],
      ['/older', false],
    ]) {
      const { page, release } = await waiting(path);
      await page.evaluate(markItems);
      release();
      await takenOver(page);
      const items = await page.evaluate(itemsOf);
      const types = [...new Set(items.map(({ type }) => type))];
      assert.ok(types.length >= 4, `of ${types}`);
      assert.deepEqual([...new Set(items.map(({ wasThere }) => wasThere))], [kept], path);
      const sized = items.filter(({ type }) => /rules|guidelines/.test(type));
      const unsized = sized.filter(({ letters }) => !(letters > 0));
      assert.deepEqual(unsized, []);
      await page.close();
    }
  });

  it('keeps the batches that a long list waits in', async () => {
    const sections = sample.sections.filter(({ type }) => type === 'faq');
    const [first] = sections[0].items;
    const items = Array.from({ length: 120 }, (_, at) => ({ ...first, id: `vraag-${at}` }));
    const long = { ...sample, sections: [{ ...sections[0], items }] };
    const { html: body, csp } = await renderPage(long, { lang: 'nl', script });
    at.site.pages['/long'] = { body, headers: { 'content-security-policy': csp } };
    const { page } = await newPage(at.browser);
    await page.evaluateOnNewDocument(noteBatches);
    await page.goto(`${at.site.address}/long`, { waitUntil: 'networkidle0' });
    await takenOver(page);
    const kept = await page.evaluate(() => globalThis.noted.map((each) => each.isConnected));
    assert.deepEqual(kept, Array(4).fill(true));
    await page.close();
  });

  for (const path of ['/policy/nl', '/inline', '/compiled']) {
    it(`has all fetched ahead that its script asks for at once, and no more (${path})`, async () => {
      const { body, headers } = at.site.pages[path];
      const links = /<link rel="(?:modulepreload|preload)"[^>]* href="([^"]+)">/g;
      const ahead = [...body.matchAll(links)].map(([, href]) => href).sort();
      at.site.pages['/bare'] = { body: body.replaceAll(links, ''), headers };
      const { page, requests } = await newPage(at.browser);
      await page.goto(`${at.site.address}/bare`, { waitUntil: 'networkidle0' });
      await takenOver(page);
      // What is fetched when there is nothing else to do.
      const idle = ['record', 'status', path.endsWith('/nl') ? 'fr' : 'nl'];
      const later = [script, ...idle.map(partAddress)];
      const asked = requests.map((request) => request.replace(/^GET /, '')).sort();
      const wanted = asked.filter((each) => /\.(js|json)$/.test(each) && !later.includes(each));
      const named = ahead.filter((each) => !later.includes(each));
      assert.deepEqual(named, [...new Set(wanted)]);
      assert.ok(named.length > 2);
      await page.close();
    });
  }

  it('is taken over without losing the place of who reads already', async () => {
    const { page, release } = await waiting('/policy/nl');
    await page.setViewport({ width: 390, height: 900 });
    await page.waitForFunction(() => customElements.get('policy-viewer'));
    await page.evaluate(async () => {
      const { shadowRoot } = document.querySelector('policy-viewer');
      // What was passed on the way has its true height, which differs from the made-up one.
      for (const part of shadowRoot.querySelectorAll('[data-section]')) {
        part.scrollIntoView();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        if (part.localName === 'policy-guidelines') break;
      }
    });
    const places = () => page.evaluate(topsOf, 'policy-viewer');
    const before = await places();
    assert.ok(Object.keys(before).length > 1, 'items are in sight');
    release();
    await takenOver(page);
    const after = await places();
    const off = Object.keys(before).filter((id) => !(Math.abs(after[id] - before[id]) < 2));
    assert.deepEqual(off, [], `${JSON.stringify(before)} became ${JSON.stringify(after)}`);
    await page.close();
  });

  it('is taken over as one element alone', async () => {
    const { page, release } = await waiting('/fragment', {
      before: [watch, 'policy-faq', 'details'],
    });
    release();
    await takenOver(page, 'policy-faq');
    const { heights, blank, shift } = await page.evaluate(() => globalThis.watched);
    assert.equal(blank, 0);
    assert.ok(shift < 0.01, `layout shift ${shift}`);
    assert.ok(moved(heights) < 2, `heights ${[...new Set(heights)]}`);
    await page.close();
  });

  it('is then used as any other, under its own strict policy', async () => {
    const { page, complaints } = await newPage(at.browser);
    await page.goto(`${at.site.address}/policy/nl`);
    await takenOver(page);
    const seen = await page.evaluate(journey);
    assert.equal(seen.french, sample.title.fr);
    assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
    await page.close();
  });

  for (const path of ['/inline', '/compiled']) {
    it(`may hold its own policy (${path.slice(1)})`, async () => {
      const { page, complaints, requests } = await newPage(at.browser);
      await page.evaluateOnNewDocument(watch, 'policy-viewer', '[part=title]');
      await page.goto(at.site.address + path, { waitUntil: 'networkidle0' });
      await takenOver(page);
      const text = await page.evaluate(
        () => document.querySelector('policy-viewer').shadowRoot.textContent,
      );
      assert.ok(text.includes(sample.summary.fr));
      assert.deepEqual(
        requests.filter((each) => each.endsWith('.json')),
        [],
      );
      const { shift, blank } = await page.evaluate(() => globalThis.watched);
      assert.ok(shift < 0.01 && blank === 0, `layout shift ${shift}`);
      assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
      await page.close();
    });
  }

  it('keeps what the reader has opened, and the focus', async () => {
    const { page, release } = await waiting('/fragment');
    await page.waitForFunction(() => customElements.get('policy-faq'));
    const id = await page.evaluate(() => {
      const details = document
        .querySelector('policy-faq')
        .shadowRoot.querySelectorAll('details[id]')[2];
      details.open = true;
      details.querySelector('a, summary').focus();
      return details.id;
    });
    release();
    await takenOver(page, 'policy-faq');
    await page.waitForFunction(
      (one) => {
        const { shadowRoot } = document.querySelector('policy-faq');
        return (
          shadowRoot.activeElement?.closest('details')?.id === one &&
          shadowRoot.activeElement.closest('details').open
        );
      },
      {},
      id,
    );
    await page.close();
  });

  it('keeps what the reader has typed to search by', async () => {
    const { page, release } = await waiting('/policy/nl');
    await page.waitForFunction(() => customElements.get('policy-search'));
    const seen = () =>
      page.evaluate(() => {
        const root = (host, tag) => host.querySelector(tag).shadowRoot;
        const viewer = root(document, 'policy-viewer');
        const faq = root(viewer, 'policy-faq');
        const field = root(viewer, 'policy-search').querySelector('input');
        return {
          field: field.value,
          hits: root(viewer, 'policy-search').querySelectorAll('.hits [role=option]').length,
          focused: viewer.activeElement?.shadowRoot.activeElement === field,
          questions: faq.querySelector('#find').value,
          hidden: faq.querySelectorAll('details[hidden]').length,
        };
      });
    await page.evaluate(() => {
      const viewer = document.querySelector('policy-viewer').shadowRoot;
      // The questions are no part of the short reading.
      viewer.querySelector('.reading').open = true;
      viewer.querySelector('policy-faq').shadowRoot.querySelector('#find').focus();
    });
    await page.keyboard.type('foto');
    await page.evaluate(() => {
      const viewer = document.querySelector('policy-viewer').shadowRoot;
      viewer.querySelector('policy-search').shadowRoot.querySelector('input').focus();
    });
    await page.keyboard.type('foto');
    assert.equal((await seen()).hidden, 0);
    release();
    await takenOver(page);
    await page.waitForFunction(() => {
      const viewer = document.querySelector('policy-viewer').shadowRoot;
      return viewer.querySelector('policy-search').shadowRoot.querySelector('.hits [role=option]');
    });
    const { field, hits, focused, questions, hidden } = await seen();
    assert.deepEqual([field, questions, focused], ['foto', 'foto', true]);
    assert.ok(hits > 0 && hidden > 0, `${hits} found, ${hidden} questions hidden`);
    await page.close();
  });

  it('stays where its policy cannot be loaded, and does what it can by itself', async () => {
    const { page } = await newPage(at.browser);
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().endsWith('sample.json') ? request.respond({ status: 404 }) : request.continue(),
    );
    await page.goto(`${at.site.address}/policy/nl`, { waitUntil: 'networkidle0' });
    const text = await page.evaluate(seenText);
    assert.ok(text.includes(sample.sections.at(-1).title.nl));
    const within = (selector) =>
      `document.querySelector('policy-viewer').shadowRoot.querySelector('${selector}')`;
    // A link leads to its section, and what is ticked stays so.
    const link = await page.evaluateHandle(within('.doors a'));
    await link.click();
    await page.waitForFunction(
      `location.hash === ${within('.doors a')}.hash && scrollY > innerHeight`,
    );
    const ticked = await page.evaluate(`(() => {
      ${within('.who')}.open = true;
      const box = ${within('.who input')};
      box.click();
      return box.checked;
    })()`);
    assert.equal(ticked, true);
    await page.close();
  });
});

/* In the page: the groups that a server drew. */
function noteBatches() {
  document.addEventListener('DOMContentLoaded', () => {
    const { shadowRoot } = document.querySelector('policy-viewer');
    globalThis.noted = [
      ...shadowRoot.querySelector('policy-faq').shadowRoot.querySelectorAll('.batch'),
    ];
  });
}

/* In the page: items are known again. */
function markItems() {
  const mark = (root) => {
    const items = root.querySelectorAll('[id][data-row], .card[id], .rule[id]');
    for (const item of items) item.wasThere = true;
    for (const host of root.querySelectorAll('*')) if (host.shadowRoot) mark(host.shadowRoot);
  };
  mark(document);
}

/* In the page: the items of static lists, and whether they stood there before. */
function itemsOf() {
  const { shadowRoot } = document.querySelector('policy-viewer');
  return ['rules', 'guidelines', 'profiles', 'faq'].flatMap((type) =>
    [...shadowRoot.querySelectorAll(`policy-${type}`)].flatMap((part) =>
      [...part.shadowRoot.querySelectorAll('[id][data-row], .card[id], .rule[id]')].map((item) => ({
        type,
        id: item.id,
        wasThere: item.wasThere === true,
        letters: Number(getComputedStyle(item).getPropertyValue('--_letters')),
      })),
    ),
  );
}

/* In the page: where the items start that are in sight. */
function topsOf(tag) {
  const tops = {};
  const walk = (within) => {
    for (const element of within.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const { top } = element.getBoundingClientRect();
      if (element.matches('li[id]') && top > 0 && top < innerHeight) tops[element.id] = top;
    }
  };
  walk(document.querySelector(tag).shadowRoot);
  return tops;
}
