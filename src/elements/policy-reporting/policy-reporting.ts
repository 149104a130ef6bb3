import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { ReportingChannel, SectionOf, Text } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-reporting.styles.js';
import { SectionElement } from '../section-element.js';
import { waysList } from '../shared/contact.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { nameOf, plain, rich } from '../shared/text.js';
import { anonymityWord } from '../shared/state-words.js';

/**
 * Where to report what goes wrong, whether one stays anonymous there, and how to reach it.
 *
 * @tagname policy-reporting
 * @csspart channel - One way to report.
 * @csspart anonymity - The line that says whether one can stay anonymous.
 */
export class PolicyReporting extends SectionElement<SectionOf<'reporting'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'reporting';

  protected override renderSection({ items }: SectionOf<'reporting'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class="channels" role="list">
      ${staticList(() => items.map((channel) => this.#channel(channel, view)), items, view)}
    </ul>`;
  }

  #channel(channel: ReportingChannel, view: PolicyView): TemplateResult {
    const { id, title, description, url, audience } = channel;
    const told = view.text(title)?.lang;
    return html`<li class="channel" part="channel" id=${id} ?data-more=${view.more.has(id)}>
      ${itemHeading(view, id, plain(view, title))}
      ${this.#anonymity(channel)}
      ${rich(view, description, { level: view.level + 2, told })}
      ${this.#contact(channel, view, told)} ${waysList(view, { url })}
      ${forWhom(view, audience)}
    </li>`;
  }

  #anonymity({ anonymous }: ReportingChannel): TemplateResult | typeof nothing {
    const word = anonymityWord(this.l10n, anonymous);
    if (!word) return nothing;
    return html`<p class="anonymity ${anonymous ? 'yes' : 'no'}" part="anonymity">
      ${icon(anonymous ? SHAPES.hidden : SHAPES.person)} <span>${word}</span>
    </p>`;
  }

  #contact({ contact }: ReportingChannel, view: PolicyView, told: string | undefined): unknown {
    const entry = view.entry(contact);
    if (entry?.kind !== 'contact') return nothing;
    return html`<p class="contact">${nameOf(view, entry.value['name'] as Text, told)}</p>
      ${waysList(view, entry.value)}`;
  }
}
