import { html, nothing, type TemplateResult } from 'lit';
import type { Copying } from '../../controllers/copying.js';
import type { Reaction } from '../../policy/schema.js';
import { waysList } from './contact.js';
import { copyButton } from './copy.js';
import type { Reading } from './reading.js';
import { forWhom } from './references.js';
import { nameOf, plain, rich } from './text.js';

/** What to do in one situation: the steps, what to answer, who answers and within what time. */
export function scenario(reading: Reading, item: Reaction, copying: Copying): TemplateResult {
  const told = reading.text(item.title)?.lang;
  return html`${
    item.steps.length
      ? html`<ol class="steps" part="steps">
        ${item.steps.map((step) => html`<li>${rich(reading, step, { level: reading.level + 2, told })}</li>`)}
      </ol>`
      : nothing
  }
  ${sampleReply(reading, item, copying, told)}
  ${whoAnswers(reading, item.contact, item.within)}
  ${forWhom(reading, item.audience)}`;
}

function sampleReply(
  reading: Reading,
  { id, reply }: Reaction,
  copying: Copying,
  told: string | undefined,
): TemplateResult | typeof nothing {
  if (!reading.text(reply)) return nothing;
  const { l10n } = reading;
  return html`<figure class="reply" part="reply">
    <figcaption>${l10n.msg('Sample reply', { id: 'sample-reply' })}</figcaption>
    <blockquote data-copy=${id}>${rich(reading, reply, { level: reading.level + 2, told })}</blockquote>
    ${copyButton(l10n, copying, id)}
  </figure>`;
}

/** A contact with the ways to reach it, and the time within which it answers. */
export function whoAnswers(
  reading: Reading,
  contact: string | undefined,
  within?: string,
): TemplateResult | typeof nothing {
  const { l10n } = reading;
  const entry = reading.entry(contact);
  const person = entry?.kind === 'contact' ? entry.value : undefined;
  if (!person && !within) return nothing;
  return html`<dl class="who" part="contact">
    ${
      person
        ? html`<div>
          <dt>${l10n.msg('Who answers', { id: 'who-answers' })}</dt>
          <dd>
            <p class="name">${nameOf(reading, person['name'] as never)}</p>
            ${person['role'] ? html`<p class="muted">${plain(reading, person['role'] as never)}</p>` : nothing}
            ${waysList(reading, person)}
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
    }
  </dl>`;
}
