import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Localization } from '../../localization/localization.js';
import type { QuizQuestion } from '../../policy/schema.js';
import { heading } from './heading.js';
import { hiddenWhen } from './hidden.js';
import { linkMark } from './link-mark.js';
import type { Reading } from './reading.js';
import { forWhom } from './references.js';
import { plain, rich } from './text.js';

/** How far the reader is with a question. */
export interface Asked {
  /** Its place among the others, from 0. */
  at: number;
  count: number;
  /** Number of the option chosen. */
  chosen: number | undefined;
  explained: boolean;
  /** No question comes after this one. */
  last: boolean;
  choose: (at: number) => void;
  next: () => void;
}

export function quizQuestion(reading: Reading, item: QuizQuestion, asked: Asked): TemplateResult {
  const { l10n } = reading;
  const label = `question_${item.id}`;
  const [at, count] = [l10n.formats.number(asked.at + 1), l10n.formats.number(asked.count)];
  const told = reading.text(item.question)?.lang;
  return html`<p class="place" id="place_${item.id}">${l10n.msg(str`Question ${at} of ${count}`, { id: 'quiz-place' })}</p>
    ${heading(reading.level + 1, html`<span id=${label}>${plain(reading, item.question)}</span> ${linkMark(reading, item.id)}`, 'ask', label)}
    ${forWhom(reading, item.audience)}
    ${
      item.options.length
        ? html`<ul class="options" role="list">
          ${item.options.map((_, at) => html`<li>${option(reading, item, at, asked)}</li>`)}
        </ul>`
        : nothing
    }
    <div class="explanation findable" part="explanation" tabindex="-1" hidden=${hiddenWhen(!asked.explained)}>
      ${asked.chosen === undefined ? nothing : outcome(l10n, item, asked.chosen)}
      ${rich(reading, item.explanation, { level: reading.level + 2, told })} ${readMore(reading, item.about)}
    </div>
    ${asked.explained ? next(l10n, asked) : nothing}`;
}

function option(
  reading: Reading,
  { question, options }: QuizQuestion,
  at: number,
  { chosen, choose }: Asked,
): TemplateResult {
  const { label, correct } = options[at]!;
  const answered = chosen !== undefined;
  const told = reading.text(question)?.lang;
  const state = !answered ? '' : correct ? 'right' : at === chosen ? 'chosen' : 'other';
  return html`<button
    class="choice ${state}"
    part="choice"
    type="button"
    aria-disabled=${answered ? 'true' : nothing}
    @click=${() => choose(at)}
  >
    <span>${plain(reading, label, told)}</span>
    ${answered && (correct || at === chosen) ? mark(reading.l10n, options, at, at === chosen) : nothing}
  </button>`;
}

/** What an option was: in words, with an icon. */
function mark(
  { msg }: Localization,
  options: QuizQuestion['options'],
  at: number,
  chosen: boolean,
): TemplateResult {
  const weighed = options.some(({ correct }) => correct);
  const shape = options[at]!.correct ? icon('check') : icon('cross');
  return html`<span class="mark-of">
    ${weighed ? shape : nothing}
    <span>${chosen ? msg('Your answer', { id: 'ack-answer' }) : msg('Right answer', { id: 'quiz-right-answer' })}</span>
  </span>`;
}

function outcome({ msg }: Localization, { options }: QuizQuestion, chosen: number): unknown {
  if (!options.some(({ correct }) => correct)) return nothing;
  return options[chosen]?.correct
    ? html`<p class="outcome right">${icon('check')} <strong>${msg('Right', { id: 'quiz-right' })}</strong></p>`
    : html`<p class="outcome"><strong>${msg('Not quite', { id: 'quiz-wrong' })}</strong></p>`;
}

function readMore(reading: Reading, about: string | undefined): TemplateResult | typeof nothing {
  const link = aboutLink(reading, about);
  if (!link) return nothing;
  return html`<p class="aside">${reading.l10n.msg('Read more:', { id: 'quiz-read-more' })} ${link}</p>`;
}

/** A link to what a question is about: by number and title where it is a rule, else by title. */
export function aboutLink(reading: Reading, about: string | undefined): TemplateResult | undefined {
  const target = about === undefined ? undefined : reading.resolve(about);
  if (!target) return undefined;
  const { kind, number } = reading.entry(about)!;
  const lang = target.lang === reading.l10n.labels ? nothing : target.lang;
  const title = html`<span lang=${lang}>${target.title}</span>`;
  const rule = kind === 'item' && number !== undefined;
  const name = rule
    ? [reading.l10n.msg(str`rule ${number}`, { id: 'rule-number' }), ', ', title]
    : title;
  return target.href ? html`<a href=${target.href}>${name}</a>` : html`${name}`;
}

const next = ({ msg }: Localization, { last, next }: Asked): TemplateResult =>
  html`<p class="next screen">
    <button class="button primary" type="button" @click=${next}>
      ${last ? msg('See the result', { id: 'quiz-see-result' }) : msg('Next question', { id: 'quiz-next' })}
    </button>
  </p>`;
