/** What was measured, as tables of ratios: medians, with the range of the middle half. */
const median = (values) => quantile(values, 0.5);
function quantile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

/** Where a browser does not tell, or a page has no such thing. */
const NONE = '–';
const whole = (value) => value?.toFixed(0) ?? NONE;
const two = (value) =>
  value === undefined ? NONE : value < 10 ? value.toFixed(2) : value.toFixed(0);

/** A metric of every contender as a ratio to one of them. */
function ratios(results, metric, to) {
  const base = median((results[to] ?? []).map((each) => each[metric]));
  return Object.fromEntries(
    Object.entries(results).map(([name, runs]) => {
      const values = runs.map((each) => each[metric]);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
      if (middle === undefined || !base) return [name, NONE];
      return [name, `${two(middle / base)} (${two(low / base)}–${two(high / base)})`];
    }),
  );
}

const COLUMNS = [
  ['load', 'load, against static', 'static'],
  ['load', 'load, against hand-written', 'hand-written'],
  ['painted', 'first contentful paint, against static', 'static'],
  ['thread', 'main thread', 'static'],
  ['key', 'one key in the filter', 'hand-written'],
  ['language', 'language change', 'hand-written'],
];

/** The middle of every metric, by contender. */
export const medians = (results) =>
  Object.fromEntries(
    Object.entries(results).map(([name, runs]) => [
      name,
      Object.fromEntries(
        Object.keys(runs[0]).map((metric) => [metric, median(runs.map((each) => each[metric]))]),
      ),
    ]),
  );

/** @param results by contender, each a list of runs. */
export function table(title, results, site) {
  const all = COLUMNS.map(([metric, , to]) => ratios(results, metric, to));
  const head = [
    '',
    ...COLUMNS.map(([, label]) => label),
    'script + style + layout ms',
    'blocking ms',
    'longest task ms',
    'first press ms',
    'heap MB',
    'nodes',
    'scripts kB',
    'all gzip kB',
    'all brotli kB',
    'load ms',
  ];
  const rows = Object.entries(results).map(([name, runs]) => {
    const of = (metric) => median(runs.map((each) => each[metric]));
    const scripts = runs[0].paths.filter((path) => path.endsWith('.js'));
    const bytes = site.weigh(runs[0].paths);
    return [
      name,
      ...all.map((column) => column[name]),
      ['script', 'style', 'layout'].map((metric) => whole(of(metric))).join(' + '),
      whole(of('blocking')),
      of('longest') === 0 ? '< 50' : whole(of('longest')),
      whole(of('press')),
      of('heap') === undefined ? NONE : (of('heap') / 1e6).toFixed(1),
      whole(of('nodes')),
      (site.weigh(scripts).gzip / 1000).toFixed(1),
      (bytes.gzip / 1000).toFixed(1),
      (bytes.brotli / 1000).toFixed(1),
      whole(of('load')),
    ];
  });
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join(
    '\n',
  );
}
