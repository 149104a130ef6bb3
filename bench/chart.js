/** How cost grows with the size of a policy, as a picture: both axes logarithmic, light and dark. */
const PANEL = { width: 380, height: 230, left: 56, top: 34, gap: 44 };
const COLUMNS = 2;
const METRICS = [
  { metric: 'load', label: 'Load, until stable (ms), by size' },
  { metric: 'key', label: 'One key in the filter (ms), by size' },
  { metric: 'language', label: 'Language change (ms), by size' },
  { metric: 'heap', label: 'JavaScript heap (MB), by size', unit: 1e6 },
];
/** Told apart by colour, dashes and marks. */
const LOOKS = [
  { dash: '', mark: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0' },
  { dash: '7 4', mark: 'M-4-4h8v8h-8z' },
  { dash: '2 3', mark: 'M0-5L5 4H-5z' },
  { dash: '9 3 2 3', mark: 'M0-5L5 0L0 5L-5 0z' },
  { dash: '4 2', mark: 'M-4-4L4 4M4-4L-4 4' },
];
const STYLE = `
  svg { color-scheme: light dark; font: 12px system-ui, sans-serif; }
  .ground { fill: #fff; } text { fill: #222; } .title { font-weight: 600; font-size: 13px; }
  .grid { stroke: #ddd; } .line { fill: none; stroke-width: 2; } .mark { stroke-width: 2; }
  .c0 { --c: #1d5fa8; } .c1 { --c: #b3401b; } .c2 { --c: #1f7a4d; } .c3 { --c: #7a3f9d; } .c4 { --c: #555; }
  .line, .mark { stroke: var(--c); } .mark { fill: var(--c); }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #16181d; } text { fill: #e4e6ea; } .grid { stroke: #3a3e46; }
    .c0 { --c: #7db4f0; } .c1 { --c: #f0966f; } .c2 { --c: #6fcf9c; } .c3 { --c: #cf9df0; } .c4 { --c: #bbb; }
  }`;

const round = (value) => Math.round(value * 10) / 10;

/** 1, 2, 5, 10 … around the values. */
function ticksFor(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const all = [];
  for (let power = -3; power < 8; power++) all.push(...[1, 2, 5].map((of) => of * 10 ** power));
  const from = all.findLastIndex((tick) => tick <= low);
  const to = all.findIndex((tick) => tick >= high);
  const ticks = all.slice(from, to + 1);
  return ticks.length > 8 ? ticks.filter((tick) => /^(0\.0*)?10*$/.test(String(tick))) : ticks;
}

const scale = (values, from, to) => {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => round(from + ((Math.log(value) - low) / (high - low || 1)) * (to - from));
};

function panel(grown, names, { metric, label, unit = 1 }, at) {
  const { width, height, left, top, gap } = PANEL;
  const x0 = left + (at % COLUMNS) * (width + left);
  const y0 = top + Math.floor(at / COLUMNS) * (height + top + gap);
  const of = (medians, name) => medians[name]?.[metric] && medians[name][metric] / unit;
  const values = grown
    .flatMap(({ medians }) => names.map((name) => of(medians, name)))
    .filter(Boolean);
  if (!values.length) return '';
  const ticks = ticksFor(values);
  const x = scale(
    grown.map(({ size }) => size),
    x0,
    x0 + width - 12,
  );
  const y = scale([...ticks, ...values], y0 + height, y0);
  const grid = ticks.map(
    (tick) =>
      `<path class="grid" d="M${x0} ${y(tick)}h${width}"/><text x="${x0 - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const below = grown.map(
    ({ size }) =>
      `<text x="${x(size)}" y="${y0 + height + 18}" text-anchor="middle">${size}</text>`,
  );
  const lines = names.map((name, index) => {
    const points = grown.flatMap(({ size, medians }) => {
      const value = of(medians, name);
      return value ? [[x(size), y(value)]] : [];
    });
    if (!points.length) return '';
    const { dash, mark } = LOOKS[index % LOOKS.length];
    const marks = points.map(
      ([px, py]) => `<path class="mark" transform="translate(${px} ${py})" d="${mark}"/>`,
    );
    return `<g class="c${index % LOOKS.length}"><path class="line" stroke-dasharray="${dash}" d="M${points.join('L')}"/>${marks.join('')}</g>`;
  });
  return `<text class="title" x="${x0}" y="${y0 - 14}">${label}</text>${grid.join('')}${below.join('')}${lines.join('')}`;
}

/** What the picture says, for who does not see it. */
const words = (grown, names) =>
  METRICS.map(({ metric, label, unit = 1 }) => {
    const told = names.map((name) => {
      const values = grown.flatMap(({ size, medians }) => {
        const value = medians[name]?.[metric];
        return value ? [`${Math.round((value / unit) * 10) / 10} at size ${size}`] : [];
      });
      return values.length ? `${name} ${values.join(', ')}` : '';
    });
    return `${label}: ${told.filter(Boolean).join('; ')}.`;
  }).join(' ');

/** @param grown for each size, the medians of every metric by contender */
export function chart(grown) {
  const { width, height, left, top, gap } = PANEL;
  const names = Object.keys(grown[0].medians);
  const rows = Math.ceil(METRICS.length / COLUMNS);
  const [w, h] = [COLUMNS * (width + left) + 16, rows * (height + top + gap) + 34];
  const legend = names.map((name, index) => {
    const { dash, mark } = LOOKS[index % LOOKS.length];
    const at = `translate(${left + index * 190} ${h - 14})`;
    return `<g class="c${index % LOOKS.length}" transform="${at}"><path class="line" stroke-dasharray="${dash}" d="M0-4h34"/><path class="mark" transform="translate(17 -4)" d="${mark}"/><text x="42">${name}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="t d">
<title id="t">Cost against the size of the policy, both on a logarithmic scale</title>
<desc id="d">${words(grown, names)}</desc>
<style>${STYLE}
</style>
<rect class="ground" width="${w}" height="${h}"/>
${METRICS.map((metric, at) => panel(grown, names, metric, at)).join('\n')}
${legend.join('')}
</svg>
`;
}
