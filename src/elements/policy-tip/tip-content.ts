import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { FaqEntry, Guideline, QuizQuestion, Rule, Text } from '../../policy/schema.js';
import type { TipKind } from '../../policy/tip.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { labelled, plain, rich } from '../shared/text.js';

/** What an item says in a few lines. */
export function tipContent(view: PolicyView, kind: TipKind, item: object): TemplateResult {
  switch (kind) {
    case 'guidelines':
      return guideline(view, item as Guideline);
    case 'rules':
      return rule(view, item as Rule);
    case 'faq':
      return faq(view, item as FaqEntry);
    case 'quiz':
      return quiz(view, item as QuizQuestion);
  }
}

const title = (view: PolicyView, text: Text, before: unknown = nothing): unknown =>
  heading(
    view.level,
    html`${before}<span id="title" part="heading">${plain(view, text)}</span>`,
    'title',
  );

function guideline(view: PolicyView, { kind, title: name, body, why }: Guideline): TemplateResult {
  const { l10n } = view;
  const told = view.text(name)?.lang;
  const word =
    kind === 'do'
      ? html`<span class="kind do">${icon(SHAPES.check)} ${l10n.msg('Do', { id: 'do' })}</span>`
      : kind === 'dont'
        ? html`<span class="kind dont">${icon(SHAPES.cross)} ${l10n.msg('Don’t', { id: 'dont' })}</span>`
        : nothing;
  return html`${title(view, name, word)} ${rich(view, body, { told })}
  ${labelled(view, l10n.msg('Why', { id: 'why' }), why, told)}`;
}

function rule(view: PolicyView, { title: name, body, why }: Rule): TemplateResult {
  const told = view.text(name)?.lang;
  return html`${title(view, name)} ${rich(view, body, { told })}
  ${labelled(view, view.l10n.msg('Why', { id: 'why' }), why, told)}`;
}

/** Who reads a question thinks of an answer first. */
function faq(view: PolicyView, { question, answer }: FaqEntry): TemplateResult {
  const told = view.text(question)?.lang;
  return html`${title(view, question)} ${disclosed(view, rich(view, answer, { told }))}`;
}

function quiz(view: PolicyView, { question, options, explanation }: QuizQuestion): TemplateResult {
  const told = view.text(question)?.lang;
  const right = options.filter(({ correct }) => correct);
  return html`${title(view, question)}
    <ul class="options">
      ${options.map(({ label }) => html`<li>${plain(view, label, told)}</li>`)}
    </ul>
    ${disclosed(
      view,
      html`${right.map(({ label }) => html`<p class="right">${icon(SHAPES.check)} <strong>${plain(view, label, told)}</strong></p>`)}
      ${rich(view, explanation, { told })}`,
    )}`;
}

const disclosed = ({ l10n }: PolicyView, content: unknown): TemplateResult =>
  html`<details>
    <summary>${l10n.msg('See the answer', { id: 'tip-answer' })}</summary>
    <div class="answered">${content}</div>
  </details>`;
