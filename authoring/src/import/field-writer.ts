import type { Contact, Training } from 'policy-elements';
import {
  plain,
  textOf,
  wordsOf,
  type Block,
  type Left,
  type LeftReason,
  type Run,
} from './blocks.js';
import type { Ids } from './ids.js';
import { toMarkdown } from './markdown-writer.js';

export type TextByLanguage = Record<string, string>;
export type Fields = Record<string, unknown>;

/** Writes fields, and remembers which text of the document went into them. */
export class FieldWriter {
  readonly left: Left[] = [];
  readonly contacts: Contact[] = [];
  readonly trainings: Training[] = [];
  readonly #placed: string[] = [];

  constructor(
    readonly lang: string,
    readonly ids: Ids,
    readonly where: string,
  ) {}

  /** Markdown of blocks. */
  markdown(blocks: readonly Block[]): TextByLanguage {
    this.#placed.push(textOf(blocks));
    return { [this.lang]: toMarkdown(blocks) };
  }

  /** A field that there only is where something is in it. */
  optional(field: string, blocks: readonly Block[]): Fields {
    return wordsOf(textOf(blocks)).length ? { [field]: this.markdown(blocks) } : {};
  }

  /** Plain text; a link in it cannot stay one. */
  plain(runs: readonly Run[]): TextByLanguage {
    const text = plain(runs);
    this.#placed.push(text);
    for (const { href } of runs) {
      if (href && !text.includes(href)) {
        this.left.push({ text: href, where: text, reason: 'link-in-title' });
      }
    }
    return { [this.lang]: text.replace(/\s*[:–—]$/, '').replace(/^([^.!?]*[^.!?\s])\.$/, '$1') };
  }

  /** Text that goes somewhere as it is: an address, a number, a handle. */
  value(text: string): string {
    this.#placed.push(text);
    return text;
  }

  leave(reason: LeftReason, text: string): void {
    if (!wordsOf(text).length) return;
    this.#placed.push(text);
    this.left.push({ text, where: this.where, reason });
  }

  item(title: readonly Run[], otherwise: string): { id: string } {
    return { id: this.ids.take(plain(title), otherwise) };
  }

  /** Whether every word of the source is in one place, and in one only. */
  holds(source: string): boolean {
    return sameWords(wordsOf(source), wordsOf(this.#placed.join('\n')));
  }
}

export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts.values()].every((count) => count === 0);
}
