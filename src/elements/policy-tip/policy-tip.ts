import { html, nothing, type TemplateResult } from 'lit';
import type { WordList } from '../../controllers/word-list.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { toFragment } from '../../policy/fragment.js';
import { TIP_KINDS, tipFor, type Tip, type TipKind } from '../../policy/tip.js';
import { safeLink } from '../../policy/url.js';
import { play } from '../../styles/play.js';
import { PolicyElement } from '../policy-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { noItems } from '../shared/states.js';
import { tipContent } from './tip-content.js';
import { styles } from './policy-tip.styles.js';

/**
 * One guideline, rule or question of a policy, for the home page of an intranet: the same for
 * everybody that day or that week, and all of them in turn.
 *
 * @tagname policy-tip
 * @csspart tip - The tip.
 * @csspart heading - Its title.
 * @csspart link - The way to where it stands in the policy.
 */
export class PolicyTip extends PolicyElement {
  static override styles = [...PolicyElement.styles, play, styles];
  static override properties = {
    ...PolicyElement.properties,
    every: { type: String },
    kinds: { type: String },
    href: { type: String },
    date: { attribute: false },
  };

  /** How long a tip stays: `day`, where absent, or `week`. */
  declare every: 'day' | 'week' | undefined;
  /** Types of section to take tips from, separated by spaces: `guidelines`, `rules`, `faq`, `quiz`. */
  declare kinds: string | undefined;
  /** The page with the policy; where absent, the tip has no link to it. */
  declare href: string | undefined;
  /** The day to show the tip of; today where absent. */
  declare date: Date | undefined;

  protected override get settings(): readonly unknown[] {
    return [this.every, this.kinds, this.href, (this.date ?? new Date()).toDateString()];
  }

  /** What attributes take that hold words. @internal */
  wordLists(): WordList[] {
    return [
      { attribute: 'every', value: this.every, known: ['day', 'week'] },
      { attribute: 'kinds', value: this.kinds, known: TIP_KINDS },
    ];
  }

  protected override renderPolicy(view: PolicyView): unknown {
    const every = this.every === 'week' ? 'week' : 'day';
    const kinds = TIP_KINDS.filter((kind) => this.kinds?.split(/\s+/).includes(kind));
    const { audience, policy } = view;
    const tip = tipFor(policy, { date: this.date ?? new Date(), every, kinds, audience });
    if (!tip) return noItems(this.l10n);
    return html`<section class="tip play" part="tip" aria-labelledby="title">
      <p class="kicker">${icon(SHAPES.play)} ${this.#kicker(every)}</p>
      ${tipContent(view, tip.section.type as TipKind, tip.item)} ${this.#more(view, tip.item)}
    </section>`;
  }

  #kicker(every: 'day' | 'week'): string {
    const { l10n } = this;
    return every === 'week'
      ? l10n.msg('Tip of the week', { id: 'tip-week' })
      : l10n.msg('Tip of the day', { id: 'tip-day' });
  }

  /** A question of the quiz leads to what it is about. */
  #more({ policy }: PolicyView, item: Tip['item']): TemplateResult | typeof nothing {
    const page = this.href && safeLink(this.href);
    if (!page) return nothing;
    const href =
      page.split('#', 1)[0] +
      toFragment(policy.id, (item['about'] as string | undefined) ?? item.id);
    return html`<p class="to">
      <a part="link" href=${href}>${this.l10n.msg('Read it in the policy', { id: 'tip-more' })}</a>
    </p>`;
  }
}
