import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { sectionsFor } from '../policy/audience.js';
import { coreStateOf } from '../policy/core.js';
import { itemsOf } from '../policy/ids.js';
import type { WordList } from '../controllers/word-list.js';
import { elementRest } from '../late-modules.js';
import type { Policy, Section } from '../policy/schema.js';
import { PolicyElement } from './policy-element.js';
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
    reading: { type: String },
  };

  /** Id of the section, where the policy has several of this type. */
  declare section: string | undefined;

  /** `core` begins with what belongs to the short reading, where only some items do. */
  declare reading: 'core' | 'all' | undefined;

  /** Type of section the element shows; `undefined` for any, by its id. */
  protected abstract readonly type: string | undefined;

  protected abstract renderSection(section: Shown, view: PolicyView): unknown;

  protected override get settings(): readonly unknown[] {
    return [this.section, this.reading];
  }

  /** What attributes take that hold words. @internal */
  wordLists(policy: Policy): WordList[] {
    const shown = policy.sections.filter(({ type }) => !this.type || type === this.type);
    return [{ attribute: 'section', value: this.section, known: shown.map(({ id }) => id) }];
  }

  /**
   * In the viewer, a section that nobody sees is drawn anew after those that are seen: a change of
   * language or audience then blocks not much longer than what is on screen takes.
   */
  protected override async scheduleUpdate(): Promise<void> {
    const turn = this.hasUpdated ? elementRest.value?.turnOf(this) : undefined;
    if (turn) await turn;
    await super.scheduleUpdate();
  }

  protected renderPolicy(view: PolicyView): unknown {
    const section = this.#find(view);
    if (!section) return this.#absent();
    view.section = section.id;
    view.more = moreIn(section);
    const isPart = section.core !== true && view.more.size > 0;
    return html`<section class="section" part="section" id=${section.id}>
      <header>
        ${heading(view.level, [this.#number(section, view), this.#title(section, view)], 'section-title')} ${linkMark(view, section.id)}
        ${forWhom(view, section.audience)}
        ${section.intro ? html`<div class="intro" part="intro" ?data-more=${isPart}>${rich(view, section.intro, { told: view.text(section.title)?.lang })}</div>` : nothing}
      </header>
      ${this.reading === 'core' && view.more.size ? this.#rest(section, view) : nothing}
      ${this.renderSection(section, view)} ${elementRest.value?.gapNote(view, section.id)} ${elementRest.value?.staleNote(view, section.id)}
    </section>`;
  }

  /** On screen all the items are offered, also in the short reading. */
  protected get offersAll(): boolean {
    return false;
  }

  /** A switch that works before any script does, and without: the styles do the rest. */
  #rest(section: Shown, { more }: PolicyView): TemplateResult {
    const { l10n } = this;
    const { formats } = l10n;
    const all = itemsOf(section).length;
    const [some, total] = [all - more.size, all].map((count) => formats.number(count));
    return html`<details class="more ${this.offersAll ? 'paper' : ''}">
      <summary>
        <span class="closed"
          >${l10n.msg(str`The essentials: ${some} of ${total}.`, { id: 'core-some' })}
          <span class="do">${l10n.msg('Show all', { id: 'core-show-all' })}</span></span
        >
        <span class="opened"
          ><span class="do">${l10n.msg('Show the essentials only', { id: 'core-only' })}</span></span
        >
      </summary>
    </details>`;
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

/** Items that the short reading leaves out, where it has others of the section. */
const moreIn = (section: Section): ReadonlySet<string> =>
  new Set(
    coreStateOf(section) === 'items'
      ? itemsOf(section)
          .filter((item) => item['core'] !== true)
          .map(({ id }) => id)
      : [],
  );
