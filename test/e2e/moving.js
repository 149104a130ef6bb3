/** What is done to an element that is moved about. All but the last two runs within the page. */
import { setTimeout as wait } from 'node:timers/promises';

export const FEW = 30;
/** In the other engines fewer, unless all is asked for: they collect slowly, and what leaks shows. */
const USUAL =
  !process.env.EXHAUSTIVE && ['firefox', 'webkit'].includes(process.env.ENGINE) ? 60 : 200;
export const MANY = Number(process.env.MOUNTS ?? USUAL);

/** Before all else: what the others use. */
export function tools() {
  globalThis.inViewer = (selector) =>
    document.querySelector('policy-viewer')?.shadowRoot?.querySelector(selector);
  globalThis.textOf = (node) => {
    if (node instanceof Text) return node.data;
    if (node.localName === 'style') return '';
    return [...(node.shadowRoot ?? node).childNodes]
      .map(globalThis.textOf)
      .join(' ')
      .replace(/\s+/g, ' ');
  };
  globalThis.drawn = async (viewer) => {
    for (let turn = 0; turn < 400; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const parts = [...(viewer.shadowRoot?.querySelectorAll('.part') ?? [])];
      // Some elements come later than the rest, once for the page.
      const late = viewer.shadowRoot?.querySelector(':not(:defined)');
      const drawn = [...parts, viewer.shadowRoot?.querySelector('policy-search') ?? []].flat();
      if (
        !late &&
        parts.length &&
        drawn.every((part) => part.shadowRoot?.querySelector('.content'))
      )
        return;
    }
    throw new Error('not drawn');
  };
}

/** Before the script of the elements comes: an element that is to know all this by then. */
export async function setEarly() {
  const viewer = document.createElement('policy-viewer');
  const policy = await (await fetch('/policies/small.json')).json();
  Object.assign(viewer, { policy, lang: 'fr', headingLevel: 4, hide: 'print', audience: '' });
  document.querySelector('main').append(viewer);
}

/** What became of that: drawn as told, without a button to print, and no property hides ours. */
export const keptEarly = () => ({
  drawn: Boolean(globalThis.inViewer('.frame[lang=fr] h4.title')),
  print: Boolean(globalThis.inViewer('.print')),
  own: Object.hasOwn(document.querySelector('policy-viewer'), 'policy'),
});

