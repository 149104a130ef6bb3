import { html, nothing, render, type TemplateResult } from 'lit';
import type { Directive, DirectiveResult, ElementPart } from 'lit/directive.js';
import { getDirectiveClass, isTemplateResult } from 'lit/directive-helpers.js';

/**
 * Templates drawn once. Lit keeps a comment and an object for each value, to change it later; of a
 * long list of texts those are most of what is made. Here a template is copied, its values are put
 * where they belong, and nothing is kept. `morph` changes what was drawn before into it.
 *
 * Values are texts, templates and lists of them; attributes, also `?boolean` ones; and directives
 * on elements. Listeners and properties are for Lit.
 */

/** Puts the values from an index on in their place. */
type Put = (place: never, values: readonly unknown[], at: number) => void;

/** Which child of which child a place is, how many values it takes, and how. */
type Slot = readonly [path: readonly number[], count: number, put: Put];

const MARK = 'policy-slot';

const plans = new WeakMap<TemplateStringsArray, { root: Node; slots: readonly Slot[] }>();

const isEmpty = (value: unknown): boolean =>
  value === nothing || value === undefined || value === null || value === '';

/**
 * Puts the nodes of a value before another one, or last. They are put in place before they are
 * filled: the browser looks at all that is within whatever is put into something.
 */
export function cloneTemplate(value: unknown, parent: Node, before: Node | null = null): void {
  if (isTemplateResult(value)) cloneOne(value as TemplateResult, parent, before);
  else if (Array.isArray(value)) for (const each of value) cloneTemplate(each, parent, before);
  else if (!isEmpty(value)) parent.insertBefore(document.createTextNode(textOf(value)), before);
}

function textOf(value: unknown): string {
  if (typeof value === 'object') throw new TypeError('neither a text nor a template');
  return `${value as string}`;
}

function cloneOne({ strings, values }: TemplateResult, parent: Node, before: Node | null): void {
  let plan = plans.get(strings);
  if (!plan) plans.set(strings, (plan = prepare(strings)));
  const { root, slots } = plan;
  const made = root.cloneNode(true);
  // All are found before the first is filled: what comes in would be counted.
  const places = slots.map(([path]) => follow(made, path));
  parent.insertBefore(made, before);
  let at = 0;
  slots.forEach(([, count, put], index) => {
    put(places[index] as never, values, at);
    at += count;
  });
}

function follow(root: Node, path: readonly number[]): Node {
  let node = root;
  for (const index of path) {
    node = node.firstChild!;
    for (let passed = 0; passed < index; passed++) node = node.nextSibling!;
  }
  return node;
}

/** In place of a text that holds it. */
const putFor = (place: Text, values: readonly unknown[], at: number): void => {
  const value = values[at];
  if (!isEmpty(value) && typeof value !== 'object') place.data = textOf(value);
  else {
    cloneTemplate(value, place.parentNode!, place);
    place.remove();
  }
};

/** As all that an element contains. */
const putIn = (element: Element, values: readonly unknown[], at: number): void => {
  const value = values[at];
  if (typeof value === 'string') element.textContent = value;
  else cloneTemplate(value, element);
};

const putOn = (element: Element, values: readonly unknown[], at: number): void => {
  const value = values[at] as DirectiveResult & { values: unknown[] };
  const Found = getDirectiveClass(value) as unknown as new (part: unknown) => Directive;
  const part = { type: 6, element } as unknown as ElementPart;
  new Found(part).update(part, value.values);
};

const putAttribute =
  (name: string, around: readonly string[]) =>
  (element: Element, values: readonly unknown[], at: number): void => {
    if (name.startsWith('?')) return void element.toggleAttribute(name.slice(1), !!values[at]);
    let whole = around[0]!;
    for (let next = 1; next < around.length; next++) {
      const value = values[at + next - 1];
      if (value === nothing) return;
      whole += textOf(value ?? '') + around[next]!;
    }
    element.setAttribute(name, whole);
  };

/** Reads a template, once. */
function prepare(strings: TemplateStringsArray) {
  const markup = strings.reduce((before, next, at) => marked(before, at) + next);
  const holder = document.createDocumentFragment();
  // Lit makes nodes of it, by the policy for HTML that a page allows it.
  render(html(Object.assign([markup], { raw: [markup] })), holder);
  // Before them stands what Lit finds them by.
  holder.firstChild!.remove();
  const root = holder.childNodes.length === 1 && holder.firstElementChild;
  return { root: root || holder, slots: slotsIn(root || holder) };
}

/** What stands before the value, without the `$` that shows it is bound. */
const BOUND = /([^\s"<>=$]+)\$?(=(?:"[^"<>]*)?)$/;

function marked(before: string, at: number): string {
  if (before.lastIndexOf('<') <= before.lastIndexOf('>')) return `${before}<!--${MARK}-->`;
  // Under its own name the browser would take the mark for a value.
  return BOUND.test(before) ? before.replace(BOUND, `$1$$$2${MARK}`) : `${before}${MARK}-${at}`;
}

function slotsIn(root: Node): Slot[] {
  const found: [node: Node, count: number, put: Put][] = [];
  const read = (node: Node): void => {
    if (node instanceof Comment) return void found.push(contentSlot(node));
    if (node instanceof Element) found.push(...attributeSlots(node));
    [...node.childNodes].forEach(read);
  };
  read(root);
  return found.map(([node, ...how]) => [pathTo(node, root), ...how]);
}

function contentSlot(comment: Comment): [Node, number, Put] {
  const parent = comment.parentNode!;
  if (parent instanceof Element && parent.childNodes.length === 1) {
    comment.remove();
    return [parent, 1, putIn];
  }
  const text = document.createTextNode('');
  comment.replaceWith(text);
  return [text, 1, putFor];
}

function attributeSlots(element: Element): [Node, number, Put][] {
  return [...element.attributes].flatMap(({ name, value }) => {
    const around = value.split(MARK);
    const directed = name.startsWith(MARK);
    if (around.length === 1 && !directed) return [];
    element.removeAttribute(name);
    if (directed) return [[element, 1, putOn]];
    if (/^[.@]/.test(name)) throw new TypeError(`${name.slice(0, -1)} is for Lit`);
    return [[element, around.length - 1, putAttribute(name.slice(0, -1), around)]];
  });
}

function pathTo(node: Node, root: Node): number[] {
  const path: number[] = [];
  for (let at = node; at !== root; at = at.parentNode!) {
    path.unshift([...at.parentNode!.childNodes].indexOf(at as ChildNode));
  }
  return path;
}
