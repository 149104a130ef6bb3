import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { FragmentTarget } from '../controllers/fragment.js';
import { PolicySource, type SourceHost } from '../controllers/policy-source.js';
import { PolicyProblemEvent } from '../events.js';
import { Localization, type LocalizedHost } from '../localization/localization.js';
import type { Policy } from '../policy/schema.js';
import { base } from '../styles/base.js';
import { prose } from '../styles/prose.js';
import { tokens } from '../styles/tokens.js';
import { Reading } from './templates/reading.js';
import { copyNote, failure, notDrawn } from './templates/states.js';

const RTL = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i;

/**
 * What every element of the library has: a policy, a language, an audience, a heading level, and
 * something to show while there is no policy yet.
 *
 * @slot - Shown until the policy is, and where scripts are blocked.
 * @csspart base - The wrapper around everything the element shows.
 * @csspart gap - The note about what could not be shown.
 * @csspart note - A note above the content.
 * @csspart error - The message that stands where no policy could be loaded.
 * @csspart icon - Any icon of the interface.
 * @fires {PolicyLoadEvent} policy-load - A policy is ready.
 * @fires {PolicyProblemEvent} policy-problem - Something could not be read or shown.
 * @fires {PolicyNavigateEvent} policy-navigate - The reader went to an item.
 */
export abstract class PolicyElement extends LitElement implements LocalizedHost, SourceHost {
  static override styles = [tokens, base, prose];
  static override properties = {
    src: { type: String },
    policy: { attribute: false },
    lang: { type: String, reflect: true },
    audience: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Address of the policy JSON. */
  declare src: string | undefined;
  /** The policy as an object, instead of `src`. */
  declare policy: unknown;
  /** Language of texts and labels (BCP 47); else that of the page around the element. */
  declare lang: string;
  /** Audience ids, separated by spaces: show what concerns these people, and everybody. */
  declare audience: string | undefined;
  /** Level of the element's own heading, 1 to 6. */
  declare headingLevel: number;

  protected readonly l10n: Localization = new Localization(this);
  protected readonly source: PolicySource = new PolicySource(this);
  readonly #fragment = new FragmentTarget(this);

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** The policy shown, as read: only what is sound in it. */
  get shownPolicy(): Policy | undefined {
    const { state } = this.source;
    return state.status === 'ready' ? state.read.policy : undefined;
  }

  /** Stands in another of our elements, which loads, tells and scrolls for it. */
  get nested(): boolean {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof PolicyElement;
  }

  /** Shows an item: opens what is closed around it, scrolls and moves the focus there. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    return this.#fragment.reveal(id);
  }

  /** What an element shows of a policy. */
  protected abstract renderPolicy(reading: Reading): unknown;

  protected get reading(): Reading | undefined {
    const { state } = this.source;
    if (state.status !== 'ready' || !this.l10n.ready) return undefined;
    const audience = (this.audience ?? '').split(/\s+/).filter(Boolean);
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6);
    return new Reading(state.read, this.l10n, audience, level);
  }

  protected override render(): TemplateResult {
    const reading = this.reading;
    const lang = this.l10n.labels;
    const busy = !reading && this.source.state.status !== 'failed' && Boolean(this.src);
    return html`<div
      class="frame"
      part="base"
      lang=${lang}
      dir=${RTL.test(reading?.lang ?? '') ? 'rtl' : 'ltr'}
      aria-busy=${busy ? 'true' : nothing}
    >
      ${reading ? this.#ready(reading) : this.#waiting()}
    </div>`;
  }

  #ready(reading: Reading): TemplateResult {
    return html`<div class="content">
      ${this.nested ? nothing : copyNote(reading, () => this.source.retry())}
      ${this.#draw(reading)}
    </div>`;
  }

  #waiting(): TemplateResult {
    const { state } = this.source;
    if (state.status === 'failed' && this.l10n.ready) {
      return html`<div class="content">
        ${failure(this.l10n, state, () => this.source.retry())}
        <slot></slot>
      </div>`;
    }
    return html`<slot>${this.#hasFallback || !this.src ? nothing : skeleton}</slot>`;
  }

  get #hasFallback(): boolean {
    return this.textContent?.trim() !== '' || this.childElementCount > 0;
  }

  /** Nothing throws past the element: what could not be drawn says so. */
  #draw(reading: Reading): unknown {
    try {
      return this.renderPolicy(reading);
    } catch (error) {
      console.error(`${this.localName}: this part could not be drawn.`, error);
      queueMicrotask(() => this.dispatchEvent(new PolicyProblemEvent('not-drawn', [], error)));
      return notDrawn(this.l10n);
    }
  }
}

const skeleton = html`<div class="content">
  <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
</div>`;
