import { html, nothing, type TemplateResult } from 'lit';
import { RowFilter } from '../../controllers/row-filter.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { elementRest } from '../../late-modules.js';
import type { FaqEntry, SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-faq.styles.js';
import { SectionElement } from '../section-element.js';
import { FIND_FROM, findField, foundText } from '../shared/filter-field.js';
import { heading } from '../shared/heading.js';
import { linkMark } from '../shared/link-mark.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { batches, inBatches } from '../shared/intrinsic-size.js';
import { noItems } from '../shared/states.js';
import { plain, rich, topics } from '../shared/text.js';

/**
 * Frequently asked questions. The answers stand in native disclosures, so that the browser's own
 * page search finds and opens them.
 *
 * @tagname policy-faq
 * @csspart question - The line that opens an answer.
 * @csspart answer - An answer.
 * @csspart controls - The field to find questions, and the button that opens all.
 * @csspart input - A field.
 */
export class PolicyFaq extends SectionElement<SectionOf<'faq'>> {
  static override styles = [...SectionElement.styles, batches, styles];
  static override properties = {
    ...SectionElement.properties,
    _allOpen: { state: true },
  };
  protected override readonly type = 'faq';

  declare private _allOpen: boolean;
  #entries: readonly FaqEntry[] = [];
  #frame = 0;
  readonly #filter: RowFilter = new RowFilter(
    this,
    () => this.#rows(),
    (shown, total) => this.#tell(shown, total),
  );

  constructor() {
    super();
    this._allOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** An item that was filtered out comes back when somebody is led to it. */
  uncover(item: HTMLElement): void {
    if (!item.hidden) return;
    const field = this.renderRoot.querySelector<HTMLInputElement>('#find');
    if (field) field.value = '';
    this.#filter.clear();
  }

  protected override renderSection({ items }: SectionOf<'faq'>, view: PolicyView): unknown {
    this.#entries = items;
    if (!items.length) return noItems(this.l10n);
    const draw = (entry: FaqEntry) => this.#entry(entry, view);
    return html`${this.#controls(items.length)}
      <div class="entries" @toggle=${this.#toggled}>
        ${staticList(() => inBatches(items.map(draw), 30), items, view)}
      </div>`;
  }

  #controls(count: number): TemplateResult {
    const { l10n } = this;
    const label = this._allOpen
      ? l10n.msg('Close all', { id: 'close-all' })
      : l10n.msg('Open all', { id: 'open-all' });
    const find = findField(l10n.msg('Find a question', { id: 'find-question' }), (query) =>
      this.#filter.search(query),
    );
    return html`<div class="controls" part="controls">
      ${count >= FIND_FROM ? find : nothing}
      <p class="status" role="status"></p>
      <button class="text-button" type="button" @click=${this.#toggleAll}>${label}</button>
    </div>`;
  }

  #entry(entry: FaqEntry, view: PolicyView): TemplateResult {
    const told = view.text(entry.question)?.lang;
    const question = plain(view, entry.question);
    return html`<details id=${entry.id} data-row ?data-more=${view.more.has(entry.id)}>
      <summary part="question">
        ${heading(view.level + 1, question === nothing ? entry.id : question, 'item-title')} ${icon(SHAPES.chevron)}
      </summary>
      <div class="answer" part="answer">
        ${rich(view, entry.answer, { level: view.level + 2, told })}
        ${forWhom(view, entry.audience)} ${linkMark(view, entry.id)}
        ${topics(view, entry.tags, told)}
      </div>
    </details>`;
  }

  #rows() {
    const { view } = this;
    return this.#entries.map(({ question, answer, tags = [] }) => ({
      text: [question, answer, ...tags].map((text) => view?.plain(text)).join('\n'),
    }));
  }

  #tell(shown: number, total: number): void {
    elementRest.value?.fitBatches(this.renderRoot, this.#filter.active);
    const status = this.renderRoot.querySelector('[role=status]');
    if (status) status.textContent = foundText(this.l10n, shown, total);
  }

  get #details(): NodeListOf<HTMLDetailsElement> {
    return this.renderRoot.querySelectorAll('details[data-row]');
  }

  readonly #toggleAll = (): void => {
    const open = !this._allOpen;
    for (const details of this.#details) details.open = open;
    this._allOpen = open;
  };

  /** Opening all of them tells of each: one look afterwards is enough. */
  readonly #toggled = {
    // Of a single entry: this does not bubble.
    capture: true,
    handleEvent: (): void => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this._allOpen = [...this.#details].every((details) => details.open);
      });
    },
  };
}
