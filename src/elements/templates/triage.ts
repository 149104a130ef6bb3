import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Localization } from '../../localization/localization.js';
import { concerns } from '../../policy/audience.js';
import type { Entry } from '../../policy/ids.js';
import type { TriageQuestion } from '../../policy/schema.js';
import { heading } from './heading.js';
import { hiddenWhen } from './hidden.js';
import { plainItem } from './plain-item.js';
import type { Reading } from './reading.js';
import { references } from './references.js';
import { whoAnswers } from './scenario.js';
import { plain } from './text.js';

/** A question with its answers, each leading on. On paper each says where it leads. */
export function triageQuestion(
  reading: Reading,
  { id, question, answers }: TriageQuestion,
  hidden: boolean,
  answer: (to: string) => void,
): TemplateResult {
  const told = reading.text(question)?.lang;
  // No id of a policy has an underscore.
  const label = `question_${id}`;
  return html`<div
    class="question findable"
    part="question"
    id=${id}
    role=${hidden ? nothing : 'group'}
    aria-labelledby=${hidden ? nothing : label}
    tabindex="-1"
    hidden=${hiddenWhen(hidden)}
  >
    ${heading(reading.level + 1, html`<span id=${label}>${plain(reading, question)}</span>`, 'ask')}
    ${
      answers.length
        ? html`<ul class="choices" role="list">
          ${answers.map(
            ({ label, to }) => html`<li data-to=${reading.resolve(to)?.title ?? nothing}>
              <button class="choice" part="choice" type="button" @click=${() => answer(to)}>
                <span>${plain(reading, label, told)}</span>
              </button>
            </li>`,
          )}
        </ul>`
        : nowhere(reading.l10n)
    }
  </div>`;
}

/** What an answer led to, where that is none of the scenarios here. */
export function outcomeElsewhere(reading: Reading, id: string | undefined): TemplateResult {
  const entry = reading.entry(id);
  return html`<div class="elsewhere" tabindex="-1">
    ${entry && isFor(entry, reading.audience) ? elsewhere(reading, entry) : nowhere(reading.l10n)}
  </div>`;
}

/** A link to it, or where it is on no page that we know of, the thing itself. */
function elsewhere(reading: Reading, { kind, value }: Entry): TemplateResult {
  if (!reading.resolve(value.id)?.href) {
    return html`<ul role="list">
      ${plainItem(reading, { ...value, tags: undefined })}
    </ul>`;
  }
  return html`<p>
      ${reading.l10n.msg('Read on here:', { id: 'triage-elsewhere' })}
      ${references(reading, [value.id])}
    </p>
    ${whoAnswers(reading, kind === 'contact' ? value.id : (value['contact'] as string | undefined))}`;
}

const isFor = ({ value, section }: Entry, chosen: readonly string[]): boolean =>
  concerns(section?.audience, chosen) &&
  concerns(value['audience'] as string[] | undefined, chosen);

const nowhere = ({ msg }: Localization): TemplateResult =>
  html`<p class="muted">
    ${msg('Nothing is written about this yet. Choose what comes closest.', { id: 'triage-nowhere' })}
  </p>`;

/** The way back, and to the start, where there is one. */
export function backAndAgain(
  { msg }: Localization,
  back: (() => void) | undefined,
  again: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (!back && !again) return nothing;
  return html`<div class="steps-back screen">
    ${
      back
        ? html`<button class="text-button" type="button" @click=${back}>
          ${icon('back')} ${msg('Back', { id: 'back' })}
        </button>`
        : nothing
    }
    ${
      again
        ? html`<button class="text-button" type="button" @click=${again}>
          ${msg('Start again', { id: 'start-again' })}
        </button>`
        : nothing
    }
  </div>`;
}
