import { html, nothing } from 'lit';
import type { Rule, SectionOf } from '../policy/schema.js';
import { stamped } from '../rendering/stamped.js';
import { styles } from './policy-rules.styles.js';
import { SectionElement } from './section-element.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom, references } from './templates/references.js';
import { lettersIn, sized } from './templates/size.js';
import { noItems } from './templates/states.js';
import { labelled, plain, rich } from './templates/text.js';

/**
 * What is enforced: numbered rules, each with its reason.
 *
 * @tagname policy-rules
 * @csspart rule - One rule.
 */
export class PolicyRules extends SectionElement<SectionOf<'rules'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'rules';

  protected override renderSection({ items }: SectionOf<'rules'>, reading: Reading): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ol class="rules" role="list">
      ${stamped(() => items.map((rule) => this.#rule(rule, reading)), items, reading)}
    </ol>`;
  }

  #rule(rule: Rule, reading: Reading): unknown {
    const { l10n } = this;
    const told = reading.text(rule.title)?.lang;
    const trainings = references(reading, rule.requires);
    return html`<li class="rule" part="rule" id=${rule.id} ${sized(lettersIn(reading, rule.title, rule.body, rule.why, rule.consequence), rule.id)}>
      <span class="number">${reading.entry(rule.id)?.number}</span>
      <div>
        ${itemHeading(reading, rule.id, plain(reading, rule.title))}
        ${forWhom(reading, rule.audience)}
        ${rich(reading, rule.body, { level: reading.level + 2, told })}
        ${labelled(reading, l10n.msg('Why', { id: 'why' }), rule.why, told)}
        ${labelled(reading, l10n.msg('If you do not keep to it', { id: 'consequence' }), rule.consequence, told)}
        ${
          trainings.length
            ? html`<p class="aside">
              <span class="label">${l10n.msg('Training needed', { id: 'training-needed' })}</span> ${trainings}
            </p>`
            : nothing
        }
      </div>
    </li>`;
  }
}
