import { asksSomebody, emptyAudiences, keyOf, type ReportRow } from '../reports/report.js';
import type { KnownText } from '../reports/texts.js';
import { addressOf, answersPath, exportPath, isFiltered } from './address.js';
import { renderDocument } from './document.js';
import { figures, textsTable } from './figures.js';
import { filterForm } from './filter.js';
import { formatFor, type Format } from './format.js';
import { html, type Html } from './html.js';
import * as parts from './parts.js';
import { audienceTitle, nameOf, type ReportView } from './report-view.js';
import { messagesIn, type PageMessages } from '../messages/messages.js';

function personCell(row: ReportRow, view: ReportView, text: PageMessages): Html {
  const name = row.name ?? text.erased(row.subject.slice(0, 8));
  const notes = [row.id !== row.name && row.id, row.left && text.left].filter(Boolean);
  return html`<th role="rowheader" scope="row">
    ${
      row.record
        ? html`<a href="${view.basePath}${answersPath(row.subject)}?lang=${view.language}"><bdi>${name}</bdi></a>`
        : html`<bdi>${name}</bdi>`
    }
    ${notes.length > 0 && html`<span class="note">${notes.join(', ')}</span>`}
  </th>`;
}

function expiry({ state, expiresAt }: ReportRow, text: PageMessages, format: Format): Html | false {
  if (!expiresAt) return false;
  const date = format.date(expiresAt);
  return html`<p class="note">
    ${state === 'expired' ? text.expiredOn(date) : text.validUntil(date)}
  </p>`;
}

function row(row: ReportRow, view: ReportView, text: PageMessages, format: Format): Html {
  const { record, recordedAt } = row;
  const none = html`<td role="cell" class="none"></td>`;
  return html`<tr role="row">
    ${personCell(row, view, text)}
    <td role="cell" data-label="${text.state}">
      ${parts.stateMark(row.state, text.states[row.state])} ${expiry(row, text, format)}
      ${parts.reason(record, text)}
    </td>
    ${
      record && recordedAt
        ? html`<td role="cell" data-label="${text.version}" class="number">${record.version}</td>
            <td role="cell" data-label="${text.languages}">
              ${parts.languagesRead(record.languages, text, format)}
            </td>
            <td role="cell" data-label="${text.recorded}" class="number">
              ${parts.recordedTime(recordedAt, format)}
            </td>
            <td role="cell" data-label="${text.digest}">${parts.evidence(record, text)}</td>`
        : [none, none, none, none]
    }
  </tr>`;
}

function list(view: ReportView, text: PageMessages, format: Format): Html {
  const heads = [
    ...[text.person, text.state, text.version, text.languages, text.recorded, text.digest],
  ];
  return parts.table(
    text.reportName,
    heads,
    view.rows.map((each) => row(each, view, text, format)),
  );
}

function summary(view: ReportView, text: PageMessages, format: Format): Html {
  const { total, rows, query, language, basePath } = view;
  const first = (query.page - 1) * parts.pageSize + 1;
  const sentence =
    total > rows.length
      ? text.peopleRange(
          format.number(first),
          format.number(first + rows.length - 1),
          total,
          format.number(total),
        )
      : `${format.number(total)} ${text.people(total)}`;
  const href = `${basePath}${exportPath}${addressOf(language, { ...query, page: 1 })}`;
  return html`<div class="summary">
    <p>${sentence}. ${text.zone} ${format.zone}.</p>
    <a href="${href}" download>${text.download}</a>
  </div>`;
}

function found(view: ReportView, text: PageMessages, format: Format): Html {
  const { rows, query, language, total } = view;
  if (rows.length === 0) {
    const href = addressOf(language, { text: query.text });
    const clear = html`<p><a href="${href}">${text.clear}</a></p>`;
    return parts.emptyBox(text.nobodyTitle, text.nobodyText, isFiltered(query) && clear);
  }
  const address = (page: number): string => addressOf(language, { ...query, page });
  return html`${summary(view, text, format)} ${list(view, text, format)}
  ${parts.paging({ page: query.page, count: total }, address, text, format)}`;
}

/** A group whose id the list of people does not have asks nobody, and looks as if all had answered. */
function nobodyIn(view: ReportView, shown: KnownText, text: PageMessages): Html | false {
  const titles = emptyAudiences(shown, view.choices).map((id) => audienceTitle(view, shown, id));
  if (titles.length === 0) return false;
  const asked = asksSomebody(shown, view.choices);
  return html`<div class="warning" role="note">
    ${titles.map((title) => html`<p>${text.nobodyInAudience(title)}</p>`)}
    <p>${asked ? text.someAsked : text.nobodyAsked}</p>
  </div>`;
}

function main(view: ReportView, text: PageMessages, format: Format): Html {
  const { text: shown, texts, counts, choices, language } = view;
  if (!shown) return parts.emptyBox(text.emptyTitle, text.emptyText);
  return html`${texts.length > 1 && textsTable(view, text, format)}
    <section class="report">
      <h2>${nameOf(shown, language)}</h2>
      ${figures(shown, counts.get(keyOf(shown))!, view, text, format)}
      ${choices.listed === 0 && html`<p class="hint">${text.unlisted}</p>`}
      ${shown.current && nobodyIn(view, shown, text)}
      ${filterForm(view, shown, text)} ${found(view, text, format)}
    </section>`;
}

/** Where everybody stands with one text, with a table of all texts above it. */
export function renderReport(view: ReportView): string {
  const { language, home, query, studio } = view;
  const text = messagesIn(language);
  const format = formatFor(language, view.timeZone);
  return renderDocument({
    ...{ language, text, demo: view.demo, title: text.title, intro: text.intro },
    ...{ basePath: view.basePath, stylesheet: view.stylesheet },
    back: home === undefined ? undefined : { href: home, label: text.back },
    onward: studio === undefined ? undefined : { href: studio, label: text.toStudio },
    inLanguage: (other) => addressOf(other, query),
    main: main(view, text, format),
  });
}
