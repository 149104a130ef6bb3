/** One visit of one reader: what was done, and what each thing took. */
import { watchChanges, watchFrames } from './in-page.js';
import { itemCounts } from './policies.js';
import { startTrace, stopTrace } from './trace.js';

const VIEWER = 'policy-viewer';
const VIEWPORT = { width: 1280, height: 900 };
/** Milliseconds without a change after which something is taken to be done. */
const QUIET = { load: 700, step: 200 };

/** What is done, in order: where the focus is put, and the keys that are pressed there. */
const STEPS = [
  { name: 'search-come', into: '.languages button:last-child', keys: ['Tab'] },
  { name: 'search-open', into: 'policy-search >>>> #query', keys: ['w'] },
  { name: 'search', into: 'policy-search >>>> #query', keys: [...'achtwoord'], clear: true },
  { name: 'faq-find', into: 'policy-faq >>>> #find', keys: [...'bericht'], clear: true },
  { name: 'profile-find', into: 'policy-profiles >>>> #find', keys: [...'facebook'], clear: true },
  { name: 'faq-open', into: 'policy-faq >>>> details:nth-of-type(2) summary', keys: ['Enter'] },
  { name: 'go-to', into: '.contents-list li:nth-child(8) a', keys: ['Enter'] },
  { name: 'audience', into: '.who input', keys: ['Space'], inside: '.who' },
  { name: 'everything', into: '.who input', keys: ['Space'], inside: '.who' },
  { name: 'language', into: '.languages [lang=fr]', keys: ['Enter'] },
  { name: 'language-again', into: '.languages [lang=nl]', keys: ['Enter'] },
  { name: 'faq-open-all', into: 'policy-faq >>>> .controls > .text-button', keys: ['Enter'] },
];

const settled = (page, milliseconds) =>
  page.evaluate((time) => globalThis.measuring.settled(time), milliseconds);

/** @returns the spans of everything done with their tasks, and what the page holds. */
export async function runOnce(browser, { url, policy, slowdown, trace }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    await page.evaluateOnNewDocument(watchFrames);
    await page.evaluateOnNewDocument(watchChanges);
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await page.emulateCPUThrottling(slowdown);
    await startTrace(page);

    const spans = { ...(await load(page, url, policy)) };
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const held = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    for (const step of STEPS) spans[step.name] = await take(page, step);

    const tasksIn = await stopTrace(page, trace);
    const steps = Object.entries(spans).map(([name, each]) => [
      name,
      each.map(({ from, to, until }) => ({ wall: to - from, ...tasksIn(from, until ?? to) })),
    ]);
    return {
      browser: await browser.version(),
      steps: Object.fromEntries(steps),
      nodes: held.Nodes,
      heap: held.JSHeapUsedSize,
    };
  } finally {
    await context.close();
  }
}

async function load(page, url, policy) {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector(`${VIEWER} >>>> [data-section]`, { timeout: 60_000 });
  const { stable } = await settled(page, QUIET.load);
  for (const [tag, count] of Object.entries(itemCounts(policy))) {
    const found = await page.evaluate(countItems, tag);
    if (found !== count) throw new Error(`${url}: ${found} of ${count} items in ${tag}`);
  }
  // What waits for an idle moment counts by itself.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { touched, now } = await settled(page, QUIET.step);
  if (touched > stable) throw new Error(`${url}: changed after it seemed stable`);
  return { load: [{ from: 0, to: stable }], idle: [{ from: stable, to: now }] };
}

/** Items are what has an id in the list of a section. */
function countItems(tag) {
  const viewer = globalThis.document.querySelector('policy-viewer');
  const { shadowRoot } = viewer.shadowRoot.querySelector(tag);
  return shadowRoot.querySelectorAll('.section li[id], .section details[id]').length;
}

async function take(page, { into, keys, clear, inside }) {
  if (inside) await change(page, inside, (details) => (details.open = true));
  await change(page, into, (element) => element.focus());
  const spans = [];
  for (const key of keys) {
    await page.evaluate(() => globalThis.measuring.arm());
    await page.keyboard.press(key);
    const { started, painted, now } = await settled(page, QUIET.step);
    // Work that changes nothing to be seen can block the next key all the same.
    spans.push({ from: started, to: painted, until: now });
  }
  if (clear) await change(page, into, empty);
  return spans;
}

function empty(field) {
  field.value = '';
  field.dispatchEvent(new globalThis.InputEvent('input', { bubbles: true, composed: true }));
}

/** Does something that is not measured, and waits until it is done. */
async function change(page, where, act) {
  const element = await page.waitForSelector(`${VIEWER} >>>> ${where}`);
  await element.evaluate(act);
  await settled(page, QUIET.step);
}
