import { html, noChange } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { morph } from './dom-morph.js';
import { cloneTemplate } from './clone-template.js';

/** What stands in the place of lists is what they would draw. */
let areThere = false;

/** While this runs, lists take what stands in their place for what they would have drawn. */
export function adoptingLists(run: () => void): void {
  areThere = true;
  try {
    run();
  } finally {
    areThere = false;
  }
}

/** See `staticList`. */
export class StaticList extends Directive {
  #on: readonly unknown[] | undefined;

  /** On a server only. What stands between these comments needs none of Lit's. */
  render(...[make]: [make: () => unknown, ...on: unknown[]]): unknown {
    return [html`<!--list-->`, make(), html`<!--/list-->`];
  }

  override update(part: ChildPart, [make, ...on]: [() => unknown, ...unknown[]]): unknown {
    if (this.#on?.every((each, at) => each === on[at])) return noChange;
    this.#on = on;
    if (areThere) return noChange;
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
