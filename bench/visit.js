/** One visit to the page of a contender: what loading, typing and another language take. */
import { watchChanges, watchFrames } from '../scripts/measure/in-page.js';
import { ENGINE } from '../test/support/browser.js';

const VIEWPORT = { width: 1280, height: 900 };
export const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
};
const QUIET = { load: 900, step: 250 };
const QUERY = [...'kwbe'];

/** Blocking time: of every task, what goes beyond 50 ms. */
function watchTasks() {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
  globalThis.blocking = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      globalThis.blocking.push([startTime, duration - 50]);
    }
  }).observe({ type: 'longtask', buffered: true });
}

const settled = (page, quiet) => page.evaluate((time) => globalThis.measuring.settled(time), quiet);

/** What only Chromium counts, in seconds, bytes and numbers; elsewhere all of it is undefined. */
async function metricsOf(client) {
  if (!client) return {};
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const milliseconds = (seconds) => (seconds === undefined ? undefined : seconds * 1000);

/** Time of the main thread between two metrics, for each of `parts`. */
const threadBetween = (before, after, parts = 1) =>
  after.TaskDuration === undefined
    ? undefined
    : milliseconds((after.TaskDuration - before.TaskDuration) / parts);

/** The way to what Chromium counts, and to a slower network. */
async function connect(page, slowNetwork) {
  const client = await page.createCDPSession();
  // Time of the thread and not of the clock: others use the processor as well.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Network.enable');
  if (slowNetwork) await client.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  return client;
}

/** Finds an element through shadow roots. */
const deepFind = (page, selectors) =>
  page.evaluateHandle((wanted) => {
    const find = (root, selector) => {
      const own = root.querySelector(selector);
      if (own) return own;
      for (const each of root.querySelectorAll('*')) {
        const inner = each.shadowRoot && find(each.shadowRoot, selector);
        if (inner) return inner;
      }
      return undefined;
    };
    return wanted.map((selector) => find(document, selector)).find(Boolean);
  }, selectors);

/** @returns what was measured, in milliseconds and bytes; nothing for what a contender cannot do. */
export async function visit(browser, { url, slowdown = 1, slowNetwork = false, steps = true }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    for (const watch of [watchFrames, watchChanges, watchTasks]) {
      await page.evaluateOnNewDocument(watch);
    }
    const client = ENGINE === 'chromium' ? await connect(page, slowNetwork) : undefined;
    if (slowdown > 1) await page.emulateCPUThrottling(slowdown);
    const asked = [];
    page.on('request', (request) => {
      if (request.url().startsWith('http')) asked.push(new URL(request.url()).pathname);
    });
    const result = await load(page, client, url);
    result.paths = [...new Set(asked)];
    if (steps) Object.assign(result, await typing(page, client), await language(page, client));
    return result;
  } finally {
    await context.close();
  }
}

async function load(page, client, url) {
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  const { stable } = await settled(page, QUIET.load);
  const metrics = await metricsOf(client);
  const tasks = await page.evaluate(
    (until) => globalThis.blocking?.flatMap(([start, over]) => (start < until ? [over] : [])),
    stable,
  );
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  await client?.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes } = await metricsOf(client);
  return {
    load: stable,
    painted,
    blocking: tasks?.reduce((sum, over) => sum + over, 0),
    // Nothing below 50 ms is told.
    longest: tasks && (tasks.length ? 50 + Math.max(...tasks) : 0),
    thread: milliseconds(metrics.TaskDuration),
    script: milliseconds(metrics.ScriptDuration),
    style: milliseconds(metrics.RecalcStyleDuration),
    layout: milliseconds(metrics.LayoutDuration),
    layouts: metrics.LayoutCount,
    heap: JSHeapUsedSize,
    nodes: Nodes,
  };
}

