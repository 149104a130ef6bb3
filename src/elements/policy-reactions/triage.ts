import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import { concerns } from '../../policy/audience.js';
import type { Entry } from '../../policy/ids.js';
import type { TriageQuestion } from '../../policy/schema.js';
import { heading } from '../shared/heading.js';
import { hiddenWhen } from '../shared/hidden.js';
import { plainItem } from '../shared/plain-item.js';
import type { PolicyView } from '../shared/policy-view.js';
import { references } from '../shared/references.js';
import { whoAnswers } from './scenario.js';
import { plain } from '../shared/text.js';

/** A question with its answers, each leading on. On paper each says where it leads. */
export function triageQuestion(
  view: PolicyView,
  { id, question, answers }: TriageQuestion,
  hidden: boolean,
  answer: (to: string) => void,
): TemplateResult {
  const told = view.text(question)?.lang;
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
    ${heading(view.level + 1, html`<span id=${label}>${plain(view, question)}</span>`, 'ask')}
    ${
      answers.length
        ? html`<ul class="choices" role="list">
          ${answers.map(
            ({ label, to }) => html`<li data-to=${view.resolve(to)?.title ?? nothing}>
              <button class="choice" part="choice" type="button" @click=${() => answer(to)}>
                <span>${plain(view, label, told)}</span>
              </button>
            </li>`,
          )}
        </ul>`
        : nowhere(view.l10n)
    }
  </div>`;
}

/** What an answer led to, where that is none of the scenarios here. */
export function outcomeElsewhere(view: PolicyView, id: string | undefined): TemplateResult {
  const entry = view.entry(id);
  return html`<div class="elsewhere" tabindex="-1">
    ${entry && isFor(entry, view.audience) ? elsewhere(view, entry) : nowhere(view.l10n)}
  </div>`;
}

/** A link to it, or where it is on no page that we know of, the thing itself. */
function elsewhere(view: PolicyView, { kind, value }: Entry): TemplateResult {
  if (!view.resolve(value.id)?.href) {
    return html`<ul role="list">
      ${plainItem(view, { ...value, tags: undefined })}
    </ul>`;
  }
  return html`<p>
      ${view.l10n.msg('Read on here:', { id: 'triage-elsewhere' })}
      ${references(view, [value.id])}
    </p>
    ${whoAnswers(view, kind === 'contact' ? value.id : (value['contact'] as string | undefined))}`;
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
          ${icon(SHAPES.back)} ${msg('Back', { id: 'back' })}
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
