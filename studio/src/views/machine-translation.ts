/** Filling in empty texts by machine: one, or all of a language. Says first where texts go. */
import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, type MachineOutcome } from '../api/client.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { emptyTexts, fillIn, type Outcomes, type TextName } from '../model/machine-translation.js';
import type { TranslationState } from '../model/translations.js';
import { DraftElement } from '../ui/element.js';
import { notice } from './save-state.js';
import { first } from './writing.js';

export class MachineTranslation extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    target: { type: String },
    text: { attribute: false },
    _running: { state: true },
    _outcomes: { state: true },
    _problem: { state: true },
  };
  /** BCP 47 */
  declare target: string;
  /** Only this one; without it, every text that is empty. */
  declare text: (TextName & { state: TranslationState }) | undefined;
  declare private _running: { done: number; all: number } | undefined;
  declare private _outcomes: Outcomes | undefined;
  declare private _problem: string | undefined;
  #stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override render(): TemplateResult | typeof nothing {
    const service = this.session.me.translation;
    if (!service) return nothing;
    return this.text ? this.#one(this.text, service.name) : this.#all(service);
  }

  #one(text: TextName & { state: TranslationState }, service: string): TemplateResult {
    const button = html`<button class="button small" aria-describedby="machine-where" ?disabled=${this._running !== undefined} @click=${() => void this.#fill([text])}>${this._running ? msg('Translating…', { id: 'studio-mt-busy' }) : msg(str`Translate with ${service}`, { id: 'studio-mt-one' })}</button>`;
    return html`${text.state === 'missing' ? button : nothing} ${this.#report()}`;
  }

  #all({ name, host }: { name: string; host: string }): TemplateResult {
    const empty = emptyTexts(this.session, this.target);
    const [from, to] = [languageName(first(this.session)), languageName(this.target)];
    const where = msg(
      str`Texts in ${from} go to ${name} (${host}) when you press the button, and not before. What comes back in ${to} is marked until somebody has read it.`,
      { id: 'studio-mt-where' },
    );
    return html`<section class="machine" aria-labelledby="machine-title">
      <h2 id="machine-title">${msg('Translate by machine', { id: 'studio-mt' })}</h2>
      <p class="hint" id="machine-where">${where}</p>
      ${this._running ? this.#progress(this._running) : this.#button(empty)}
      ${this.#report()}
    </section>`;
  }

  #button(empty: readonly TextName[]): TemplateResult {
    if (!empty.length)
      return html`<p>${msg('No text is empty: a machine never writes over a text.', { id: 'studio-mt-none' })}</p>`;
    const words =
      empty.length === 1
        ? msg('Fill in one empty text', { id: 'studio-mt-fill-one' })
        : msg(str`Fill in ${formatNumber(empty.length)} empty texts`, { id: 'studio-mt-fill' });
    return html`<div class="actions"><button class="button" aria-describedby="machine-where" @click=${() => void this.#fill(empty)}>${words}</button></div>`;
  }

  #progress({ done, all }: { done: number; all: number }): TemplateResult {
    const words = msg(str`${formatNumber(done)} of ${formatNumber(all)} texts`, {
      id: 'studio-texts-of',
    });
    return html`<p class="bar-row"><progress max=${all} value=${done} aria-label=${msg('Translate by machine', { id: 'studio-mt' })}></progress> <span>${words}</span>
      <button class="button small" @click=${() => this.#stop.abort()}>${msg('Stop', { id: 'studio-mt-stop' })}</button></p>`;
  }

  async #fill(texts: readonly TextName[]): Promise<void> {
    this.#stop = new AbortController();
    this._outcomes = this._problem = undefined;
    this._running = { done: 0, all: texts.length };
    try {
      // The server translates what it has.
      if (!(await this.session.settled())) {
        this._problem = msg('Save first: the server does not have all you wrote yet.', {
          id: 'studio-mt-unsaved',
        });
        return;
      }
      this._outcomes = await fillIn(this.session, {
        ...{ lang: this.target, texts, signal: this.#stop.signal },
        progress: (done, outcomes) => {
          this._running = { done, all: texts.length };
          this._outcomes = outcomes;
        },
      });
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      this._problem = status === 403 ? notAllowed() : sentence('unavailable', 1, '');
    } finally {
      this._running = undefined;
      await this.updateComplete;
      // The button that had the focus may be gone.
      if (document.activeElement === document.body) {
        this.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
      }
    }
  }

  #report(): TemplateResult | typeof nothing {
    if (this._problem !== undefined) return notice('alert', this._problem);
    const outcomes = this._outcomes;
    if (!outcomes?.size || this._running) return nothing;
    const to = languageName(this.target);
    return html`<ul class="machine-report" role="status" tabindex="-1">${ORDER.flatMap(
      (outcome) => {
        const count = outcomes.get(outcome);
        return count ? [html`<li>${sentence(outcome, count, to)}</li>`] : [];
      },
    )}</ul>`;
  }
}

const ORDER: readonly MachineOutcome[] = [
  ...(['written', 'broken', 'refused', 'too-long', 'not-empty', 'gone'] as const),
  ...(['key', 'quota', 'language', 'busy', 'unavailable', 'unreadable'] as const),
];

const notAllowed = (): string =>
  msg('Your role does not include this language.', { id: 'studio-mt-role' });

function sentence(outcome: MachineOutcome, count: number, to: string): string {
  const n = formatNumber(count);
  switch (outcome) {
    case 'written':
      return msg(str`Filled in: ${n}. Read each before you publish.`, { id: 'studio-mt-written' });
    case 'broken':
      return msg(
        str`Left empty: ${n}, as a link, a list or bold words were lost. Translate these yourself.`,
        { id: 'studio-mt-broken' },
      );
    case 'refused':
    case 'too-long':
      return msg(
        str`Left empty: ${n}, as the service does not take the text. Translate these yourself.`,
        { id: 'studio-mt-refused' },
      );
    case 'not-empty':
      return msg(str`Left as it is: ${n}, as there is a text already.`, {
        id: 'studio-mt-not-empty',
      });
    case 'gone':
      return msg(str`No longer there: ${n}.`, { id: 'studio-mt-gone' });
    case 'language':
      return msg(str`The service does not translate into this language: ${to}.`, {
        id: 'studio-mt-language',
      });
    default:
      return serviceSentence(outcome);
  }
}

function serviceSentence(outcome: MachineOutcome): string {
  switch (outcome) {
    case 'key':
      return msg(
        'The service does not accept your organisation’s key. Tell whoever looks after the server.',
        { id: 'studio-mt-key' },
      );
    case 'quota':
      return msg(
        'What your organisation may have translated is used up. Tell whoever looks after the server, or translate the rest yourself.',
        { id: 'studio-mt-quota' },
      );
    default:
      return msg('The service does not answer now. What is empty stays empty: try again later.', {
        id: 'studio-mt-unavailable',
      });
  }
}
