/**
 * When an element that a server drew becomes an element that answers. Nobody waits for it as long
 * as nobody touches it: it goes on when the browser is idle, one element at a time; at once where
 * the reader touches it, or the address of the page leads into it. A press meanwhile is kept.
 */
import { rootsIn, signature, within, type ServerRenderedElement } from './same-element.js';

/** Milliseconds after which a browser that is never idle goes on. */
const PATIENCE = 4000;

const turns = new WeakMap<EventTarget, HydrationTurn>();

/** Those whose turn it is when the browser is idle, in their order. */
const queue = new Map<HydrationTurn, () => void>();
let isComing = false;

const idle: (run: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (run) => requestIdleCallback(run, { timeout: PATIENCE })
    : (run) => setTimeout(run, 50);

const loaded = (): Promise<unknown> | undefined =>
  document.readyState === 'complete'
    ? undefined
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }));

async function advance(): Promise<void> {
  if (isComing || !queue.size) return;
  isComing = true;
  await loaded();
  idle(() => {
    isComing = false;
    const [first] = queue;
    if (!first) return;
    queue.delete(first[0]);
    first[1]();
    void advance();
  });
}

/** The reader chose something in this visit that no server knows of, for this policy or another. */
function hasChosen(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => CHOSEN.test(key));
  } catch {
    return false;
  }
}

/** As `src/controllers/visit-storage.ts` keeps it. */
const CHOSEN = /^policy-elements:(audience|reading|language):/;

// The page leads somewhere else: perhaps into one of these.
addEventListener('hashchange', () => {
  for (const turn of [...queue.keys()]) if (turn.isOutermost) turn.hurry();
});

export class HydrationTurn {
  readonly isOutermost: boolean;
  readonly #host: ServerRenderedElement;
  #isUrgent = false;
  #coming: Promise<void> | undefined;
  #ended!: () => void;
  readonly #end = new Promise<void>((resolve) => (this.#ended = resolve));

  constructor(host: ServerRenderedElement) {
    this.#host = host;
    turns.set(host, this);
    this.isOutermost = !host.isNested;
    if (!this.isOutermost) return;
    this.#isUrgent = location.hash.length > 1 || hasChosen();
    // These stay: what stands in the host may still wait.
    for (const type of ['pointerdown', 'keydown', 'focusin'])
      host.addEventListener(type, onTouch, { capture: true, passive: true });
    host.addEventListener('click', onClick, true);
  }

  /** Resolves when it is its turn. */
  next(): Promise<void> {
    return (this.#coming ??= this.#await().finally(() => (this.#coming = undefined)));
  }

  async #await(): Promise<void> {
    const around = this.#around;
    if (around) await around.#end;
    if (this.#isUrgent) return;
    await new Promise<void>((resolve) => {
      queue.set(this, resolve);
      void advance();
    });
  }

  hurry(): void {
    this.#isUrgent = true;
    this.#around?.hurry();
    const go = queue.get(this);
    queue.delete(this);
    go?.();
  }

  /** Resolves when its element answers. */
  async whenDone(): Promise<void> {
    this.hurry();
    await this.#end;
    await this.#host.updateComplete;
  }

  /** Nobody waits for it any more: its element answers, or never will. */
  end(): void {
    turns.delete(this.#host);
    this.#ended();
  }

  /** That of the element it stands in. */
  get #around(): HydrationTurn | undefined {
    const { host } = this.#host.getRootNode() as Partial<ShadowRoot>;
    return host && turns.get(host);
  }
}

/** Elements in which something happened that still wait, the innermost first. */
const waiting = (event: Event): ServerRenderedElement[] =>
  event.composedPath().filter((each): each is ServerRenderedElement => turns.has(each));

function onTouch(event: Event): void {
  for (const host of waiting(event)) turns.get(host)!.hurry();
}

/** What does nothing by itself. A link leads to its section also without us. */
const PRESSED = 'button, input[type=checkbox], input[type=radio]';

function onClick(event: Event): void {
  const hosts = waiting(event);
  if (!hosts.length) return;
  const pressed = event
    .composedPath()
    .find((each): each is HTMLElement => each instanceof HTMLElement && each.matches(PRESSED));
  if (!pressed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void pressAgain(pressed, hosts);
}

async function pressAgain(
  pressed: HTMLElement,
  hosts: readonly ServerRenderedElement[],
): Promise<void> {
  const sign = signature(pressed);
  const outermost = hosts.at(-1)!;
  for (const host of [...hosts].reverse()) await turns.get(host)?.whenDone();
  const again = pressed.isConnected
    ? pressed
    : within(rootsIn(outermost.shadowRoot!), PRESSED).find((each) => signature(each) === sign);
  (again as HTMLElement | undefined)?.click();
}
