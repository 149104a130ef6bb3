import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Guideline, SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-guidelines.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { lettersIn, listOf, sized } from '../shared/intrinsic-size.js';
import { noItems } from '../shared/states.js';
import { labelled, plain, rich, topics } from '../shared/text.js';

const KINDS = new Set(['do', 'dont']);

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

  protected override renderSection({ items }: SectionOf<'guidelines'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class=${listOf('cards', items)} role="list">
      ${staticList(() => items.map((guideline) => this.#card(guideline, view)), items, view)}
    </ul>`;
  }

  #card(guideline: Guideline, view: PolicyView): TemplateResult {
    const { l10n } = this;
    const told = view.text(guideline.title)?.lang;
    return html`<li class="card ${KINDS.has(guideline.kind) ? guideline.kind : nothing}" part="card" id=${guideline.id} ?data-more=${view.more.has(guideline.id)} ${sized(lettersIn(view, guideline.title, guideline.body, guideline.why, guideline.example), guideline.id)}>
      ${this.#kind(guideline.kind)} ${itemHeading(view, guideline.id, plain(view, guideline.title))}
      ${rich(view, guideline.body, { level: view.level + 2, told })}
      ${labelled(view, l10n.msg('Why', { id: 'why' }), guideline.why, told)}
      ${guideline.example ? this.#example(guideline, view, told) : nothing}
      ${topics(view, guideline.tags, told)}
      ${forWhom(view, guideline.audience)}
    </li>`;
  }

  #kind(kind: string): TemplateResult {
    const { l10n } = this;
    if (kind === 'do') {
      return html`<p class="kind do" part="kind">${icon(SHAPES.check)} ${l10n.msg('Do', { id: 'do' })}</p>`;
    }
    if (kind === 'dont') {
      return html`<p class="kind dont" part="kind">${icon(SHAPES.cross)} ${l10n.msg('Don’t', { id: 'dont' })}</p>`;
    }
    return html`<p class="kind" part="kind">${icon(SHAPES.info)} ${l10n.msg('Note', { id: 'other-kind' })}</p>`;
  }

  /** A bad example never looks like one to copy. */
  #caption(kind: string): unknown {
    const { l10n } = this;
    if (kind === 'do')
      return html`${icon(SHAPES.check)} ${l10n.msg('Like this', { id: 'example-do' })}`;
    if (kind === 'dont')
      return html`${icon(SHAPES.cross)} ${l10n.msg('Not like this', { id: 'example-dont' })}`;
    return l10n.msg('For example', { id: 'example' });
  }

  #example(guideline: Guideline, view: PolicyView, told: string | undefined): TemplateResult {
    return html`<figure class="example" part="example">
      <figcaption>${this.#caption(guideline.kind)}</figcaption>
      <blockquote>${rich(view, guideline.example, { level: view.level + 2, told })}</blockquote>
    </figure>`;
  }
}
