import { html, nothing, type TemplateResult } from 'lit';
import {
  hasPlatformMarks,
  icon,
  loadPlatformMarks,
  platformMark,
  type Shape,
} from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Platform, SectionOf, Text } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-platforms.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { nameOf, rich } from '../shared/text.js';

/**
 * What counts as social media: each platform with what it is good for and what can go wrong there.
 *
 * @tagname policy-platforms
 * @csspart platform - One platform.
 * @csspart benefits - What it is good for.
 * @csspart risks - What to watch out for.
 */
export class PolicyPlatforms extends SectionElement<SectionOf<'platforms'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'platforms';

  override connectedCallback(): void {
    super.connectedCallback();
    void loadPlatformMarks()?.then(() => this.requestUpdate());
  }

  protected override renderSection({ items }: SectionOf<'platforms'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class="platforms" role="list">
      ${staticList(() => items.map((platform) => this.#platform(platform, view)), items, view, hasPlatformMarks())}
    </ul>`;
  }

  #platform(platform: Platform, view: PolicyView): TemplateResult {
    const { name, description } = platform;
    const told = typeof name === 'string' ? undefined : view.text(name)?.lang;
    return html`<li class="platform" part="platform" id=${platform.id} ?data-more=${view.more.has(platform.id)}>
      <span class="sign">${platformMark(view.plain(name))}</span>
      <div class="what">
        ${itemHeading(view, platform.id, nameOf(view, name))}
        ${rich(view, description, { level: view.level + 2, told })}
        ${forWhom(view, platform.audience)}
      </div>
      ${this.#sides(platform, view, told)}
    </li>`;
  }

  #sides({ benefits, risks }: Platform, view: PolicyView, told: string | undefined): unknown {
    const { l10n } = this;
    const side = (name: string, mark: Shape, label: string, text: Text | undefined) =>
      html`<dt class=${name}>${icon(mark)} ${label}</dt>
        <dd>${rich(view, text, { level: view.level + 2, told })}</dd>`;
    const good = side('benefits', SHAPES.check, l10n.msg('Good for', { id: 'benefits' }), benefits);
    const bad = side('risks', SHAPES.alert, l10n.msg('Watch out for', { id: 'risks' }), risks);
    const sides = [
      view.text(benefits) ? html`<div class="side" part="benefits">${good}</div>` : nothing,
      view.text(risks) ? html`<div class="side" part="risks">${bad}</div>` : nothing,
    ].filter((each) => each !== nothing);
    return sides.length ? html`<dl class="sides">${sides}</dl>` : nothing;
  }
}
