import { html, nothing, type TemplateResult } from 'lit';
import { turnOf, watchView } from '../controllers/turns.js';
import { sectionsFor } from '../policy/audience.js';
import type { Section } from '../policy/schema.js';
import { PolicyElement } from './policy-element.js';
import { gapNote } from './templates/gaps.js';
import { heading } from './templates/heading.js';
import { linkMark } from './templates/link-mark.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { plain, rich } from './templates/text.js';

/**
 * An element that shows one section of a policy: its title, its intro and its items.
 *
 * @csspart heading - The title.
 * @csspart section - The section.
 * @csspart link - The address of a section or an item, to copy.
 * @csspart intro - The text under the title.
 * @csspart gap - The note about what could not be shown.
 */
export abstract class SectionElement<Shown extends Section = Section> extends PolicyElement {
  static override properties = {
    ...PolicyElement.properties,
    section: { type: String },
  };

  /** Id of the section, where the policy has several of this type. */
  declare section: string | undefined;

  /** Type of section the element shows; `undefined` for any, by its id. */
  protected abstract readonly type: string | undefined;

  protected abstract renderSection(section: Shown, reading: Reading): unknown;

  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.nested) this.#unwatch = watchView(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /**
   * In the viewer, a section that nobody sees is drawn anew after those that are seen: a change of
   * language or audience then blocks not much longer than what is on screen takes.
   */
  protected override async scheduleUpdate(): Promise<void> {
    const turn = this.hasUpdated ? turnOf(this) : undefined;
    if (turn) await turn;
    await super.scheduleUpdate();
  }

  protected renderPolicy(reading: Reading): unknown {
    const section = this.#find(reading);
    if (!section) return this.#absent();
    reading.section = section.id;
    return html`<section class="section" part="section" id=${section.id}>
      <header>
        ${heading(reading.level, [this.#number(section, reading), this.#title(section, reading)], 'section-title')} ${linkMark(reading, section.id)}
        ${forWhom(reading, section.audience)}
        ${section.intro ? html`<div class="intro" part="intro">${rich(reading, section.intro, { told: reading.text(section.title)?.lang })}</div>` : nothing}
      </header>
      ${this.renderSection(section, reading)} ${gapNote(reading, reading.read.gaps.get(section.id))}
    </section>`;
  }

  #find(reading: Reading): Shown | undefined {
    return sectionsFor(reading.policy, reading.audience).find(
      (section): section is Shown =>
        (this.type === undefined || section.type === this.type) &&
        (!this.section || section.id === this.section),
    );
  }

  #title({ id, title }: Section, reading: Reading): unknown {
    const shown = plain(reading, title);
    return shown === nothing ? id : shown;
  }

  /** Sections are numbered where they stand together. */
  #number(section: Section, reading: Reading): TemplateResult | typeof nothing {
    const number = this.nested ? reading.entry(section.id)?.number : undefined;
    return number ? html`<span class="number">${number}</span> ` : nothing;
  }

  #absent(): TemplateResult {
    return html`<p class="empty">
      ${this.l10n.msg('This policy has no such section for you.', { id: 'section-absent' })}
    </p>`;
  }
}
