import type { msg as litMsg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { matchLanguage, policyLanguage } from '../policy/text.js';
import type { Policy } from '../policy/schema.js';
import { formatsFor, type Formats } from './formats.js';
import { inheritedLanguage, onLanguageChange } from './inherited-language.js';
import {
  isLoaded,
  LABEL_LANGUAGES,
  loadLabels,
  templatesOf,
  type LabelLanguage,
} from './locales.js';

export type Msg = typeof litMsg;

/** What the controller needs to know of its element. */
export interface LocalizedHost extends ReactiveControllerHost, Element {
  lang: string;
  /** The policy shown, once there is one. */
  readonly shownPolicy: Policy | undefined;
  /**
   * Resolves when the texts in a language are at hand, not before the labels are; nothing where
   * they are already.
   */
  prepareLanguage?(lang: string, labels: Promise<void>): Promise<void> | undefined;
}

/**
 * The language of one element: its own, so that two can stand on one page. It changes only when
 * the labels of the new one are there, so that no reader sees a mix.
 */
export class Localization implements ReactiveController {
  /** A label in the element's language. Call it only while rendering. */
  readonly msg: Msg = ((template, options) => {
    const templates = templatesOf(this.labels);
    // `x.other` takes the form of the language, `x.few` for example, where it has one.
    const own = this.#form && options?.id?.replace(/other$/, this.#form);
    const known = own && templates && Object.hasOwn(templates, own) ? { id: own } : options;
    return runtimeMsg(templates, template, known);
  }) as Msg;

  #form = '';

  readonly #host: LocalizedHost;
  #lang = '';
  #labels: LabelLanguage = 'en';
  #stop?: () => void;

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Language asked for; BCP 47. */
  get lang(): string {
    return this.#lang;
  }

  /** Language of the labels. */
  get labels(): LabelLanguage {
    return this.#labels;
  }

  /** Dates, numbers and lists as the labels' language writes them. */
  get formats(): Formats {
    return formatsFor(this.#region(this.#labels));
  }

  /** False until the first labels are there, and texts in their language. */
  get ready(): boolean {
    return this.#lang !== '';
  }

  /** Language of the policy's texts for this reader. */
  textLanguage(policy: Policy): string {
    return policyLanguage(policy, this.#lang);
  }

  /**
   * The label for a count: `one` as the language has it (0 too, in French), else `other`. Their ids
   * end in `.one` and `.other`; translators add the forms that their language has more.
   */
  plural<Label>(count: number, one: () => Label, other: () => Label): Label {
    this.#form = this.formats.plural(count);
    try {
      return this.#form === 'one' ? one() : other();
    } finally {
      this.#form = '';
    }
  }

  /** Resolves when the texts and the labels for a language are there. */
  async whenReady(lang: string): Promise<void> {
    const labels = loadLabels(this.#labelsFor(lang));
    await this.#host.prepareLanguage?.(lang, labels);
    await labels;
  }

  /** Fetches the labels for a language, which somebody is about to choose. */
  fetch(lang: string): void {
    void loadLabels(this.#labelsFor(lang));
  }

  /** Something that is told has come. */
  drawAgain(): void {
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#stop = onLanguageChange(() => this.#resolve());
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  hostUpdate(): void {
    this.#resolve();
  }

  #resolve(): void {
    const wanted = this.#wanted();
    const labels = this.#labelsFor(wanted);
    const texts = this.#host.prepareLanguage?.(wanted, loadLabels(labels));
    if (!texts && wanted === this.#lang && labels === this.#labels) return;
    if (!texts && isLoaded(labels)) {
      this.#lang = wanted;
      this.#labels = labels;
      this.#host.requestUpdate();
      return;
    }
    // Texts in another language came first: they are not shown in the place of those asked for.
    if (texts && wanted === this.#lang) this.#lang = '';
    void Promise.all([texts, loadLabels(labels)]).then(() => this.#resolve());
  }

  /** Own, around, the browser's where the policy has it, the policy's first. */
  #wanted(): string {
    const written = this.#host.lang || (this.#host.isConnected && inheritedLanguage(this.#host));
    if (written) return written;
    const policy = this.#host.shownPolicy;
    const browser = navigator.languages ?? [navigator.language];
    if (!policy) return browser[0] ?? 'en';
    return browser.find((lang) => matchLanguage(lang, policy.languages)) ?? policy.languages[0]!;
  }

  #labelsFor(wanted: string): LabelLanguage {
    const policy = this.#host.shownPolicy;
    const of = (lang: string) => matchLanguage(lang, LABEL_LANGUAGES) as LabelLanguage | undefined;
    return of(wanted) ?? (policy && of(policyLanguage(policy, wanted))) ?? 'en';
  }

  /** `nl-BE` writes numbers otherwise than `nl`. */
  #region(labels: LabelLanguage): string {
    if (matchLanguage(this.#lang, [labels]) && this.#lang.includes('-')) return this.#lang;
    return labels;
  }
}
