import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { Text } from '../../policy/schema.js';
import type { PolicyView } from './policy-view.js';

/** How many letters some texts have for this reader. */
export const lettersIn = (view: PolicyView, ...texts: (Text | undefined)[]): number =>
  texts.reduce((sum, text) => sum + view.plain(text).length, 0);

/** From so many items on, those far from the window wait with their layout. */
const LONG = 100;

/**
 * Names the list of items, and says where it is a long one: of that the browser lays out only what
 * is near. Of any other everything is there from the start, for pictures of the whole page, archives
 * and screen readers.
 */
export const listOf = (name: string, items: readonly unknown[]): string =>
  items.length > LONG ? `${name} long` : name;

/**
 * Puts what was drawn of a long list into batches. The browser watches each thing that waits, to
 * know whether it comes near: of thousands of items that takes longer than all else a key does.
 */
export const inBatches = (drawn: readonly TemplateResult[], size: number): unknown =>
  drawn.length > LONG
    ? drawn.map((_, at) =>
        at % size
          ? nothing
          : html`<div class="batch" role="none">${drawn.slice(at, at + size)}</div>`,
      )
    : drawn;

/** In the short reading few are left of a list, and nothing waits. */
export const batches = css`
  .section:has(> .more:not([open], .paper)) .batch {
    display: contents;
  }
  .batch {
    content-visibility: auto;
  }
`;

/** An item that is laid out only when it comes near has a height made up from its letters. */
export class Sized extends Directive {
  #letters = -1;

  /** By its id a server, which has no element at hand, says the same of it in a style. */
  render(...[letters]: [letters: number, id: string]): typeof noChange {
    this.#letters = letters;
    return noChange;
  }

  override update({ element }: ElementPart, [letters, id]: [number, string]): typeof noChange {
    // A page may forbid the attribute `style`; this it allows.
    if (letters !== this.#letters)
      (element as HTMLElement).style.setProperty('--_letters', String(letters));
    return this.render(letters, id);
  }
}

export const sized = directive(Sized);
