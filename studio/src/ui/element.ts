import { LitElement, type PropertyValues } from 'lit';
import { onLanguage } from '../localization/localize.js';
import type { DraftSession } from '../model/session.js';
import { released } from './pressing.js';

/**
 * What every part of the studio is made of: drawn in the page itself, as a text editor works in no
 * shadow root of every browser, and drawn again when the studio's language changes.
 */
export abstract class StudioElement extends LitElement {
  #forget: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }
}

/** A part that shows a draft, and is drawn again when it changes. */
export abstract class DraftElement extends StudioElement {
  static override properties = { session: { attribute: false } };
  declare session: DraftSession;

  readonly #onChange = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.session?.addEventListener('change', this.#onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.removeEventListener('change', this.#onChange);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('session') as DraftSession | undefined;
    before?.removeEventListener('change', this.#onChange);
    if (changed.has('session')) this.session?.addEventListener('change', this.#onChange);
  }

  /** What leaving a field changes may move what is being pressed: it is drawn after that. */
  protected override async scheduleUpdate(): Promise<void> {
    await released();
    await super.scheduleUpdate();
  }
}

/** `tag` stands for a class, once. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
