import { html, nothing } from 'lit';
import type { Rule, SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-rules.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom, references } from '../shared/references.js';
import { lettersIn, listOf, sized } from '../shared/intrinsic-size.js';
import { noItems } from '../shared/states.js';
import { labelled, plain, rich } from '../shared/text.js';

/**
 * What is enforced: numbered rules, each with its reason.
 *
 * @tagname policy-rules
 * @csspart rule - One rule.
 */
export class PolicyRules extends SectionElement<SectionOf<'rules'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'rules';

  protected override renderSection({ items }: SectionOf<'rules'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ol class=${listOf('rules', items)} role="list">
      ${staticList(() => items.map((rule) => this.#rule(rule, view)), items, view)}
    </ol>`;
  }

  #rule(rule: Rule, view: PolicyView): unknown {
    const { l10n } = this;
    const told = view.text(rule.title)?.lang;
    const trainings = references(view, rule.requires);
    return html`<li class="rule" part="rule" id=${rule.id} ${sized(lettersIn(view, rule.title, rule.body, rule.why, rule.consequence), rule.id)}>
      <span class="number">${view.entry(rule.id)?.number}</span>
      <div>
        ${itemHeading(view, rule.id, plain(view, rule.title), true)}
        ${forWhom(view, rule.audience)}
        ${rich(view, rule.body, { level: view.level + 2, told })}
        ${labelled(view, l10n.msg('Why', { id: 'why' }), rule.why, told)}
        ${labelled(view, l10n.msg('If you do not follow it', { id: 'consequence' }), rule.consequence, told)}
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
