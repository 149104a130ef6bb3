import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { matchLanguage, policyLanguage } from '../policy/text.js';
import type { Policy } from '../policy/schema.js';
import { formatsFor, type Formats } from './formats.js';
import { inheritedLanguage, onLanguageChange } from './inherited-language.js';
import type { Msg, OwnTemplates } from './label-types.js';
import {
  isLoaded,
  label,
  labelLanguages,
  loadLabels,
  onOwnLabels,
  ownTemplatesOf,
  readLabelBlocks,
} from './locales.js';

export type { Msg } from './label-types.js';

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
  readonly msg: Msg = ((template, options) =>
    label(this.#labels, this.#form, template, options)) as Msg;

  #form = '';

  readonly #host: LocalizedHost;
  #lang = '';
  #labels = 'en';
  #own: OwnTemplates | undefined;
  #stop: (() => void)[] = [];

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Language asked for; BCP 47. */
  get lang(): string {
    return this.#lang;
  }

  /** Language of the labels. */
  get labels(): string {
    return this.#labels;
  }

  /** The host's own words among them: another object where they have changed. */
  get own(): unknown {
    return this.#own;
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
    readLabelBlocks();
    const resolve = () => this.#resolve();
    this.#stop = [onLanguageChange(resolve), onOwnLabels(resolve)];
    this.#resolve();
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
  }

  hostUpdate(): void {
    this.#resolve();
  }

  #resolve(): void {
    const wanted = this.#wanted();
    const labels = this.#labelsFor(wanted);
    const texts = this.#host.prepareLanguage?.(wanted, loadLabels(labels));
    const own = ownTemplatesOf(labels);
    if (!texts && wanted === this.#lang && labels === this.#labels && own === this.#own) return;
    if (!texts && isLoaded(labels)) {
      this.#lang = wanted;
      this.#labels = labels;
      this.#own = own;
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

  /** Of the language asked for, else of the texts, else of one that the policy has as well. */
  #labelsFor(wanted: string): string {
    const policy = this.#host.shownPolicy;
    const of = (lang: string) => matchLanguage(lang, labelLanguages);
    const found = of(wanted);
    if (found || !policy) return found ?? 'en';
    const texts = policyLanguage(policy, wanted);
    const labels = of(texts) ?? policy.languages.map(of).find(Boolean) ?? 'en';
    if (!of(texts)) tellNoLabels(texts, labels);
    return labels;
  }

  /** `nl-BE` writes numbers otherwise than `nl`. */
  #region(labels: string): string {
    if (matchLanguage(this.#lang, [labels]) && this.#lang.includes('-')) return this.#lang;
    return labels;
  }
}

const told = new Set<string>();

function tellNoLabels(texts: string, labels: string): void {
  if (told.has(texts)) return;
  told.add(texts);
  console.warn(
    `policy-elements: there are no labels in "${texts}"; they are in "${labels}". setLabels brings your own.`,
  );
}