async function typing(page, client) {
  const field = await deepFind(page, ['policy-faq', '.find']);
  const input = await field.evaluateHandle(
    (found) =>
      found?.shadowRoot?.querySelector('#find, input') ??
      (found?.localName === 'input' ? found : undefined),
  );
  if (!(await input.evaluate((found) => found instanceof HTMLInputElement))) return {};
  await input.evaluate((found) => found.focus());
  await settled(page, QUIET.step);
  const before = await metricsOf(client);
  const keys = [];
  for (const key of QUERY) {
    await page.evaluate(() => globalThis.measuring.arm());
    await page.keyboard.press(key);
    const { started, painted } = await settled(page, QUIET.step);
    keys.push(painted - started);
  }
  const after = await metricsOf(client);
  return {
    key: keys.sort((a, b) => a - b)[Math.floor(keys.length / 2)],
    keyThread: threadBetween(before, after, QUERY.length),
  };
}

async function language(page, client) {
  // What is fetched while there is nothing to do has come.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const button = await deepFind(page, ['[data-lang=fr]', '[part=languages] button[lang=fr]']);
  if (!(await button.evaluate((found) => found instanceof HTMLElement))) return {};
  await button.evaluate((found) => found.focus());
  await settled(page, QUIET.step);
  const before = await metricsOf(client);
  await page.evaluate(() => globalThis.measuring.arm());
  await page.keyboard.press('Enter');
  const { started, painted } = await settled(page, QUIET.load);
  const after = await metricsOf(client);
  return {
    language: painted - started,
    languageThread: threadBetween(before, after),
  };
}

/* In the page: when its first answer opens after the next press; where to press. */
function watchPress({ shadowRoot }) {
  const { addEventListener, MessageChannel, performance, requestAnimationFrame } = globalThis;
  const button = shadowRoot.querySelector('.controls button');
  globalThis.scrollBy(0, button.getBoundingClientRect().top - 300);
  let pressed;
  globalThis.opened = new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - pressed);
    const look = () =>
      requestAnimationFrame(() =>
        // A message posted in a frame comes after its style, layout and paint.
        shadowRoot.querySelector('details[id]').open ? port2.postMessage(undefined) : look(),
      );
    const begin = ({ timeStamp }) => {
      pressed = timeStamp;
      look();
    };
    addEventListener('pointerdown', begin, { capture: true, once: true });
  });
  const { left, top, width, height } = button.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/**
 * From a press on “Open all” above the questions, right after the first picture, to the end of the
 * frame in which they are open.
 */
export async function firstPress(browser, { url, slowdown = 1 }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    if (slowdown > 1) await page.emulateCPUThrottling(slowdown);
    const loaded = page.goto(url, { timeout: 120_000 });
    // The page stands; its script may not have run yet.
    await page.waitForFunction(
      () =>
        document.querySelector('policy-viewer')?.shadowRoot &&
        document.readyState !== 'loading' &&
        performance.getEntriesByName('first-contentful-paint').length,
      { timeout: 120_000 },
    );
    const faq = await deepFind(page, ['policy-faq']);
    const place = await faq.evaluate(watchPress);
    await page.mouse.click(...place);
    await loaded;
    return await page.evaluate(() => globalThis.opened);
  } finally {
    await context.close();
  }
}

/** Every text is there, none of the hostile ones ran, and the browser's own search reaches it. */
export async function check(browser, url, marks) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    for (const watch of [watchFrames, watchChanges]) await page.evaluateOnNewDocument(watch);
    await page.goto(url, { waitUntil: 'load' });
    await settled(page, QUIET.load);
    const text = await page.evaluate(() => {
      const read = (node) =>
        node instanceof Text
          ? node.data
          : node.localName === 'script' || node.localName === 'style'
            ? ''
            : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(read).join('');
      return read(document.body);
    });
    const shown = new Set(text.match(/kw[0-9a-z]+z(?:nl|fr|en)?/g));
    const searched = [marks[0], marks[Math.floor(marks.length / 2)], marks.at(-1)];
    const found = await page.evaluate((words) => words.filter((word) => find(word)), searched);
    return {
      missing: marks.filter((mark) => !shown.has(mark)),
      unfound: searched.filter((mark) => !found.includes(mark)),
      hit: await page.evaluate(() => globalThis.hit !== undefined),
    };
  } finally {
    await context.close();
  }
}
