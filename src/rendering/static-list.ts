import { noChange } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { keptFor } from './node-reuse.js';
import { morph } from './dom-morph.js';
import { cloneTemplate } from './clone-template.js';

/** See `staticList`. */
export class StaticList extends Directive {
  #on: readonly unknown[] | undefined;

  render(...[make]: [make: () => unknown, ...on: unknown[]]): unknown {
    return make();
  }

  override update(part: ChildPart, [make, ...on]: [() => unknown, ...unknown[]]): unknown {
    if (this.#on?.every((each, at) => each === on[at])) return noChange;
    this.#on = on;
    const { parentNode, startNode, endNode } = part;
    const first = startNode!.nextSibling;
    const kept =
      first === endNode &&
      keptFor(part.options?.host as Element | undefined, parentNode as Element);
    const fresh = document.createDocumentFragment();
    if (kept) fresh.append(...kept.childNodes);
    else cloneTemplate(make(), fresh);
    if (first === endNode) parentNode.insertBefore(fresh, endNode);
    else morph(parentNode, first, endNode, fresh);
    return noChange;
  }
}

/**
 * Draws templates that nothing within changes, at a third of what they cost Lit: see `cloneTemplate`. Takes
 * what makes them and what they are made of; while that is the same, nothing is done. All that an
 * element of its own contains, not one value of several.
 */
export const staticList = directive(StaticList);
