import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { resolveItems } from '../../policy/resolve-items.js';
import type { Contact, SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-contacts.styles.js';
import { SectionElement } from '../section-element.js';
import { waysList } from '../shared/contact.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { nameOf, plain } from '../shared/text.js';

/**
 * Whom to ask: people and teams, what for, and how to reach them.
 *
 * @tagname policy-contacts
 * @csspart contact - One person or team.
 */
export class PolicyContacts extends SectionElement<SectionOf<'contacts'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'contacts';

  protected override renderSection({ items }: SectionOf<'contacts'>, view: PolicyView): unknown {
    const contacts = resolveItems(view.policy.contacts, items, view.audience);
    if (!contacts.length) return noItems(this.l10n);
    return html`<ul class="contacts" role="list">
      ${staticList(() => contacts.map((contact) => this.#contact(contact, view)), items, view)}
    </ul>`;
  }

  #contact(contact: Contact, view: PolicyView): TemplateResult {
    const { id, name, role, topics, audience } = contact;
    const told = typeof name === 'string' ? undefined : view.text(name)?.lang;
    return html`<li class="contact" part="contact" id=${id}>
      ${itemHeading(view, id, nameOf(view, name))}
      <p class="role">${plain(view, role, told)}</p>
      ${topics ? html`<p class="about">${plain(view, topics, told)}</p>` : nothing}
      ${waysList(view, contact)} ${this.#languages(contact)} ${forWhom(view, audience)}
    </li>`;
  }

  #languages({ languages = [] }: Contact): TemplateResult | typeof nothing {
    if (!languages.length) return nothing;
    const { formats, msg } = this.l10n;
    const names = formats.list(languages.map((code) => formats.language(code)));
    return html`<p class="languages">${msg(str`In ${names}`, { id: 'in-languages' })}</p>`;
  }
}
