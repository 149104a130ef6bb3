import { html, noChange } from 'lit';
import { setCommittedValue } from 'lit/directive-helpers.js';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { morph } from './dom-morph.js';
import { cloneTemplate } from './clone-template.js';

/** How a list becomes another, once that can be had. */
let change: typeof morph | undefined;

export const morphLists = (by: typeof morph): void => void (change = by);

let areThere = false;

/** Whether lists take what stands in their place for what they would draw. */
export const adoptLists = (adopt: boolean): void => void (areThere = adopt);

/** See `staticList`. */
export class StaticList extends Directive {
  #on: readonly unknown[] | undefined;

  /** On a server only. What stands between the comments needs none of Lit's. */
  render(...[make]: [make: () => unknown, ...on: unknown[]]): unknown {
    return html`<!--list-->${make()}<!--/list-->`;
  }

  override update(part: ChildPart, [make, ...on]: [() => unknown, ...unknown[]]): unknown {
    if (this.#on?.every((each, at) => each === on[at])) return noChange;
    this.#on = on;
    // Lit is to clear the place for whatever comes instead.
    setCommittedValue(part);
    if (areThere) return noChange;
    const { parentNode, startNode, endNode } = part;
    const first = startNode!.nextSibling;
    const fresh = document.createDocumentFragment();
    cloneTemplate(make(), fresh);
    if (first !== endNode && change) change(parentNode, first, endNode, fresh);
    else {
      // What would keep what is open, and the focus, is not there yet.
      while (startNode!.nextSibling !== endNode) startNode!.nextSibling!.remove();
      parentNode.insertBefore(fresh, endNode);
    }
    return noChange;
  }
}

/**
 * Draws templates that nothing within changes, at a third of what they cost Lit: see `cloneTemplate`.
 * Takes what makes them and what they are made of; while that is the same, nothing is done.
 */
export const staticList = directive(StaticList);
