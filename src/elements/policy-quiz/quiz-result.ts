import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Copying } from '../../controllers/copying.js';
import type { Localization } from '../../localization/localization.js';
import type { Score } from '../../policy/quiz.js';
import type { QuizQuestion } from '../../policy/schema.js';
import { copyButton } from '../shared/copy.js';
import { heading } from '../shared/heading.js';
import { aboutLink } from './quiz-question.js';
import type { PolicyView } from '../shared/policy-view.js';

/** What a reader made of the quiz, what to read again, and a sentence to share. */
export function quizResult(
  view: PolicyView,
  { correct, total }: Score,
  missed: readonly QuizQuestion[],
  copying: Copying,
  again: () => void,
): TemplateResult {
  const { l10n } = view;
  const [some, all] = [l10n.formats.number(correct), l10n.formats.number(total)];
  const score = l10n.msg(str`${some} out of ${all}`, { id: 'quiz-score' });
  // Who missed some is told what to look at, and not first how many.
  const isFull = total > 0 && correct === total;
  const title = isFull ? score : l10n.msg('Done', { id: 'done' });
  return html`<div class="result" part="result">
    <div class="summary" tabindex="-1">
      ${heading(view.level + 1, title, 'score')}
      <p class="praise">${praise(l10n, { correct, total })}</p>
    </div>
    ${readAgain(view, missed)}
    ${total ? share(view, isFull ? score : undefined, copying) : nothing}
    <p class="screen">
      <button class="text-button" type="button" @click=${again}>
        ${l10n.msg('Start again', { id: 'start-again' })}
      </button>
    </p>
  </div>`;
}

function praise({ msg }: Localization, { correct, total }: Score): string {
  if (!total) return msg('There was no right or wrong here.', { id: 'quiz-no-score' });
  if (correct === total) {
    return msg('All of them right. Colleagues can safely come to you with their questions.', {
      id: 'quiz-all-right',
    });
  }
  return correct * 2 >= total
    ? msg('Well done. You know your way around.', { id: 'quiz-well-done' })
    : msg('Good that you tried it here first: now you know where to look.', {
        id: 'quiz-try-more',
      });
}

function readAgain(
  view: PolicyView,
  missed: readonly QuizQuestion[],
): TemplateResult | typeof nothing {
  const ids = [...new Set(missed.flatMap(({ about }) => about ?? []))];
  const links = ids.flatMap((id) => aboutLink(view, id) ?? []);
  if (!links.length) return nothing;
  return html`<div>
    <p class="label">${view.l10n.msg('Worth another look:', { id: 'quiz-read-again' })}</p>
    <ul class="again">
      ${links.map((link) => html`<li>${link}</li>`)}
    </ul>
  </div>`;
}

/** A sentence without anything of the reader in it. */
function share(view: PolicyView, score: string | undefined, copying: Copying): TemplateResult {
  const { l10n } = view;
  const title = view.plain(view.policy.title);
  const sentence = score
    ? l10n.msg(str`I got ${score} in the quiz on “${title}”. And you?`, { id: 'quiz-sentence' })
    : l10n.msg(str`I took the quiz on “${title}”. And you?`, { id: 'quiz-sentence-taken' });
  return html`<figure class="share screen">
    <figcaption>${l10n.msg('To share', { id: 'quiz-share' })}</figcaption>
    <blockquote data-copy="share">
      ${sentence}
    </blockquote>
    ${copyButton(l10n, copying, 'share')}
  </figure>`;
}
