import { html, nothing, type TemplateResult } from 'lit';
import { icon, loadPlatformMarks, platformMark, type IconName } from '../icons/icon.js';
import type { Platform, SectionOf, Text } from '../policy/schema.js';
import { styles } from './policy-platforms.styles.js';
import { SectionElement } from './section-element.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { noItems } from './templates/states.js';
import { nameOf, rich } from './templates/text.js';

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

  protected override renderSection({ items }: SectionOf<'platforms'>, reading: Reading): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<ul class="platforms" role="list">
      ${items.map((platform) => this.#platform(platform, reading))}
    </ul>`;
  }

  #platform(platform: Platform, reading: Reading): TemplateResult {
    const { name, description } = platform;
    const told = typeof name === 'string' ? undefined : reading.text(name)?.lang;
    return html`<li class="platform" part="platform" id=${platform.id}>
      <span class="sign">${platformMark(reading.plain(name))}</span>
      <div class="what">
        ${itemHeading(reading, platform.id, nameOf(reading, name))}
        ${rich(reading, description, { level: reading.level + 2, told })}
        ${forWhom(reading, platform.audience)}
      </div>
      ${this.#sides(platform, reading, told)}
    </li>`;
  }

  #sides({ benefits, risks }: Platform, reading: Reading, told: string | undefined): unknown {
    const { l10n } = this;
    const side = (name: string, mark: IconName, label: string, text: Text | undefined) =>
      html`<dt class=${name}>${icon(mark)} ${label}</dt>
        <dd>${rich(reading, text, { level: reading.level + 2, told })}</dd>`;
    const good = side('benefits', 'check', l10n.msg('Good for', { id: 'benefits' }), benefits);
    const bad = side('risks', 'alert', l10n.msg('Watch out for', { id: 'risks' }), risks);
    const sides = [
      reading.text(benefits) ? html`<div class="side" part="benefits">${good}</div>` : nothing,
      reading.text(risks) ? html`<div class="side" part="risks">${bad}</div>` : nothing,
    ].filter((each) => each !== nothing);
    return sides.length ? html`<dl class="sides">${sides}</dl>` : nothing;
  }
}
