import { html, nothing, type TemplateResult } from 'lit';
import { Copying } from '../../controllers/copying.js';
import { focusIntoView } from '../../controllers/focus-into-view.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Reaction, SectionOf, TriageQuestion } from '../../policy/schema.js';
import { askedNow, follow, startWay, stepBack, type Way } from '../../policy/triage.js';
import { choices } from '../../styles/choices.js';
import { play } from '../../styles/play.js';
import { styles } from './policy-reactions.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import { hiddenWhen } from '../shared/hidden.js';
import type { PolicyView } from '../shared/policy-view.js';
import { scenario } from './scenario.js';
import { noItems } from '../shared/states.js';
import { plain } from '../shared/text.js';
import { backAndAgain, outcomeElsewhere, triageQuestion } from './triage.js';

/**
 * What to do when people talk about the organisation: a few questions lead to a scenario, or the
 * reader chooses one. All of it is on the page from the start, so that the browser's own page
 * search finds it and paper shows it.
 *
 * @tagname policy-reactions
 * @csspart question - A question that leads to a scenario.
 * @csspart choice - An answer or a scenario to choose.
 * @csspart scenario - What to do in one situation.
 * @csspart steps - Its steps.
 * @csspart reply - Its sample reply.
 * @csspart contact - Who answers, and within what time.
 * @csspart controls - The line above the scenarios.
 */
export class PolicyReactions extends SectionElement<SectionOf<'reactions'>> {
  static override styles = [...SectionElement.styles, choices, play, styles];
  static override properties = {
    ...SectionElement.properties,
    _way: { state: true },
    _chosen: { state: true },
    _all: { state: true },
  };
  protected override readonly type = 'reactions';

  declare private _way: Way;
  declare private _chosen: string | undefined;
  declare private _all: boolean;
  #items: readonly Reaction[] = [];
  #questions: readonly TriageQuestion[] = [];
  readonly #copying: Copying = new Copying(this);

  constructor() {
    super();
    this._way = { asked: [] };
    this._all = false;
  }

  /** What waits its turn comes forward when somebody is led to it. */
  uncover({ id }: HTMLElement): void {
    if (this.#questions.some((question) => question.id === id)) {
      this._way = { asked: [id] };
      this._chosen = undefined;
    } else if (this.#items.some((item) => item.id === id)) {
      this._chosen = id;
      this._way = { asked: this._way.asked };
    }
    // The focus cannot go to what is still hidden.
    if (this.isUpdatePending) this.performUpdate();
  }

  /** Choices take little room: all of them are offered on screen. */
  protected override get offersAll(): boolean {
    return true;
  }

