import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { focusIntoView } from '../../controllers/focus-into-view.js';
import type { CheckQuestion, SectionOf } from '../../policy/schema.js';
import { countAnswered, verdictOf, type YesOrNo } from '../../policy/check-verdict.js';
import { styles } from './policy-check.styles.js';
import { SectionElement } from '../section-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { plain, rich } from '../shared/text.js';
import { verdict, yesOrNo } from './verdict.js';

/**
 * Think before you post: questions to answer with yes or no, and what the answers come to. What is
 * answered stays on the page, and is gone when the page is.
 *
 * @tagname policy-check
 * @csspart question - A question with its answers.
 * @csspart verdict - What the answers come to.
 */
export class PolicyCheck extends SectionElement<SectionOf<'check'>> {
  static override styles = [...SectionElement.styles, styles];
  static override properties = {
    ...SectionElement.properties,
    _answers: { state: true },
  };
  protected override readonly type = 'check';

  declare private _answers: ReadonlyMap<string, YesOrNo>;

  constructor() {
    super();
    this._answers = new Map();
  }

  protected override renderSection({ items }: SectionOf<'check'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    const { l10n } = this;
    const found = verdictOf(items, this._answers);
    return html`<div class="questions">${items.map((item) => this.#question(item, view))}</div>
      <div class="foot">
        ${found ? nothing : this.#progress(items)}
        <div role="status">${found ? verdict(view, found, this._answers) : nothing}</div>
        ${
          countAnswered(items, this._answers)
            ? html`<button class="text-button" type="button" @click=${this.#startAgain}>
              ${l10n.msg('Start again', { id: 'start-again' })}
            </button>`
            : nothing
        }
      </div>`;
  }

  #question({ id, question, help, audience }: CheckQuestion, view: PolicyView): TemplateResult {
    const told = view.text(question)?.lang;
    // No id of a policy has an underscore.
    const policyFooter = view.text(help) ? `help_${id}` : nothing;
    return html`<fieldset class="question" part="question" id=${id} aria-describedby=${policyFooter}>
      <legend>${plain(view, question)}</legend>
      <div class="help" id=${policyFooter}>${rich(view, help, { told })} ${forWhom(view, audience)}</div>
      <div class="answers">
        ${(['yes', 'no'] as const).map((answer) => this.#answer(id, answer))}
      </div>
    </fieldset>`;
  }

  #answer(id: string, answer: YesOrNo): TemplateResult {
    return html`<label class="answer">
      <input
        type="radio"
        name="answer_${id}"
        value=${answer}
        autocomplete="off"
        .checked=${this._answers.get(id) === answer}
        @change=${() => this.#give(id, answer)}
      />
      <span>${yesOrNo(this.l10n, answer)}</span>
    </label>`;
  }

  #progress(items: readonly CheckQuestion[]): TemplateResult {
    const { l10n } = this;
    const answered = l10n.formats.number(countAnswered(items, this._answers));
    const all = l10n.formats.number(items.length);
    return html`<p class="progress muted">
      ${l10n.msg(str`${answered} of ${all} answered`, { id: 'check-progress' })}
    </p>`;
  }

  #give(id: string, answer: YesOrNo): void {
    this._answers = new Map(this._answers).set(id, answer);
  }

  readonly #startAgain = async (): Promise<void> => {
    this._answers = new Map();
    await this.updateComplete;
    const first = this.renderRoot.querySelector<HTMLElement>('.question');
    focusIntoView(first?.querySelector('input'), first);
  };
}
