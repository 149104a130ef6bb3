import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyProblemEvent } from '../events.js';
import { labelLanguages } from '../localization/locales.js';
import type { Policy } from '../policy/schema.js';
import { matchLanguage } from '../policy/text.js';
import { developerNotes, type DeveloperNotes } from './notes-loader.js';
import type { UnknownWord } from './unknown-word.js';
import type { WordList } from './word-list.js';

interface CommonAttributes {
  audience: string | undefined;
  headingLevel: number;
  links: string | undefined;
  lang: string;
}

export interface WordedHost extends ReactiveControllerHost, HTMLElement, CommonAttributes {
  readonly shownPolicy: Policy | undefined;
  readonly isNested: boolean;
  /** What its own attributes take. */
  wordLists?(policy: Policy): WordList[];
}

// Attributes that mean the same on any element and are no property of it, and those of frameworks.
const ANYWHERE = /^(?:class|tabindex|name|loading|(?:data|aria|policy|ng|x|v|wire|hx)-.*)$/;

/**
 * Tells whoever puts an element on a page of words in its attributes that mean nothing: they would
 * be ignored, and nobody would know why.
 */
export class AttributeWords implements ReactiveController {
  readonly #host: WordedHost;
  readonly #told = new Set<string>();

  constructor(host: WordedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { shownPolicy, isNested } = this.#host;
    if (!shownPolicy || isNested) return;
    const unknown = [...this.#words(shownPolicy), ...this.#names()].filter(
      ({ attribute, word }) => {
        const key = `${attribute}=${word}`;
        return !this.#told.has(key) && this.#told.add(key);
      },
    );
    if (!unknown.length) return;
    developerNotes((notes) => this.#tell(notes, unknown, shownPolicy));
  }

  #tell({ explain }: DeveloperNotes, unknown: readonly UnknownWord[], policy: Policy): void {
    for (const each of unknown) {
      const message = explain(this.#host.localName, each, policy);
      if (!message) continue;
      console.warn(message);
      const code = each.attribute ? 'unknown-word' : 'unknown-attribute';
      this.#host.dispatchEvent(new PolicyProblemEvent(code, [], new Error(message)));
    }
  }

  #words(policy: Policy): UnknownWord[] {
    return [...commonWords(this.#host, policy), ...(this.#host.wordLists?.(policy) ?? [])].flatMap(
      ({ attribute, value, known }) =>
        (value ?? '')
          .split(/\s+/)
          .filter((word) => word && !known.includes(word))
          .map((word) => ({ attribute, word, known })),
    );
  }

  /** Attributes that no element has: most of them are nobody's business. */
  #names(): UnknownWord[] {
    const { observedAttributes: known } = this.#host.constructor as unknown as {
      observedAttributes: readonly string[];
    };
    return this.#host
      .getAttributeNames()
      .filter(
        (name) =>
          /^[a-z_-]+$/.test(name) &&
          !known.includes(name) &&
          !ANYWHERE.test(name) &&
          !(name in HTMLElement.prototype),
      )
      .map((word) => ({ attribute: '', word, known }));
  }
}

/** What every element takes. */
function commonWords(
  { audience, headingLevel, links, lang }: CommonAttributes,
  { audiences = [], languages }: Policy,
): WordList[] {
  const known = [...languages, ...labelLanguages];
  return [
    { attribute: 'audience', value: audience, known: audiences.map(({ id }) => id) },
    {
      attribute: 'heading-level',
      value: String(headingLevel),
      known: ['1', '2', '3', '4', '5', '6'],
    },
    { attribute: 'links', value: links, known: ['page', 'route', 'none'] },
    ...(lang && !matchLanguage(lang, known)
      ? [{ attribute: 'lang', value: lang, known: [...new Set(known)] }]
      : []),
  ];
}
