/**
 * What a key takes while somebody writes in a policy of 2,000 items: `npm run bench -- --only typing`.
 * The studio runs against its server as people have it: the preview open, each change kept in the
 * browser and saved to the server. Times are what the page's main thread computed, by the browser's
 * own trace, so that other work on the machine does not count.
 */
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { editorOf, open, saved, startBrowser, startServer } from '../studio/test/support.js';
import { largePolicy, samplePolicy } from '../scripts/measure/policies.js';
import { startTrace, stopTrace } from '../scripts/measure/trace.js';
import { randomBy } from '../test/faults/random.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '3' },
    traces: { type: 'string' },
  },
});

const WORDS = 'Wie namens ons iets plaatst, denkt eerst aan de mensen die het lezen. ';
/** Where somebody writes: in one question of hundreds. */
const PLACES = {
  'formatted text': (page, id) => editorOf(page, 'answer', id),
  title: (page) => page.$('.thing.open input[data-field="question"]'),
};

/** As people type: letters in quick succession, a breath between words, and now and then a thought. */
async function type(page, random) {
  for (const letter of WORDS + WORDS) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await sleep(letter === ' ' ? random.between(150, 900) : random.between(40, 160));
  }
  await sleep(2500);
}

async function measure(browser, policy, place, run) {
  const server = await startServer([policy]);
  try {
    const section = policy.sections.find(({ type: of }) => of === 'faq');
    const { id } = section.items[3];
    const path = `p/${policy.id}/write/${section.id}/${id}`;
    const page = await open(browser, server.address, path);
    await page.waitForFunction(() =>
      document.querySelector('policy-viewer')?.shadowRoot?.querySelector('[data-section]'),
    );
    const field = await PLACES[place](page, id);
    await field.focus();
    await sleep(3000);
    await page.evaluate(() => {
      globalThis.keys = [];
      addEventListener('keydown', ({ timeStamp }) => globalThis.keys.push(timeStamp), true);
    });
    await startTrace(page);
    await type(page, randomBy(run));
    const file = values.traces && `${values.traces}/${place}-${run}.json`;
    const within = await stopTrace(page, file, { computed: true });
    await saved(page);
    const keys = await page.evaluate(() => globalThis.keys);
    const ends = [...keys.slice(1), Infinity];
    return keys.map((at, index) => within(at, ends[index]));
  } finally {
    await server.stop();
  }
}

const quantile = (list, share) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const rows = [];
const browser = await startBrowser();
try {
  for (const [name, policy] of [
    ['the sample', samplePolicy()],
    ['2,000 items', largePolicy()],
  ]) {
    for (const place of Object.keys(PLACES)) {
      const keys = [];
      for (let run = 1; run <= Number(values.runs); run++) {
        keys.push(...(await measure(browser, policy, place, run)));
        process.stderr.write(`${name}, ${place}: run ${run}\n`);
      }
      const of = (what) => keys.map((key) => key[what]);
      const longest = Math.max(...of('longest'));
      const slow = of('longest').filter((time) => time > 50).length;
      const cells = [
        ...[quantile(of('busy'), 0.5), quantile(of('busy'), 0.95)],
        ...[quantile(of('longest'), 0.5), quantile(of('longest'), 0.95), longest],
      ].map((time) => time.toFixed(0));
      rows.push(`| ${[name, place, ...cells, `${slow} of ${keys.length}`].join(' | ')} |`);
    }
  }
} finally {
  await browser.close();
}
process.stdout
  .write(`| policy | field | a key, median ms | 95 % | longest task, median | 95 % | most | keys with a task above 50 ms |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}\n`);
