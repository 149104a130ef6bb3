import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyLanguageEvent } from '../events.js';
import { inheritedLanguage } from '../localization/inherited-language.js';
import type { Localization } from '../localization/localization.js';
import type { Policy } from '../policy/schema.js';
import type { PolicySource } from './policy-source.js';
import { recall, remember } from './visit-storage.js';

interface SwitchHost extends ReactiveControllerHost, HTMLElement {
  src: string | undefined;
  lang: string;
  readonly shownPolicy: Policy | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

type Part = HTMLElement & Pick<ReactiveControllerHost, 'updateComplete'>;

/** Changes what the parts hold; the reader is to see the same part after it. */
export type KeepPlace = (
  whole: Element,
  parts: readonly Element[],
  change: () => Promise<void>,
) => Promise<void>;

const KIND = 'language';

/** The language a reader chooses: it holds for the visit, until the page itself is in another one. */
export class LanguageSwitch implements ReactiveController {
  /** The language the reader chose last, on this page. */
  chosen: string | undefined;

  readonly #host: SwitchHost;
  readonly #l10n: Localization;
  readonly #texts: Pick<PolicySource, 'fetchLanguage'>;
  readonly #keepPlace: KeepPlace;
  /** The language the page gives the element; none where it says nothing. */
  #given: string | undefined;
  #isRecalled = false;

  constructor(
    host: SwitchHost,
    l10n: Localization,
    texts: Pick<PolicySource, 'fetchLanguage'>,
    keepPlace: KeepPlace,
  ) {
    this.#keepPlace = keepPlace;
    this.#host = host;
    this.#l10n = l10n;
    this.#texts = texts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#given ??= this.#host.lang || inheritedLanguage(this.#host) || '';
    // The texts of that language are asked for at once, and no other is seen before.
    if (this.#host.src) this.#recall(this.#host.src);
  }

  /** Takes up what the reader chose earlier, where only the policy says of which one. */
  recall(): void {
    const { src, shownPolicy } = this.#host;
    if (!src && shownPolicy) this.#recall(shownPolicy.id);
  }

  #recall(of: string): void {
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    const [given, chosen] = recall(KIND, of).split('>');
    if (chosen && given === this.#given) this.#host.lang = chosen;
  }

  /** The reader is about to choose. */
  readonly prepare = (lang: string): void => {
    this.#l10n.fetch(lang);
    this.#texts.fetchLanguage(lang);
  };

  readonly choose = (lang: string): void => void this.#choose(lang);

  async #choose(lang: string): Promise<void> {
    const { src, shownPolicy } = this.#host;
    remember(KIND, src || (shownPolicy?.id ?? ''), `${this.#given}>${lang}`);
    const parts = () => [...this.#host.renderRoot.querySelectorAll<Part>('.part')];
    const change = async (): Promise<void> => {
      this.#host.lang = this.chosen = lang;
      this.#host.requestUpdate();
      this.#host.dispatchEvent(new PolicyLanguageEvent(lang));
      await this.#settled(lang, parts);
    };
    await this.#keepPlace(this.#host, parts(), change);
  }

  /** Resolves when the labels of the language are there and every part is drawn in it. */
  async #settled(lang: string, parts: () => Part[]): Promise<void> {
    await this.#l10n.whenReady(lang);
    await this.#host.updateComplete;
    await Promise.all(parts().map((part) => part.updateComplete));
  }
}
