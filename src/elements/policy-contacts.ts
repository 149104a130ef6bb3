import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { listed } from '../policy/listed.js';
import type { Contact, SectionOf } from '../policy/schema.js';
import { styles } from './policy-contacts.styles.js';
import { SectionElement } from './section-element.js';
import { waysList } from './templates/contact.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { noItems } from './templates/states.js';
import { nameOf, plain } from './templates/text.js';

/**
 * Whom to ask: people and teams, what for, and how to reach them.
 *
 * @tagname policy-contacts
 * @csspart contact - One person or team.
 */
export class PolicyContacts extends SectionElement<SectionOf<'contacts'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'contacts';

  protected override renderSection({ items }: SectionOf<'contacts'>, reading: Reading): unknown {
    const contacts = listed(reading.policy.contacts, items, reading.audience);
    if (!contacts.length) return noItems(this.l10n);
    return html`<ul class="contacts" role="list">
      ${contacts.map((contact) => this.#contact(contact, reading))}
    </ul>`;
  }

  #contact(contact: Contact, reading: Reading): TemplateResult {
    const { id, name, role, topics, audience } = contact;
    const told = typeof name === 'string' ? undefined : reading.text(name)?.lang;
    return html`<li class="contact" part="contact" id=${id}>
      ${itemHeading(reading, id, nameOf(reading, name))}
      <p class="role">${plain(reading, role, told)}</p>
      ${topics ? html`<p class="about">${plain(reading, topics, told)}</p>` : nothing}
      ${waysList(reading, contact)} ${this.#languages(contact)} ${forWhom(reading, audience)}
    </li>`;
  }

  #languages({ languages = [] }: Contact): TemplateResult | typeof nothing {
    if (!languages.length) return nothing;
    const { formats, msg } = this.l10n;
    const names = formats.list(languages.map((code) => formats.language(code)));
    return html`<p class="languages">${msg(str`In ${names}`, { id: 'in-languages' })}</p>`;
  }
}
