import { html, nothing, type TemplateResult } from 'lit';
import { turnOf, watchView } from '../controllers/update-scheduler.js';
import { sectionsFor } from '../policy/audience.js';
import type { WordList } from '../controllers/attribute-words.js';
import type { Policy, Section } from '../policy/schema.js';
import { PolicyElement } from './policy-element.js';
import { gapNote } from './shared/missing-translations.js';
import { heading } from './shared/heading.js';
import { linkMark } from './shared/link-mark.js';
import type { PolicyView } from './shared/policy-view.js';
import { forWhom } from './shared/references.js';
import { plain, rich } from './shared/text.js';

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

  protected abstract renderSection(section: Shown, view: PolicyView): unknown;

  /** What attributes take that hold words. @internal */
  override wordLists(policy: Policy): WordList[] {
    const shown = policy.sections.filter(({ type }) => !this.type || type === this.type);
    return [
      ...super.wordLists(policy),
      { attribute: 'section', value: this.section, known: shown.map(({ id }) => id) },
    ];
  }

  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.isNested) this.#unwatch = watchView(this);
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

  protected renderPolicy(view: PolicyView): unknown {
    const section = this.#find(view);
    if (!section) return this.#absent();
    view.section = section.id;
    return html`<section class="section" part="section" id=${section.id}>
      <header>
        ${heading(view.level, [this.#number(section, view), this.#title(section, view)], 'section-title')} ${linkMark(view, section.id)}
        ${forWhom(view, section.audience)}
        ${section.intro ? html`<div class="intro" part="intro">${rich(view, section.intro, { told: view.text(section.title)?.lang })}</div>` : nothing}
      </header>
      ${this.renderSection(section, view)} ${gapNote(view, view.read.gaps.get(section.id))}
    </section>`;
  }

  #find(view: PolicyView): Shown | undefined {
    return sectionsFor(view.policy, view.audience).find(
      (section): section is Shown =>
        (this.type === undefined || section.type === this.type) &&
        (!this.section || section.id === this.section),
    );
  }

  #title({ id, title }: Section, view: PolicyView): unknown {
    const shown = plain(view, title);
    return shown === nothing ? id : shown;
  }

  /** Sections are numbered where they stand together. */
  #number(section: Section, view: PolicyView): TemplateResult | typeof nothing {
    const number = this.isNested ? view.entry(section.id)?.number : undefined;
    return number ? html`<span class="number">${number}</span> ` : nothing;
  }

  #absent(): TemplateResult {
    return html`<p class="empty">
      ${this.l10n.msg('This policy has no such section for you.', { id: 'section-absent' })}
    </p>`;
  }
}
