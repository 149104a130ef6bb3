import type { StoredAcknowledgement } from '../records/store.js';
import { renderDocument } from './document.js';
import { formatFor, type Format } from './format.js';
import { html, type Html } from './html.js';
import { actMark, evidence, languagesRead, reason, recordedTime, table } from './parts.js';
import type { PageLanguage } from '../messages/labels.js';
import { messagesIn, type PageMessages } from '../messages/messages.js';

export interface AnswersView {
  language: PageLanguage;
  /** The person's random id. */
  subject: string;
  name: string | undefined;
  entries: readonly StoredAcknowledgement[];
  timeZone: string;
  demo: boolean;
  /** Path of the site under which the pages stand. */
  basePath: string;
  /** Address of the organisation's own style sheet. */
  stylesheet?: string | undefined;
  /** The address of the overview, in this language. */
  report: string;
}

function row(
  { record, recordedAt }: StoredAcknowledgement,
  text: PageMessages,
  format: Format,
): Html {
  return html`<tr role="row">
    <th role="rowheader" scope="row">${record.policy}</th>
    <td role="cell" data-label="${text.act}">
      ${actMark(record.act, text)} ${reason(record, text)}
    </td>
    <td role="cell" data-label="${text.version}" class="number">${record.version}</td>
    <td role="cell" data-label="${text.languages}">
      ${languagesRead(record.languages, text, format)}
    </td>
    <td role="cell" data-label="${text.recorded}" class="number">
      ${recordedTime(recordedAt, format)}
    </td>
    <td role="cell" data-label="${text.digest}">${evidence(record, text)}</td>
  </tr>`;
}

/** All one person answered. */
export function renderAnswers(view: AnswersView): string {
  const { language, entries, subject, name, report } = view;
  const text = messagesIn(language);
  const format = formatFor(language, view.timeZone);
  const heads = [
    ...[text.policy, text.act, text.version, text.languages, text.recorded, text.digest],
  ];
  return renderDocument({
    ...{ language, text, demo: view.demo, intro: text.allAnswers },
    ...{ basePath: view.basePath, stylesheet: view.stylesheet },
    title: name ?? text.erased(subject.slice(0, 8)),
    back: { href: report, label: text.toReport },
    inLanguage: (other) => `?lang=${other}`,
    main: [
      html`<p class="summary">
        ${format.number(entries.length)} ${text.count(entries.length)}. ${text.zone}
        ${format.zone}.
      </p>`,
      table(
        text.tableName,
        heads,
        entries.map((entry) => row(entry, text, format)),
      ),
    ],
  });
}
