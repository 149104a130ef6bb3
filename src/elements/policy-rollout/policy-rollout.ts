import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Shape } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { RolloutStep, SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-rollout.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { plain, rich } from '../shared/text.js';
import { stateWord } from '../shared/state-words.js';

const ICONS: Readonly<Record<RolloutStep['state'], Shape>> = {
  done: SHAPES.check,
  running: SHAPES.running,
  planned: SHAPES.pending,
};

/**
 * How the policy is brought in, step by step, and how far that is.
 *
 * @tagname policy-rollout
 * @csspart step - One step.
 * @csspart state - The word that says how far it is, and the date.
 */
export class PolicyRollout extends SectionElement<SectionOf<'rollout'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'rollout';

  protected override renderSection({ items }: SectionOf<'rollout'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ol class="steps" role="list">
      ${staticList(() => items.map((step) => this.#step(step, view)), items, view)}
    </ol>`;
  }

  #step(step: RolloutStep, view: PolicyView): TemplateResult {
    const { id, title, body, on, state, audience } = step;
    const { l10n } = this;
    const told = view.text(title)?.lang;
    return html`<li class="step ${state}" part="step" id=${id} ?data-more=${view.more.has(id)} aria-current=${state === 'running' ? 'step' : nothing}>
      <p class="state" part="state">
        ${icon(ICONS[state])}
        <span>
          <span class="word">${stateWord(l10n, state)}</span>
          ${on ? html`<time datetime=${on}>${l10n.formats.date(on)}</time>` : nothing}
        </span>
      </p>
      <div>
        ${itemHeading(view, id, plain(view, title))}
        ${rich(view, body, { level: view.level + 2, told })} ${forWhom(view, audience)}
      </div>
    </li>`;
  }
}
