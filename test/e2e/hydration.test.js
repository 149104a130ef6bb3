/** What a server rendered is used as it came: when, and that it is what the element would draw. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  frames,
  openWaiting,
  sample,
  seenText,
  describeRendered,
  stands,
  takenOver,
} from './rendered.js';
import { newPage } from './site.js';

describeRendered('what a server rendered', (at) => {
  it('makes no element anew', async () => {
    const { page, release } = await openWaiting(at, '/policy/nl');
    // Where there is no room beside the text: else the contents stand there, as another list.
    await page.setViewport({ width: 390, height: 900 });
    await page.evaluate(markElements);
    release();
    await takenOver(page);
    const made = await page.evaluate(elementsMade);
    // The form asks what the reader answered before; it comes when that is known.
    assert.deepEqual(
      made.filter((each) => !each.startsWith('policy-acknowledgement ')),
      [],
    );
    await page.close();
  });

  it('is taken over in steps, between which the browser does something else', async () => {
    const { page, complaints } = await newPage(at.browser);
    await page.evaluateOnNewDocument(() => {
      globalThis.steps = [];
      globalThis.requestIdleCallback = (step) => globalThis.steps.push(step);
      globalThis.nextStep = async () => {
        globalThis.steps.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
        for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
      };
    });
    await page.goto(`${at.site.address}/policy/nl`, { waitUntil: 'networkidle0' });
    const taken = () =>
      page.evaluate(() => {
        const viewer = document.querySelector('policy-viewer').shadowRoot;
        const waits = (root) => root?.querySelector('slot[name=places]') !== null;
        const parts = [...viewer.querySelectorAll('.part')];
        return {
          viewer: !waits(viewer),
          parts: parts.filter(({ shadowRoot }) => shadowRoot && !waits(shadowRoot)).length,
        };
      });
    let steps = 0;
    for (; steps < 30 && !(await taken()).viewer; steps++)
      await page.evaluate(() => globalThis.nextStep());
    assert.ok(steps >= 3, `the viewer itself took ${steps}`);
    // Then one element at a time.
    for (let seen = (await taken()).parts; seen < 5; steps++) {
      assert.ok(steps < 100, 'the parts are taken over');
      await page.evaluate(() => globalThis.nextStep());
      const { parts } = await taken();
      assert.ok(parts - seen <= 1, `${parts - seen} parts in one step`);
      seen = parts;
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('is not taken over before somebody touches it, where the browser is never idle', async () => {
    const { page, complaints } = await newPage(at.browser);
    await page.evaluateOnNewDocument(() => (globalThis.requestIdleCallback = () => 0));
    await page.goto(`${at.site.address}/policy/nl`, { waitUntil: 'networkidle0' });
    await frames(page);
    assert.ok(await page.evaluate(stands, 'policy-viewer'), 'it waits');
    const part = (inner) =>
      `document.querySelector('policy-viewer').shadowRoot.querySelector('${inner}')`;
    // Without a pointer: as who uses a screen reader presses.
    await page.evaluate(`${part('policy-quiz')}.shadowRoot.querySelector('.choice').click()`);
    await page.waitForFunction(
      `${part('policy-quiz')}.shadowRoot.querySelector('.explanation:not([hidden])')`,
    );
    const waits = await page.evaluate(
      `['policy-quiz', 'policy-rules'].map((tag) => document.querySelector('policy-viewer').shadowRoot.querySelector(tag).shadowRoot.querySelector('slot[name=places]') !== null)`,
    );
    assert.deepEqual(waits, [false, true], 'only what was pressed, and what it stands in');
    const button = await page.evaluateHandle(part('[part=languages] button[lang=fr]'));
    await button.click();
    await page.waitForFunction(
      (title) =>
        document.querySelector('policy-viewer').shadowRoot.querySelector('[part=title]')
          .textContent === title,
      {},
      sample.title.fr,
    );
    await takenOver(page);
    const text = await page.evaluate(seenText);
    const rules = sample.sections.find(({ type }) => type === 'rules');
    assert.ok(text.includes(rules.title.fr) && !text.includes(rules.title.nl));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('is at once what the reader chose before, where the browser is never idle', async () => {
    const { page } = await newPage(at.browser);
    await page.evaluateOnNewDocument(() => (globalThis.requestIdleCallback = () => 0));
    const isFrench = () =>
      page.waitForFunction(
        (title) =>
          document.querySelector('policy-viewer').shadowRoot.querySelector('[part=title]')
            .textContent === title,
        {},
        sample.title.fr,
      );
    await page.goto(`${at.site.address}/policy/nl`, { waitUntil: 'networkidle0' });
    const button = `document.querySelector('policy-viewer').shadowRoot.querySelector('[part=languages] button[lang=fr]')`;
    await page.evaluate(`${button}.click()`);
    await isFrench();
    await page.reload();
    await isFrench();
    await page.close();
  });

  it('leads to what the address names, where the browser is never idle', async () => {
    const { page } = await newPage(at.browser);
    await page.evaluateOnNewDocument(() => (globalThis.requestIdleCallback = () => 0));
    const { id } = sample.sections.find(({ type }) => type === 'faq').items.at(-1);
    await page.goto(`${at.site.address}/policy/nl#${sample.id}/${id}`);
    await page.waitForFunction(
      (item) => {
        const faq = document.querySelector('policy-viewer').shadowRoot.querySelector('policy-faq');
        const details = faq.shadowRoot.getElementById(item);
        const { top } = details.getBoundingClientRect();
        return details.open && top >= 0 && top < innerHeight;
      },
      {},
      id,
    );
    await page.close();
  });

  it('waits no longer once a page asks the element for something', async () => {
    const { page } = await newPage(at.browser);
    await page.evaluateOnNewDocument(() => (globalThis.requestIdleCallback = () => 0));
    await page.goto(`${at.site.address}/policy/nl`);
    await page.waitForFunction(() => customElements.get('policy-viewer'));
    await page.evaluate(() => void document.querySelector('policy-viewer').updateComplete);
    await page.waitForFunction(() => document.querySelector('policy-viewer').shownPolicy);
    await page.close();
  });

  for (const path of ['/policy/nl', '/policy/fr', '/inline', '/compiled', '/partial', '/poor']) {
    it(`is, once taken over, what the element draws by itself (${path})`, async () => {
      const drawnAnew = [];
      const { page } = await newPage(at.browser);
      page.on('console', (message) => {
        if (message.text().includes('drawn anew')) drawnAnew.push(message.text());
      });
      await page.goto(at.site.address + path, { waitUntil: 'networkidle0' });
      await takenOver(page);
      // What is learnt of the reader, and what stands on paper only, comes when there is time.
      await page.waitForNetworkIdle({ idleTime: 300 });
      const taken = await page.evaluate(linesOf);
      await page.evaluate(async () => {
        const viewer = document.querySelector('policy-viewer');
        const fresh = document.createElement('policy-viewer');
        for (const { name, value } of viewer.attributes) fresh.setAttribute(name, value);
        viewer.replaceWith(fresh);
        await fresh.updateComplete;
      });
      await page.waitForFunction(() =>
        document
          .querySelector('policy-viewer')
          .shadowRoot.querySelector('.part')
          ?.shadowRoot?.querySelector('.frame'),
      );
      await page.waitForNetworkIdle({ idleTime: 300 });
      const anew = await page.evaluate(linesOf);
      assert.ok(anew.length > 30, `${anew.length} lines`);
      assert.deepEqual(taken, anew);
      assert.deepEqual(drawnAnew, []);
      await page.close();
    });
  }
});

/* In the page: all that is drawn, a line an element or a text. */
function linesOf() {
  const lines = [];
  const address = (value) => new URL(value, document.baseURI).href;
  const walk = (node, depth) => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ');
      // A text may stand in several nodes.
      if (lines.at(-1)?.isText) lines.at(-1).line += text;
      else if (text.trim()) lines.push({ isText: true, line: text });
    } else if (node instanceof Element) {
      if (node.matches('style, slot[slot=places]') || (!depth && node.slot)) return;
      const own = [...node.attributes]
        .filter(({ name }) => !['style', 'defer-hydration'].includes(name))
        .map(({ name, value }) => `${name}=${name === 'href' ? address(value) : value}`);
      lines.push({
        line: `${depth} ${node.localName} ${own.sort().join(' ')} ${node.checked ?? ''}`,
      });
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child, depth + 1);
    }
  };
  walk(document.querySelector('policy-viewer'), 0);
  return lines.map(({ line }) => line.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

/* In the page: elements are known again. */
function markElements() {
  const mark = (root) => {
    for (const each of root.querySelectorAll('*')) {
      each.wasThere = true;
      if (each.shadowRoot) mark(each.shadowRoot);
    }
  };
  mark(document.querySelector('policy-viewer').shadowRoot);
}

/* In the page: elements that were not there, each after the name of what it stands in. */
function elementsMade() {
  const made = [];
  const look = (root) => {
    for (const each of root.querySelectorAll('*')) {
      if (!each.wasThere) made.push(`${root.host.localName} ${each.localName}.${each.className}`);
      if (each.shadowRoot) look(each.shadowRoot);
    }
  };
  look(document.querySelector('policy-viewer').shadowRoot);
  return made;
}