  protected override renderSection(section: SectionOf<'reactions'>, view: PolicyView): unknown {
    this.#items = section.items;
    this.#questions = section.triage ?? [];
    if (!this.#items.length && !this.#questions.length) return noItems(this.l10n);
    const chosen = this.#items.find(({ id }) => id === this._chosen);
    return html`<div class="helper play" @beforematch=${this.#onFound}>
      ${this.#triage(view, chosen)} ${this.#steps(chosen)} ${this.#scenarios(view, chosen)}
    </div>`;
  }

  #triage(view: PolicyView, chosen: Reaction | undefined): TemplateResult | typeof nothing {
    if (!this.#questions.length) return nothing;
    const led = !chosen && this._way.outcome !== undefined;
    const now = chosen || led ? undefined : askedNow(this._way, this.#questions);
    return html`${this.#questions.map((question) =>
      triageQuestion(view, question, question !== now, (to) => void this.#answer(to)),
    )}
    ${led ? outcomeElsewhere(view, this._way.outcome) : nothing}`;
  }

  #steps(chosen: Reaction | undefined): TemplateResult | typeof nothing {
    const first = askedNow(startWay(this.#questions), this.#questions);
    const begun = this._way.outcome !== undefined || askedNow(this._way, this.#questions) !== first;
    const back =
      chosen || this._way.outcome !== undefined || this._way.asked.length > 1
        ? () => void this.#back()
        : undefined;
    return backAndAgain(this.l10n, back, begun ? () => void this.#startAgain() : undefined);
  }

  #scenarios(view: PolicyView, chosen: Reaction | undefined): TemplateResult | typeof nothing {
    if (!this.#items.length) return nothing;
    const layout = chosen ? 'one' : this._all ? 'all' : 'many';
    return html`${chosen ? nothing : this.#controls()}
      <div class="scenarios ${layout} ${this.#questions.length ? 'aside-list' : 'choices'}">
        ${this.#items.map((item) => this.#scenario(view, item, chosen))}
      </div>`;
  }

  #controls(): TemplateResult {
    const { l10n } = this;
    const label = this._all
      ? l10n.msg('Close all', { id: 'close-all' })
      : l10n.msg('Open all', { id: 'open-all' });
    return html`<div class="controls screen" part="controls">
      <p class="ask">
        ${
          this.#questions.length
            ? l10n.msg('Or choose what you came across', { id: 'reactions-or-choose' })
            : l10n.msg('What did you come across?', { id: 'reactions-ask' })
        }
      </p>
      <button class="text-button" type="button" @click=${this.#toggleAll}>${label}</button>
    </div>`;
  }

  #scenario(view: PolicyView, item: Reaction, chosen: Reaction | undefined): TemplateResult {
    const open = item === chosen || (this._all && !chosen);
    const title = view.text(item.title) ? [plain(view, item.title)] : item.kind;
    const button = html`<button
      class="choice"
      part="choice"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => void this.#choose(item.id)}
    >
      <span>${title}</span> ${open ? nothing : icon(SHAPES.chevron)}
    </button>`;
    return html`<div
      class="scenario findable"
      part="scenario"
      id=${item.id}
      ?data-more=${view.more.has(item.id)}
      hidden=${hiddenWhen(chosen !== undefined && item !== chosen)}
    >
      ${itemHeading(view, item.id, this._all && !chosen ? title : button)}
      <div class="body findable" hidden=${hiddenWhen(!open)}>
        <div class="inner">${scenario(view, item, this.#copying)}</div>
      </div>
    </div>`;
  }

  readonly #toggleAll = (): void => {
    this._all = !this._all;
  };

  /** The browser's page search found something that is hidden. */
  readonly #onFound = (event: Event): void => {
    const found = (event.target as Element).closest<HTMLElement>('.scenario, .question');
    if (found) this.uncover(found);
  };

  async #answer(to: string): Promise<void> {
    this._way = follow(
      this._way.asked.length ? this._way : startWay(this.#questions),
      to,
      this.#questions,
    );
    const scenario = this.#items.some(({ id }) => id === this._way.outcome);
    this._chosen = scenario ? to : undefined;
    await this.updateComplete;
    if (scenario) this.#leadToScenario(to);
    else this.#leadToQuestion();
  }

  async #choose(id: string): Promise<void> {
    if (this._chosen === id) return this.#back();
    this._chosen = id;
    await this.updateComplete;
    this.#leadToScenario(id);
  }

  async #back(): Promise<void> {
    const from = this._chosen;
    const led = this._way.outcome !== undefined;
    this._chosen = undefined;
    if (led || !from) this._way = stepBack(this._way);
    await this.updateComplete;
    if (from && !led) this.#leadToScenario(from);
    else this.#leadToQuestion();
  }

  async #startAgain(): Promise<void> {
    this._way = startWay(this.#questions);
    this._chosen = undefined;
    await this.updateComplete;
    this.#leadToQuestion();
  }

  #leadToScenario(id: string): void {
    const scenario = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    focusIntoView(scenario?.querySelector<HTMLElement>('.choice') ?? scenario, scenario);
  }

  #leadToQuestion(): void {
    focusIntoView(
      this.renderRoot.querySelector<HTMLElement>('.question:not([hidden]), .elsewhere'),
    );
  }
}
