import type { Act } from '../records/record.js';
import type { StoredAcknowledgement } from '../records/store.js';
import { formatFor, type Format } from './format.js';
import { html, type Html } from './html.js';
import { languageNames, pageLanguages, words, type PageLanguage } from './words.js';

export const pageSize = 50;
export const stylePath = '/acknowledgements.css';
export const iconPath = '/acknowledgements.svg';

export interface PageView {
  language: PageLanguage;
  /** From 1. */
  page: number;
  count: number;
  entries: readonly StoredAcknowledgement[];
  timeZone: string;
  demo: boolean;
  /** Where "back" leads, where there is a site around this page. */
  home?: string | undefined;
}

type Words = (typeof words)[PageLanguage];

const marks: Record<Act, Html> = {
  acknowledge: html`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
  decline: html`<path d="m5.5 5.5 9 9m0-9-9 9" />`,
  'request-exception': html`<path
    d="M7.2 7.4a2.9 2.9 0 1 1 4.2 2.6c-1 .5-1.4 1-1.4 2m0 3.2v.1"
  />`,
};

const mark = (act: Act): Html =>
  html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${marks[act]}</svg>`;

function address(language: PageLanguage, page: number): string {
  return `?lang=${language}${page > 1 ? `&page=${page}` : ''}`;
}

function languageChoice(view: PageView, text: Words): Html {
  const links = pageLanguages.map(
    (language) =>
      html`<li>
        <a
          href="${address(language, view.page)}"
          lang="${language}"
          hreflang="${language}"
          ${language === view.language && html`aria-current="true"`}
          >${languageNames[language]}</a
        >
      </li>`,
  );
  return html`<nav class="languages" aria-label="${text.languageChoice}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function languagesRead(counts: Record<string, number>, text: Words, format: Format): Html {
  const read = Object.entries(counts).sort(([, one], [, other]) => other - one);
  const items = read.map(
    ([tag, count]) =>
      html`<li>
        ${format.language(tag)}${
          read.length > 1 && html` <span class="quiet">(${text.texts(format.number(count))})</span>`
        }
      </li>`,
  );
  return html`<ul class="plain">
    ${items}
  </ul>`;
}

function evidence({ record }: StoredAcknowledgement, text: Words): Html {
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

function row(entry: StoredAcknowledgement, text: Words, format: Format): Html {
  const { person, record, recordedAt } = entry;
  // The roles repeat what a table is: as cards, display takes it away.
  return html`<tr role="row">
    <th role="rowheader" scope="row">${person ? html`<bdi>${person.name}</bdi>` : text.erased(entry.subject.slice(0, 8))}</th>
    <td role="cell" data-label="${text.act}">
      <span class="act ${record.act}">${mark(record.act)}${text.acts[record.act]}</span>
      ${
        record.reason !== undefined &&
        record.reason !== '' &&
        html`<p class="reason">
        <span class="quiet">${text.reason}</span> <bdi>${record.reason}</bdi>
      </p>`
      }
    </td>
    <td role="cell" data-label="${text.policy}">${record.policy}</td>
    <td role="cell" data-label="${text.version}" class="number">${record.version}</td>
    <td role="cell" data-label="${text.languages}">
      ${languagesRead(record.languages, text, format)}
    </td>
    <td role="cell" data-label="${text.recorded}" class="number">
      <time datetime="${recordedAt.toISOString()}"
        ><span>${format.date(recordedAt)}</span>
        <span class="quiet">${format.time(recordedAt)}</span></time
      >
    </td>
    <td role="cell" data-label="${text.digest}">${evidence(entry, text)}</td>
  </tr>`;
}

function table(view: PageView, text: Words, format: Format): Html {
  const heads = [
    text.person,
    text.act,
    text.policy,
    text.version,
    text.languages,
    text.recorded,
    text.digest,
  ];
  return html`<table role="table" aria-label="${text.tableName}">
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${view.entries.map((entry) => row(entry, text, format))}
    </tbody>
  </table>`;
}

function summary(view: PageView, text: Words, format: Format): Html {
  const first = (view.page - 1) * pageSize + 1;
  const last = first + view.entries.length - 1;
  const sentence =
    view.count > pageSize
      ? text.range(format.number(first), format.number(last), format.number(view.count))
      : `${format.number(view.count)} ${text.count(view.count)}`;
  return html`<p class="summary">${sentence}. ${text.zone} ${format.zone}.</p>`;
}

function paging({ language, page, count }: PageView, text: Words, format: Format): Html {
  const pages = Math.ceil(count / pageSize);
  if (pages <= 1) return html``;
  const link = (to: number, rel: 'prev' | 'next', label: string): Html | false =>
    to >= 1 && to <= pages && html`<a href="${address(language, to)}" rel="${rel}">${label}</a>`;
  return html`<nav class="paging" aria-label="${text.paging}">
    ${link(page - 1, 'prev', text.newer)}
    <span>${text.page(format.number(page), format.number(pages))}</span>
    ${link(page + 1, 'next', text.older)}
  </nav>`;
}

function empty(text: Words): Html {
  return html`<section class="empty">
    <h2>${text.emptyTitle}</h2>
    <p>${text.emptyText}</p>
  </section>`;
}

export function renderPage(view: PageView): string {
  const text = words[view.language];
  const format = formatFor(view.language, view.timeZone);
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${text.title}</title>
        <link rel="icon" href="${iconPath}" />
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <a class="skip" href="#list">${text.skip}</a>
        <header>
          <div class="bar">
            ${view.home !== undefined && html`<a class="back" href="${view.home}">${text.back}</a>`}
            ${languageChoice(view, text)}
          </div>
          <h1>${text.title}</h1>
          <p class="intro">${text.intro}</p>
        </header>
        <main id="list" tabindex="-1">
          ${
            view.entries.length > 0
              ? [summary(view, text, format), table(view, text, format), paging(view, text, format)]
              : empty(text)
          }
        </main>
        ${view.demo && html`<footer><p>${text.demo}</p></footer>`}
      </body>
    </html>`.text;
}
