/** What the main thread of the page did, from the browser's own trace. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];
/** Ties the clock of the page to that of the trace. */
const CLOCK = 'measure:clock';

export const startTrace = (page) => page.tracing.start({ categories: CATEGORIES });

/**
 * Stops, and answers for a span of the page's clock (ms): the longest task in it, and their sum.
 * With `computed`, tasks are as long as the thread had the processor, whatever else the machine did.
 */
export async function stopTrace(page, file, { computed = false } = {}) {
  await page.evaluate((name) => void globalThis.performance.mark(name), CLOCK);
  const bytes = await page.tracing.stop();
  if (file) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const { traceEvents } = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const clock = traceEvents.findLast(({ name }) => name === CLOCK);
  const zero = clock.ts - clock.args.data.startTime * 1000;
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === clock.pid && tid === clock.tid)
    .map(({ ts, dur, tdur }) => ({
      from: (ts - zero) / 1000,
      to: (ts + dur - zero) / 1000,
      computed: (tdur ?? dur) / 1000,
    }));
  return (from, to) => {
    const within = tasks.filter((task) => task.to > from && task.from < to);
    const lengths = within.map((task) =>
      computed ? task.computed : task.to - Math.max(task.from, from),
    );
    return {
      longest: Math.max(0, ...lengths),
      busy: lengths.reduce((sum, length) => sum + length, 0),
    };
  };
}
