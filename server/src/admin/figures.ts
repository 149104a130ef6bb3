import { asksSomebody, keyOf, states, type Counts } from '../reports/report.js';
import type { KnownText } from '../reports/texts.js';
import { addressOf } from './address.js';
import type { Format } from './format.js';
import { html, type Html } from './html.js';
import { stateMark, table } from './parts.js';
import { nameOf, type ReportView } from './report-view.js';
import type { PageMessages } from '../messages/messages.js';

const sum = (counts: Counts): number => states.reduce((total, state) => total + counts[state], 0);

/**
 * One bar, in as many pieces as there are answers: a picture of the figures below it. It says how
 * far they are who were asked, so that there is none where nobody was.
 */
function bar(counts: Counts): Html {
  const total = sum(counts);
  let start = 0;
  const pieces = states.map((state) => {
    const width = (counts[state] / Math.max(1, total)) * 100;
    const piece = html`<rect
      class="${state}"
      x="${start.toFixed(3)}%"
      width="${width.toFixed(3)}%"
      height="100%"
    />`;
    start += width;
    return width > 0 && piece;
  });
  return html`<svg class="bar-of-states" height="8" width="100%" aria-hidden="true">${pieces}</svg>`;
}

/** How many stand where; each figure leads to who they are. */
export function figures(
  shown: KnownText,
  counts: Counts,
  { language, query, choices }: ReportView,
  text: PageMessages,
  format: Format,
): Html {
  const kinds = states.filter(
    (state) => shown.current || (state !== 'outstanding' && state !== 'expired'),
  );
  const items = kinds.map((state) => {
    const isChosen = query.state === state;
    const href = addressOf(language, {
      text: keyOf(shown),
      state: isChosen ? undefined : state,
    });
    return html`<li>
      <a href="${href}" ${isChosen && html`aria-current="true"`}>
        <strong>${format.number(counts[state])}</strong>
        ${stateMark(state, text.states[state])}
      </a>
    </li>`;
  });
  return html`<div class="figures">
    ${asksSomebody(shown, choices) && bar(counts)}
    <ul>
      ${items}
    </ul>
  </div>`;
}

/** Every policy and version, with its figures. */
export function textsTable(view: ReportView, text: PageMessages, format: Format): Html {
  const { texts, counts, language } = view;
  const rows = texts.map((known) => {
    const key = keyOf(known);
    const own = counts.get(key)!;
    const isShown = view.text === known;
    const cells = states.map((state) => {
      const counted = known.current || own[state] > 0;
      return html`<td role="cell" class="figure" data-label="${text.states[state]}">
        ${counted ? format.number(own[state]) : html`<span class="quiet">–</span>`}
      </td>`;
    });
    return html`<tr role="row" ${isShown && html`class="shown"`}>
      <th role="rowheader" scope="row">
        <a href="${addressOf(language, { text: key })}" ${isShown && html`aria-current="true"`}
          >${nameOf(known, language)}</a
        >
        <span class="note">${known.upcoming ? text.upcoming : known.current ? text.current : text.earlier}</span>
      </th>
      ${cells}
    </tr>`;
  });
  const heads = [text.policies, ...states.map((state) => text.states[state])];
  return table(text.policies, heads, rows, 'texts');
}
