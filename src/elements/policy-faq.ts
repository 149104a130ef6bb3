import { html, nothing, type TemplateResult } from 'lit';
import { RowFilter } from '../controllers/row-filter.js';
import { icon } from '../icons/icon.js';
import type { FaqEntry, SectionOf } from '../policy/schema.js';
import { stamped } from '../rendering/stamped.js';
import { styles } from './policy-faq.styles.js';
import { SectionElement } from './section-element.js';
import { FIND_FROM, findField, foundText } from './templates/find.js';
import { heading } from './templates/heading.js';
import { linkMark } from './templates/link-mark.js';
import type { Reading } from './templates/reading.js';
import { forWhom } from './templates/references.js';
import { lettersIn, sized } from './templates/size.js';
import { noItems } from './templates/states.js';
import { plain, rich, topics } from './templates/text.js';

/**
 * Frequently asked questions. The answers stand in native disclosures, so that the browser's own
 * page search finds and opens them.
 *
 * @tagname policy-faq
 * @csspart question - The line that opens an answer.
 * @csspart answer - An answer.
 * @csspart controls - The field to find questions, and the button that opens all.
 */
export class PolicyFaq extends SectionElement<SectionOf<'faq'>> {
  static override styles = [...SectionElement.styles, styles];
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

  protected override renderSection({ items }: SectionOf<'faq'>, reading: Reading): unknown {
    this.#entries = items;
    if (!items.length) return noItems(this.l10n);
    return html`${this.#controls(items.length)}
      <div class="entries" @toggle=${this.#toggled}>
        ${stamped(() => items.map((entry) => this.#entry(entry, reading)), items, reading)}
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

  #entry(entry: FaqEntry, reading: Reading): TemplateResult {
    const told = reading.text(entry.question)?.lang;
    const question = plain(reading, entry.question);
    return html`<details id=${entry.id} data-row ${sized(lettersIn(reading, entry.question), entry.id)}>
      <summary part="question">
        ${heading(reading.level + 1, question === nothing ? entry.id : question, 'item-title')} ${icon('chevron')}
      </summary>
      <div class="answer" part="answer">
        ${rich(reading, entry.answer, { level: reading.level + 2, told })}
        ${forWhom(reading, entry.audience)} ${linkMark(reading, entry.id)}
        ${topics(reading, entry.tags, told)}
      </div>
    </details>`;
  }

  #rows() {
    const { reading } = this;
    return this.#entries.map(({ question, answer, tags = [] }) => ({
      text: [question, answer, ...tags].map((text) => reading?.plain(text)).join('\n'),
    }));
  }

  #tell(shown: number, total: number): void {
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
