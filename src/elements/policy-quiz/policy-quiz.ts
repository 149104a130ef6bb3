import { html, nothing, type TemplateResult } from 'lit';
import { Copying } from '../../controllers/copying.js';
import { focusIntoView } from '../../controllers/focus-into-view.js';
import { missed, questionAfter, scoreOf } from '../../policy/quiz.js';
import type { QuizQuestion, SectionOf } from '../../policy/schema.js';
import { PolicyQuizEvent } from '../../events.js';
import { choices } from '../../styles/choices.js';
import { styles } from './policy-quiz.styles.js';
import { progressBar } from '../shared/progress-bar.js';
import { play } from '../../styles/play.js';
import { SectionElement } from '../section-element.js';
import { hiddenWhen } from '../shared/hidden.js';
import { quizQuestion, type Asked } from './quiz-question.js';
import { quizResult } from './quiz-result.js';
import { presentedEnd, presenterBar, SHOWN, stepOf, toggleFullScreen } from './presenter.js';
import { presenterStyles } from './presenter.styles.js';
import type { PolicyView } from '../shared/policy-view.js';
import { noItems } from '../shared/states.js';

/**
 * The playful one: a question at a time, explained at once, with a result at the end. Nobody is
 * told the score.
 *
 * @tagname policy-quiz
 * @csspart question - A question with its options.
 * @csspart choice - An option.
 * @csspart explanation - What is said once an option was chosen.
 * @csspart result - The result.
 * @csspart full-screen - The button that fills the screen, for a presenter.
 * @csspart button - A button.
 * @csspart primary - The button that matters most, among those.
 * @fires {PolicyQuizEvent} policy-quiz - The reader came to the end; not where a team did.
 */
export class PolicyQuiz extends SectionElement<SectionOf<'quiz'>> {
  static override styles = [...SectionElement.styles, choices, play, styles, presenterStyles];
  static override properties = {
    ...SectionElement.properties,
    presenter: { type: Boolean },
    _full: { state: true },
    _choices: { state: true },
    _current: { state: true },
    _explained: { state: true },
    _ended: { state: true },
  };
  protected override readonly type = 'quiz';

  /** For a screen in a meeting: large, answered aloud by a team, and moved on by arrow keys. */
  declare presenter: boolean;
  /** It fills the screen. */
  declare private _full: boolean;
  declare private _choices: ReadonlyMap<string, number>;
  declare private _current: string | undefined;
  /** Id of a question whose explanation the page search opened. */
  declare private _explained: string | undefined;
  declare private _ended: boolean;
  #items: readonly QuizQuestion[] = [];
  readonly #copying: Copying = new Copying(this);

  constructor() {
    super();
    this._choices = new Map();
    this._ended = this._full = this.presenter = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#onFullScreen);
  }

