import { html, nothing, type TemplateResult } from 'lit';
import type { Copying } from '../../controllers/copying.js';
import type { Reaction } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { waysList } from '../shared/contact.js';
import { copyButton } from '../shared/copy.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { nameOf, plain, rich } from '../shared/text.js';

/** What to do in one situation: the steps, what to answer, who answers and within what time. */
export function scenario(view: PolicyView, item: Reaction, copying: Copying): TemplateResult {
  const told = view.text(item.title)?.lang;
  return html`${
    item.steps.length
      ? html`<ol class="steps" part="steps">
        ${staticList(() => item.steps.map((step) => html`<li>${rich(view, step, { level: view.level + 2, told })}</li>`), item, view)}
      </ol>`
      : nothing
  }
  ${sampleReply(view, item, copying, told)}
  ${whoAnswers(view, item.contact, item.within)}
  ${forWhom(view, item.audience)}`;
}

function sampleReply(
  view: PolicyView,
  { id, reply }: Reaction,
  copying: Copying,
  told: string | undefined,
): TemplateResult | typeof nothing {
  if (!view.text(reply)) return nothing;
  const { l10n } = view;
  return html`<figure class="reply" part="reply">
    <figcaption>${l10n.msg('Sample reply', { id: 'sample-reply' })}</figcaption>
    <blockquote data-copy=${id}>${staticList(() => rich(view, reply, { level: view.level + 2, told }), reply, view)}</blockquote>
    ${copyButton(l10n, copying, id)}
  </figure>`;
}

/** A contact with the ways to reach it, and the time within which it answers. */
export function whoAnswers(
  view: PolicyView,
  contact: string | undefined,
  within?: string,
): TemplateResult | typeof nothing {
  const entry = view.entry(contact);
  const person = entry?.kind === 'contact' ? entry.value : undefined;
  if (!person && !within) return nothing;
  return html`<dl class="who" part="contact">${staticList(() => answering(view, person, within), person, within, view)}</dl>`;
}

type Holder = Readonly<Record<string, unknown>>;

function answering(
  view: PolicyView,
  person: Holder | undefined,
  within: string | undefined,
): TemplateResult {
  const { l10n } = view;
  return html`${
    person
      ? html`<div>
          <dt>${l10n.msg('Who answers', { id: 'who-answers' })}</dt>
          <dd>
            <p class="name">${nameOf(view, person['name'] as never)}</p>
            ${person['role'] ? html`<p class="muted">${plain(view, person['role'] as never)}</p>` : nothing}
            ${waysList(view, person)}
          </dd>
        </div>`
      : nothing
  }
    ${
      within
        ? html`<div>
          <dt>${l10n.msg('Answers within', { id: 'answers-within' })}</dt>
          <dd>${l10n.formats.duration(within)}</dd>
        </div>`
        : nothing
    }`;
}
