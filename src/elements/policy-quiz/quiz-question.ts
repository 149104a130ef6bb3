import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { QuizQuestion } from '../../policy/schema.js';
import { heading } from '../shared/heading.js';
import { hiddenWhen } from '../shared/hidden.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { plain, rich } from '../shared/text.js';

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
  /** Shown to a team, who answer aloud. */
  presented?: { show: () => void; back: (() => void) | undefined } | undefined;
}

/** Names of options that can be called out. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function quizQuestion(view: PolicyView, item: QuizQuestion, asked: Asked): TemplateResult {
  const { l10n } = view;
  const label = `question_${item.id}`;
  const [at, count] = [l10n.formats.number(asked.at + 1), l10n.formats.number(asked.count)];
  const told = view.text(item.question)?.lang;
  return html`<p class="place" id="place_${item.id}">${l10n.msg(str`Question ${at} of ${count}`, { id: 'quiz-place' })}</p>
    ${heading(view.level + 1, html`<span id=${label}>${plain(view, item.question)}</span>`, 'ask', label)}
    ${forWhom(view, item.audience)}
    ${
      item.options.length
        ? html`<ul class="options" role="list">
          ${item.options.map((_, at) => html`<li>${option(view, item, at, asked)}</li>`)}
        </ul>`
        : nothing
    }
    <div class="explanation findable" part="explanation" tabindex="-1" hidden=${hiddenWhen(!asked.explained)}>
      ${asked.chosen === undefined || asked.chosen < 0 ? nothing : outcome(l10n, item, asked.chosen)}
      ${rich(view, item.explanation, { level: view.level + 2, told })} ${readMore(view, item.about)}
    </div>
    ${asked.explained || asked.presented ? next(l10n, asked) : nothing}`;
}

function option(
  view: PolicyView,
  { question, options }: QuizQuestion,
  at: number,
  { chosen, choose, presented }: Asked,
): TemplateResult {
  const { label, correct } = options[at]!;
  const answered = chosen !== undefined;
  const told = view.text(question)?.lang;
  const state = !answered ? '' : correct ? 'right' : at === chosen ? 'chosen' : 'other';
  return html`<button
    class="choice ${state}"
    part="choice"
    type="button"
    aria-disabled=${answered ? 'true' : nothing}
    @click=${() => choose(at)}
  >
    ${presented ? html`<span class="letter">${LETTERS[at]}</span>` : nothing}
    <span>${plain(view, label, told)}</span>
    ${answered && (correct || at === chosen) ? mark(view.l10n, options, at, at === chosen) : nothing}
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
  const shape = options[at]!.correct ? icon(SHAPES.check) : icon(SHAPES.cross);
  return html`<span class="mark-of">
    ${weighed ? shape : nothing}
    <span>${chosen ? msg('Your answer', { id: 'ack-answer' }) : msg('Right answer', { id: 'quiz-right-answer' })}</span>
  </span>`;
}

function outcome({ msg }: Localization, { options }: QuizQuestion, chosen: number): unknown {
  if (!options.some(({ correct }) => correct)) return nothing;
  return options[chosen]?.correct
    ? html`<p class="outcome right">${icon(SHAPES.check)} <strong>${msg('Right', { id: 'quiz-right' })}</strong></p>`
    : html`<p class="outcome"><strong>${msg('Not quite', { id: 'quiz-wrong' })}</strong></p>`;
}

function readMore(view: PolicyView, about: string | undefined): TemplateResult | typeof nothing {
  const link = aboutLink(view, about);
  if (!link) return nothing;
  return html`<p class="aside">${view.l10n.msg('Read more:', { id: 'quiz-read-more' })} ${link}</p>`;
}

/** A link to what a question is about: by number and title where it is a rule, else by title. */
export function aboutLink(view: PolicyView, about: string | undefined): TemplateResult | undefined {
  const target = about === undefined ? undefined : view.resolve(about);
  if (!target) return undefined;
  const { kind, number } = view.entry(about)!;
  const lang = target.lang === view.l10n.labels ? nothing : target.lang;
  const title = html`<span lang=${lang}>${target.title}</span>`;
  const rule = kind === 'item' && number !== undefined;
  const name = rule
    ? [view.l10n.msg(str`rule ${number}`, { id: 'rule-number' }), ', ', title]
    : title;
  return target.href ? html`<a href=${target.href}>${name}</a>` : html`${name}`;
}

const next = (l10n: Localization, asked: Asked): TemplateResult =>
  html`<p class="next screen">
    ${
      asked.explained
        ? html`<button class="button primary" part="button primary" type="button" @click=${asked.next}>
          ${onward(l10n, asked)}
        </button>`
        : html`<button class="button primary" part="button primary" type="button" @click=${asked.presented?.show}>
          ${l10n.msg('Show the answer', { id: 'quiz-show' })}
        </button>`
    }
    ${
      asked.presented?.back
        ? html`<button class="text-button" type="button" @click=${asked.presented.back}>
          ${l10n.msg('Previous question', { id: 'quiz-previous' })}
        </button>`
        : nothing
    }
  </p>`;

function onward({ msg }: Localization, { last, presented }: Asked): string {
  if (!last) return msg('Next question', { id: 'quiz-next' });
  return presented
    ? msg('To the end', { id: 'quiz-end' })
    : msg('See the result', { id: 'quiz-see-result' });
}
