import type { Act, AcknowledgementRecord } from '../records/record.js';
import type { State } from '../reports/report.js';
import type { Format } from './format.js';
import { html, type Html } from './html.js';
import type { PageMessages } from '../messages/messages.js';

export const pageSize = 50;

const tick = html`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`;
const cross = html`<path d="m5.5 5.5 9 9m0-9-9 9" />`;
const question = html`<path d="M7.2 7.4a2.9 2.9 0 1 1 4.2 2.6c-1 .5-1.4 1-1.4 2m0 3.2v.1" />`;
const clock = html`<path d="M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 3V10l2.5 1.5" />`;
const circle = html`<path d="M10 4.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11" />`;

const marks: Record<State, Html> = {
  ...{ confirmed: tick, declined: cross, exception: question, expired: clock },
  outstanding: circle,
};

const stateOf: Record<Act, State> = {
  ...{ acknowledge: 'confirmed', decline: 'declined', 'request-exception': 'exception' },
};

const mark = (state: State): Html =>
  html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${marks[state]}</svg>`;

/** A word with its icon. */
export const stateMark = (state: State, word: string): Html =>
  html`<span class="act ${state}">${mark(state)}<span>${word}</span></span>`;

export const actMark = (act: Act, text: PageMessages): Html =>
  stateMark(stateOf[act], text.acts[act]);

export function reason(record: AcknowledgementRecord | null, text: PageMessages): Html | false {
  if (!record?.reason) return false;
  return html`<p class="reason">
    <span class="quiet">${text.reason}</span> <bdi>${record.reason}</bdi>
  </p>`;
}

export function languagesRead(
  counts: Record<string, number>,
  text: PageMessages,
  format: Format,
): Html {
  const read = Object.entries(counts).sort(([, one], [, other]) => other - one);
  const items = read.map(
    ([tag, count]) =>
      html`<li>
        ${format.language(tag)}${
          read.length > 1 &&
          html` <span class="quiet">(${text.texts(count, format.number(count))})</span>`
        }
      </li>`,
  );
  return html`<ul class="plain">
    ${items}
  </ul>`;
}

export function recordedTime(date: Date, format: Format): Html {
  return html`<time datetime="${date.toISOString()}"
    ><span>${format.date(date)}</span> <span class="quiet">${format.time(date)}</span></time
  >`;
}

export function evidence(record: AcknowledgementRecord, text: PageMessages): Html {
  const hex = record.digest.replace('sha-256:', '');
  return html`<details name="evidence">
    <summary><code>${hex.slice(0, 8)}</code></summary>
    <dl>
      <dt>${text.fullDigest}</dt>
      <dd><code>${record.digest}</code></dd>
      <dt>${text.shownDigest}</dt>
      <dd><code>${record.shown}</code></dd>
      <dt>${text.statement}</dt>
      <dd><bdi>${record.statement}</bdi></dd>
      <dt>${text.recordId}</dt>
      <dd><code>${record.id}</code></dd>
    </dl>
  </details>`;
}

/** The roles repeat what a table is: as cards, display takes it away. */
export function table(
  label: string,
  heads: readonly string[],
  rows: readonly Html[],
  name: 'list' | 'texts' = 'list',
): Html {
  return html`<table class="${name}" role="table" aria-label="${label}">
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}

export function paging(
  { page, count }: { page: number; count: number },
  address: (page: number) => string,
  text: PageMessages,
  format: Format,
): Html {
  const pages = Math.ceil(count / pageSize);
  if (pages <= 1) return html``;
  const link = (to: number, rel: 'prev' | 'next', label: string): Html | false =>
    to >= 1 && to <= pages && html`<a href="${address(to)}" rel="${rel}">${label}</a>`;
  return html`<nav class="paging" aria-label="${text.paging}">
    ${link(page - 1, 'prev', text.previous)}
    <span>${text.page(format.number(page), format.number(pages))}</span>
    ${link(page + 1, 'next', text.next)}
  </nav>`;
}

export function emptyBox(title: string, words: string, more: Html | false = false): Html {
  return html`<section class="empty">
    <h2>${title}</h2>
    <p>${words}</p>
    ${more}
  </section>`;
}