  readonly #onFullScreen = (): void => {
    this._full = document.fullscreenElement === this;
  };

  /** A question that waits its turn comes forward when somebody is led to it. */
  uncover({ id }: HTMLElement): void {
    if (!this.#items.some((item) => item.id === id)) return;
    this._current = id;
    this._ended = false;
    // The focus cannot go to what is still hidden.
    if (this.isUpdatePending) this.performUpdate();
  }

  protected override renderSection({ items }: SectionOf<'quiz'>, view: PolicyView): unknown {
    this.#items = items;
    if (!items.length) return noItems(this.l10n);
    const current = this._ended ? undefined : this.#now;
    const { presenter } = this;
    return html`<div class="quiz play ${presenter ? 'presented' : ''}" @beforematch=${this.#onFound} @keydown=${presenter ? this.#onKey : nothing}>
      ${presenter ? presenterBar(this.l10n, this._full, () => void this.#fill()) : nothing}
      ${progressBar(this._choices.size, items.length)}
      ${items.map((item) => this.#question(view, item, current))}
      ${this._ended ? this.#result(view) : nothing}
    </div>`;
  }

  get #now(): QuizQuestion | undefined {
    return this.#items.find(({ id }) => id === this._current) ?? this.#items[0];
  }

  #question(
    view: PolicyView,
    item: QuizQuestion,
    current: QuizQuestion | undefined,
  ): TemplateResult {
    const { id, options } = item;
    const hidden = item !== current;
    const chosen = this._choices.get(id);
    return html`<div
      class="question findable"
      part="question"
      id=${id}
      role=${hidden ? nothing : 'group'}
      aria-labelledby=${hidden ? nothing : `place_${id} question_${id}`}
      tabindex="-1"
      hidden=${hiddenWhen(hidden)}
    >
      ${quizQuestion(view, item, {
        at: this.#items.indexOf(item),
        count: this.#items.length,
        chosen,
        explained: chosen !== undefined || !options.length || this._explained === id,
        last: !questionAfter(this.#items, this._choices, id),
        choose: (at) => void this.#choose(id, at),
        next: () => void this.#next(),
        presented: this.presenter ? this.#presented(id) : undefined,
      })}
    </div>`;
  }

  #presented(id: string): Asked['presented'] {
    const isFirst = this.#items[0]?.id === id;
    return {
      show: () => void this.#choose(id, SHOWN),
      back: isFirst ? undefined : () => void this.#back(),
    };
  }

  #result(view: PolicyView): TemplateResult {
    if (this.presenter) return presentedEnd(view, this.#items, () => void this.#startAgain());
    const score = scoreOf(this.#items, this._choices);
    const again = () => void this.#startAgain();
    return quizResult(view, score, missed(this.#items, this._choices), this.#copying, again);
  }

  /** The browser's page search found something that is hidden. */
  readonly #onFound = (event: Event): void => {
    const found = event.target as HTMLElement;
    const question = found.closest<HTMLElement>('.question');
    if (!question) return;
    if (found !== question) this._explained = question.id;
    this.uncover(question);
  };

  async #choose(id: string, at: number): Promise<void> {
    if (this._choices.has(id)) return;
    this._choices = new Map(this._choices).set(id, at);
    await this.updateComplete;
    const question = `#${CSS.escape(id)}`;
    const pressed =
      at < 0
        ? undefined
        : this.renderRoot.querySelector(`${question} .options > :nth-child(${at + 1})`);
    this.#focusIntoView(`${question} .explanation`, pressed);
  }

  async #next(): Promise<void> {
    const next = questionAfter(this.#items, this._choices, this.#now?.id);
    if (next) this._current = next.id;
    else this._ended = true;
    await this.updateComplete;
    this.#focusIntoView(next ? '.question:not([hidden])' : '.summary');
    if (next || this.presenter) return;
    const { correct, total } = scoreOf(this.#items, this._choices);
    this.dispatchEvent(new PolicyQuizEvent(correct, total));
  }

  async #back(): Promise<void> {
    const at = this._ended ? this.#items.length : this.#items.indexOf(this.#now!);
    const before = this.#items[at - 1];
    if (!before) return;
    this._current = before.id;
    this._ended = false;
    await this.updateComplete;
    this.#focusIntoView('.question:not([hidden])');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    const now = this._ended ? undefined : this.#now;
    if (step < 0) void this.#back();
    else if (now?.options.length && !this._choices.has(now.id)) void this.#choose(now.id, SHOWN);
    else if (now) void this.#next();
  };

  async #fill(): Promise<void> {
    await toggleFullScreen(this);
    this.#focusIntoView(this._ended ? '.summary' : '.question:not([hidden])');
  }

  async #startAgain(): Promise<void> {
    this._choices = new Map();
    this._current = this._explained = undefined;
    this._ended = false;
    await this.updateComplete;
    this.#focusIntoView('.question:not([hidden])');
  }

  #focusIntoView(selector: string, pressed?: Element | null): void {
    const to = this.renderRoot.querySelector<HTMLElement>(selector);
    focusIntoView(to, to, pressed);
  }
}
