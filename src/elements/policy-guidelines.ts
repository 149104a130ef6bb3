import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Guideline, SectionOf } from '../policy/schema.js';
import { stamped } from '../rendering/stamped.js';
import { styles } from './policy-guidelines.styles.js';
import { SectionElement } from './section-element.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { lettersIn, sized } from './templates/size.js';
import { noItems } from './templates/states.js';
import { labelled, plain, rich, topics } from './templates/text.js';

/**
 * Advice on cards: what to do and what not, told apart by word, icon and colour.
 *
 * @tagname policy-guidelines
 * @csspart card - One guideline.
 * @csspart kind - The word that says whether it is a do or a don't.
 * @csspart example - A post as someone might write it.
 */
export class PolicyGuidelines extends SectionElement<SectionOf<'guidelines'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'guidelines';

  protected override renderSection({ items }: SectionOf<'guidelines'>, reading: Reading): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class="cards" role="list">
      ${stamped(() => items.map((guideline) => this.#card(guideline, reading)), items, reading)}
    </ul>`;
  }

  #card(guideline: Guideline, reading: Reading): TemplateResult {
    const { l10n } = this;
    const told = reading.text(guideline.title)?.lang;
    return html`<li class="card" part="card" id=${guideline.id} ${sized(lettersIn(reading, guideline.title, guideline.body, guideline.why, guideline.example), guideline.id)}>
      ${this.#kind(guideline.kind)} ${itemHeading(reading, guideline.id, plain(reading, guideline.title))}
      ${rich(reading, guideline.body, { level: reading.level + 2, told })}
      ${labelled(reading, l10n.msg('Why', { id: 'why' }), guideline.why, told)}
      ${guideline.example ? this.#example(guideline, reading, told) : nothing}
      ${topics(reading, guideline.tags, told)}
      ${forWhom(reading, guideline.audience)}
    </li>`;
  }

  #kind(kind: string): TemplateResult {
    const { l10n } = this;
    if (kind === 'do') {
      return html`<p class="kind do" part="kind">${icon('check')} ${l10n.msg('Do', { id: 'do' })}</p>`;
    }
    if (kind === 'dont') {
      return html`<p class="kind dont" part="kind">${icon('cross')} ${l10n.msg('Don’t', { id: 'dont' })}</p>`;
    }
    return html`<p class="kind" part="kind">${icon('info')} ${l10n.msg('Note', { id: 'other-kind' })}</p>`;
  }

  #example(guideline: Guideline, reading: Reading, told: string | undefined): TemplateResult {
    return html`<figure class="example" part="example">
      <figcaption>${this.l10n.msg('For example', { id: 'example' })}</figcaption>
      <blockquote>${rich(reading, guideline.example, { level: reading.level + 2, told })}</blockquote>
    </figure>`;
  }
}
