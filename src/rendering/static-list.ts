import { noChange } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { morph } from './dom-morph.js';
import { cloneTemplate } from './clone-template.js';

/** What stands there already is what would be drawn. */
let stands = false;

/** While this runs, lists take what stands in their place for what they would have drawn. */
export function takingLists(run: () => void): void {
  stands = true;
  try {
    run();
  } finally {
    stands = false;
  }
}

let written: (list: unknown) => unknown = (list) => list;

/** On a server: how lists are written. */
export const writeListsBy = (write: (list: unknown) => unknown): void => void (written = write);

/** See `staticList`. */
export class StaticList extends Directive {
  #on: readonly unknown[] | undefined;

  render(...[make]: [make: () => unknown, ...on: unknown[]]): unknown {
    return written(make());
  }

  override update(part: ChildPart, [make, ...on]: [() => unknown, ...unknown[]]): unknown {
    if (this.#on?.every((each, at) => each === on[at])) return noChange;
    this.#on = on;
    if (stands) return noChange;
    const { parentNode, startNode, endNode } = part;
    const first = startNode!.nextSibling;
    const fresh = document.createDocumentFragment();
    cloneTemplate(make(), fresh);
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
