import type { PolicyElement } from '../../src/elements/policy-element.js';
import { loadReader } from '../../src/policy/parser.js';

const mounted: Element[] = [];

// What the files before this one left waiting would fill the outbox: a browser keeps fifty records.
indexedDB.deleteDatabase('policy-elements-outbox');

/** Puts an element on the page, with these properties, and waits until it has drawn itself. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  inner = '',
): Promise<HTMLElementTagNameMap[Tag]> {
  // What comes later for the first policy of a page is there from the start: `lazy` looks at that.
  await loadReader();
  const element = document.createElement(tag);
  if (inner) element.append(inner);
  Object.assign(element, properties);
  document.body.append(element);
  mounted.push(element);
  await settled(element);
  return element;
}

export function unmountAll(): void {
  for (const element of mounted.splice(0)) element.remove();
  // What a reader chose holds for the visit, and a file of tests is one.
  for (const key of Object.keys(sessionStorage))
    if (/^policy-elements:(language|reading):/.test(key)) sessionStorage.removeItem(key);
}

const isOurs = (element: Element): element is PolicyElement =>
  element.localName.startsWith('policy-') && 'updateComplete' in element;

/** Every element below, through shadow roots. */
export function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

export const deepAll = (root: Element | ShadowRoot, selector: string): HTMLElement[] => [
  ...(root instanceof Element && root.shadowRoot ? deepAll(root.shadowRoot, selector) : []),
  ...[...deep(root)].filter((element): element is HTMLElement => element.matches(selector)),
];

export const deepOne = <Found extends HTMLElement = HTMLElement>(
  root: Element,
  selector: string,
): Found => {
  const [found] = deepAll(root, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found as Found;
};

/** Resolves when the element and all in it have nothing left to draw. */
export async function settled(element: Element): Promise<void> {
  for (let round = 0; round < 4; round++) {
    if (isOurs(element)) await element.updateComplete;
    for (const each of element.shadowRoot ? deep(element.shadowRoot) : []) {
      if (isOurs(each)) await each.updateComplete;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Resolves when the condition holds without throwing; rejects with what was waited for. */
export async function until(what: string, condition: () => unknown, limit = 30_000): Promise<void> {
  const end = performance.now() + limit;
  for (;;) {
    let cause: unknown;
    try {
      if (condition()) return;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Text a reader gets of an element, through shadow roots, without styles and what is hidden. */
export function textOf(root: Node, skip = ''): string {
  if (root.nodeType === Node.TEXT_NODE) return root.textContent ?? '';
  if (root instanceof Element) {
    if (root.localName === 'style' || root.localName === 'script') return '';
    if (skip && root.matches(skip)) return '';
    if (root.localName === 'slot') {
      return (root as HTMLSlotElement)
        .assignedNodes()
        .map((node) => textOf(node, skip))
        .join('');
    }
    if (root.shadowRoot) return textOf(root.shadowRoot, skip);
  }
  return [...root.childNodes].map((node) => textOf(node, skip)).join(' ');
}

/** Events of a type that reach the document. */
export function heard<Type extends keyof HTMLElementEventMap>(
  type: Type,
): HTMLElementEventMap[Type][] {
  const events: HTMLElementEventMap[Type][] = [];
  const listener = (event: Event) => events.push(event as HTMLElementEventMap[Type]);
  document.addEventListener(type, listener);
  stops.push(() => document.removeEventListener(type, listener));
  return events;
}

const stops: (() => void)[] = [];
export const stopHearing = (): void => stops.splice(0).forEach((stop) => stop());
