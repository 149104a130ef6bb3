import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { ReportingChannel, SectionOf, Text } from '../policy/schema.js';
import { styles } from './policy-reporting.styles.js';
import { SectionElement } from './section-element.js';
import { waysList } from './templates/contact.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { noItems } from './templates/states.js';
import { nameOf, plain, rich } from './templates/text.js';
import { anonymityWord } from './templates/words.js';

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

  protected override renderSection({ items }: SectionOf<'reporting'>, reading: Reading): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class="channels" role="list">
      ${items.map((channel) => this.#channel(channel, reading))}
    </ul>`;
  }

  #channel(channel: ReportingChannel, reading: Reading): TemplateResult {
    const { id, title, description, url, audience } = channel;
    const told = reading.text(title)?.lang;
    return html`<li class="channel" part="channel" id=${id}>
      ${itemHeading(reading, id, plain(reading, title))}
      ${this.#anonymity(channel)}
      ${rich(reading, description, { level: reading.level + 2, told })}
      ${this.#contact(channel, reading, told)} ${waysList(reading, { url })}
      ${forWhom(reading, audience)}
    </li>`;
  }

  #anonymity({ anonymous }: ReportingChannel): TemplateResult | typeof nothing {
    const word = anonymityWord(this.l10n, anonymous);
    if (!word) return nothing;
    return html`<p class="anonymity ${anonymous ? 'yes' : 'no'}" part="anonymity">
      ${icon(anonymous ? 'hidden' : 'person')} <span>${word}</span>
    </p>`;
  }

  #contact({ contact }: ReportingChannel, reading: Reading, told: string | undefined): unknown {
    const entry = reading.entry(contact);
    if (entry?.kind !== 'contact') return nothing;
    return html`<p class="contact">${nameOf(reading, entry.value['name'] as Text, told)}</p>
      ${waysList(reading, entry.value)}`;
  }
}
