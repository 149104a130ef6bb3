import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Shape } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { CheckQuestion } from '../../policy/schema.js';
import type { Answers, Verdict, YesOrNo } from '../../policy/check-verdict.js';
import type { PolicyView } from '../shared/policy-view.js';
import { plain } from '../shared/text.js';

export const yesOrNo = ({ msg }: Localization, answer: YesOrNo): string =>
  answer === 'yes' ? msg('Yes', { id: 'yes' }) : msg('No', { id: 'no' });

const ICONS: Readonly<Record<Verdict['outcome'], Shape>> = {
  fine: SHAPES.check,
  'not-yet': SHAPES.pending,
  open: SHAPES.info,
};

/** What the answers come to, and why. */
export function verdict(
  view: PolicyView,
  { outcome, against }: Verdict,
  answers: Answers,
): TemplateResult {
  const [title, reason] = words(view.l10n, outcome);
  return html`<div class="verdict ${outcome}" part="verdict">
    <p class="outcome">${icon(ICONS[outcome])} <strong>${title}</strong></p>
    <p>${reason}</p>
    ${
      against.length
        ? html`<ul class="against">
          ${against.map((question) => html`<li>${answered(view, question, answers)}</li>`)}
        </ul>`
        : nothing
    }
  </div>`;
}

/** A question and the answer that was given, with the way back to it. */
function answered(
  view: PolicyView,
  { id, question }: CheckQuestion,
  answers: Answers,
): TemplateResult {
  const { l10n } = view;
  const answer = yesOrNo(l10n, answers.get(id)!);
  return html`<a href=${view.href(id)}>${plain(view, question)}</a>
    <span class="muted">${l10n.msg(str`You answered: ${answer}`, { id: 'check-you-answered' })}</span>`;
}

function words({ msg }: Localization, outcome: Verdict['outcome']): [string, string] {
  switch (outcome) {
    case 'fine':
      return [
        msg('Looks fine', { id: 'check-fine' }),
        msg('Nothing in your answers says otherwise. The decision is yours.', {
          id: 'check-fine-why',
        }),
      ];
    case 'not-yet':
      return [
        msg('Better not yet', { id: 'check-not-yet' }),
        msg('Your answers give a reason to wait:', { id: 'check-not-yet-why' }),
      ];
    case 'open':
      return [
        msg('You have thought it through', { id: 'check-open' }),
        msg('There is no right or wrong answer here. The decision is yours.', {
          id: 'check-open-why',
        }),
      ];
  }
}