/** Four attributes, in each order, before, after and around putting it in. */
export async function drawInEveryOrder() {
  const attributes = [
    ['src', '/policies/small.json'],
    ['lang', 'fr'],
    ['heading-level', '3'],
    ['hide', 'print search'],
  ];
  const orders = (list) =>
    list.length < 2
      ? [list]
      : list.flatMap((each) =>
          orders(list.filter((other) => other !== each)).map((rest) => [each, ...rest]),
        );
  const drawings = [];
  for (const order of orders(attributes)) {
    for (const at of [0, 2, 4]) {
      const viewer = document.createElement('policy-viewer');
      for (const [index, [name, value]] of order.entries()) {
        if (index === at) document.querySelector('main').append(viewer);
        viewer.setAttribute(name, value);
        if (index === 1) await Promise.resolve();
      }
      if (at === 4) document.querySelector('main').append(viewer);
      await globalThis.drawn(viewer);
      while (!viewer.shadowRoot.querySelector('.frame[lang=fr] h3.title'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      await globalThis.drawn(viewer);
      drawings.push(globalThis.textOf(viewer));
      viewer.remove();
    }
  }
  return drawings;
}

/** What a single-page host does with an element. */
export async function moveAbout() {
  const main = document.querySelector('main');
  const texts = [];
  const settle = async (viewer) => {
    await globalThis.drawn(viewer);
    const styled = [viewer, ...viewer.shadowRoot.querySelectorAll('.part')].map(
      (each) => `${getComputedStyle(each).display} ${each.shadowRoot.adoptedStyleSheets.length}`,
    );
    texts.push(`${styled}: ${globalThis.textOf(viewer)}`);
  };
  main.innerHTML = '<policy-viewer src="/policies/small.json" lang="nl"></policy-viewer>';
  const viewer = main.firstChild;
  viewer.remove();
  main.append(viewer);
  viewer.remove();
  await new Promise((resolve) => setTimeout(resolve, 30));
  main.append(viewer);
  await settle(viewer);
  const other = document.body.appendChild(document.createElement('section'));
  other.append(viewer);
  await settle(viewer);
  const shadow = other.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  shadow.append(viewer);
  await settle(viewer);
  for (const deep of [false, true]) {
    const copy = viewer.cloneNode(deep);
    main.append(copy);
    await settle(copy);
    copy.remove();
  }
  const imported = document.importNode(viewer, true);
  main.append(imported);
  await settle(imported);
  const elsewhere = document.implementation.createHTMLDocument('elsewhere');
  elsewhere.body.append(viewer);
  main.append(viewer);
  await settle(viewer);
  viewer.src = '/policies/sample.json';
  viewer.src = '/policies/small.json';
  await settle(viewer);
  main.replaceChildren();
  other.remove();
  return texts;
}

/** Before all else: keeps what observes. */
export function countObservers() {
  const observing = (globalThis.observing = new Set());
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { observe, disconnect } = globalThis[name].prototype;
    Object.assign(globalThis[name].prototype, {
      observe(...args) {
        observing.add(this);
        return observe.apply(this, args);
      },
      disconnect() {
        observing.delete(this);
        return disconnect.apply(this);
      },
    });
  }
}

/** Before all else: counts the nodes of each round, until they are collected. It holds none. */
export function countNodes() {
  const nodes = (globalThis.nodes = []);
  const collected = new FinalizationRegistry((round) => nodes[round]--);
  globalThis.follow = (element) => {
    nodes[nodes.length - 1]++;
    collected.register(element, nodes.length - 1);
    element.shadowRoot?.querySelectorAll('*').forEach(globalThis.follow);
  };
}

/** Before all else: counts listeners, until they are removed or collected with their target. */
export function countListeners() {
  const known = new WeakMap();
  const amounts = new Set();
  const collected = new FinalizationRegistry((amount) => amounts.delete(amount));
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const of = (target) => {
    if (!known.has(target)) {
      const own = { all: [], amount: { of: 0 } };
      known.set(target, own);
      amounts.add(own.amount);
      collected.register(target, own.amount);
    }
    return known.get(target);
  };
  const change = (target, type, listener, options, adds) => {
    const capture = Boolean(typeof options === 'object' ? options?.capture : options);
    const own = of(target);
    const same = (each) =>
      each.type === type && each.listener === listener && each.capture === capture;
    own.all = own.all.filter((each) => !same(each));
    if (adds) own.all.push({ type, listener, capture });
    own.amount.of = own.all.length;
  };
  Object.assign(EventTarget.prototype, {
    addEventListener(type, listener, options) {
      const target = this ?? globalThis;
      if (listener && !options?.signal?.aborted) {
        change(target, type, listener, options, true);
        const end = () => change(target, type, listener, options, false);
        if (options?.once) addEventListener.call(target, type, end, options);
        if (options?.signal) addEventListener.call(options.signal, 'abort', end, { once: true });
      }
      return addEventListener.call(target, type, listener, options);
    },
    removeEventListener(type, listener, options) {
      change(this ?? globalThis, type, listener, options, false);
      return removeEventListener.call(this ?? globalThis, type, listener, options);
    },
  });
  globalThis.listeners = () => [...amounts].reduce((sum, amount) => sum + amount.of, 0);
}

/** As a host that goes from page to page; returns the observers it left. */
export async function mountAndUnmount(times, how) {
  const main = document.querySelector('main');
  globalThis.policy ??= await (await fetch('/policies/small.json')).json();
  // The ready-made file looks for elements that come later as long as some have not.
  const before = globalThis.observing.size;
  globalThis.nodes?.push(0);
  for (let turn = 0; turn < times; turn++) {
    const viewer = document.createElement('policy-viewer');
    viewer.lang = turn % 2 ? 'fr' : 'nl';
    if (how === 'src') viewer.src = '/policies/small.json';
    else viewer.policy = globalThis.policy;
    main.append(viewer);
    // Some go before they were drawn.
    if (turn % 10 === 0) await Promise.resolve();
    else await new Promise((resolve) => setTimeout(resolve));
    if (turn % 25 === 1) await globalThis.drawn(viewer);
    globalThis.follow?.(viewer);
    viewer.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return globalThis.observing.size - before;
}

/** What is left of what is counted; where a page may ask for a collection, it does. */
export async function leftAfterCollecting() {
  if (globalThis.TestUtils) await globalThis.TestUtils.gc();
  // From a task of its own: what is on the stack would count as held.
  else if (globalThis.gc) await globalThis.gc({ execution: 'async' });
  else for (let turn = 0; turn < 20; turn++) new ArrayBuffer(10_000_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { nodes: globalThis.nodes, listeners: globalThis.listeners() };
}

/** What is left once no node is and no more listeners than these, or after a good while. */
async function left(page, listeners) {
  let counted;
  // What waits for an idle moment holds on to its element until then; a busy machine has few.
  for (let turn = 0; turn < 100; turn++) {
    counted = await page.evaluate(leftAfterCollecting);
    if (!counted.nodes.some(Boolean) && counted.listeners <= listeners) break;
    await wait(400);
  }
  return counted;
}

/** What is left after few mounts, and after many more. */
export async function mountManyTimes(page, how) {
  await page.evaluate(mountAndUnmount, FEW, how);
  const few = await left(page, Infinity);
  const observers = await page.evaluate(mountAndUnmount, MANY, how);
  return { few, observers, many: await left(page, few.listeners) };
}
