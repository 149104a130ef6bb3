/** Ratios of what was measured, as Markdown. */
import { format } from 'node:util';

const ROWS = {
  load: 'load, until everything is there and still',
  idle: 'after the load, when idle',
  'search-come': 'search: coming to the field',
  'search-open': 'search: the first key',
  search: 'search: each key after it',
  'faq-find': 'find a question: one key',
  'profile-find': 'find a profile: one key',
  'faq-open': 'open one answer',
  'faq-open-all': 'open all answers',
  'go-to': 'go to a section from the contents',
  audience: 'choose an audience',
  everything: 'show everything again',
  language: 'choose a language for the first time',
  'language-again': 'choose the first language again',
};

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** Over the runs: the median of the medians of the keys, and of the longest task of any key. */
const summary = (runs, step) => ({
  wall: median(runs.map(({ steps }) => median(steps[step].map(({ wall }) => wall)))),
  busy: median(runs.map(({ steps }) => median(steps[step].map(({ busy }) => busy)))),
  longest: median(runs.map(({ steps }) => Math.max(...steps[step].map((each) => each.longest)))),
});

const ms = (value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const ratio = (large, small) => (large / small).toFixed(large / small < 10 ? 1 : 0);
const row = (...cells) => `| ${cells.join(' | ')} |`;

export function report({ small, large }, { runs, slowdown, browser }) {
  const lines = Object.entries(ROWS).map(([step, label]) => {
    const [few, many] = [summary(small, step), summary(large, step)];
    const ratios = ['wall', 'busy', 'longest'].map((each) => ratio(many[each], few[each]));
    const times = ['wall', 'busy', 'longest'].map((each) => `${ms(few[each])} → ${ms(many[each])}`);
    return row(label, ...(step === 'idle' ? ['', ...ratios.slice(1)] : ratios), ...times);
  });
  const held = (name) => [small, large].map((each) => median(each.map((run) => run[name])));
  const [nodes, heap] = [held('nodes'), held('heap').map((bytes) => bytes / 1e6)];
  return format(
    '%s, %d runs, slowdown %d\n\n%s\n%s\n%s\n\nNodes: %sx (%d → %d). Heap: %sx (%s → %s MB).\n',
    browser,
    runs,
    slowdown,
    row(
      '',
      'time',
      'main thread',
      'longest task',
      'time, ms',
      'main thread, ms',
      'longest task, ms',
    ),
    row(...Array(7).fill('---')),
    lines.join('\n'),
    ratio(nodes[1], nodes[0]),
    ...nodes,
    ratio(heap[1], heap[0]),
    ...heap.map((each) => each.toFixed(1)),
  );
}
