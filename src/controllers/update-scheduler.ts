/**
 * When what nobody sees is drawn anew: after what is seen, and in a task of its own once the one
 * that runs has taken long enough. Where an element is, the browser tells: to ask would have it
 * lay out the page.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds that a task may go on with what nobody sees. */
const SHARE = 24;
/** What is nearly seen is drawn with what is. */
const MARGIN = '25%';

const unseen = new WeakSet<Element>();
/** Made where no element is in reach: it stays as long as the page, and with it all it could reach. */
const observer =
  typeof IntersectionObserver === 'function'
    ? new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) unseen.delete(target);
            else unseen.add(target);
          }
        },
        { rootMargin: MARGIN },
      )
    : undefined;

/** From now on it is known whether the element is seen. */
export class ViewWatch implements ReactiveController {
  readonly #host: Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    observer?.observe(this.#host);
  }

  hostDisconnected(): void {
    observer?.unobserve(this.#host);
    unseen.delete(this.#host);
  }
}

/** Resolves when it is the element's turn to be drawn anew; nothing where that is now. */
export const turnOf = (element: Element): Promise<void> | undefined =>
  unseen.has(element) ? turn() : undefined;

async function turn(): Promise<void> {
  // What is seen stands in the same queue, and comes first.
  await Promise.resolve();
  while (isSpent()) await nextTask();
}

let started: number | undefined;
let next: Promise<void> | undefined;

function isSpent(): boolean {
  const now = performance.now();
  if (started === undefined) {
    started = now;
    void nextTask();
  }
  return now - started > SHARE;
}

const nextTask = (): Promise<void> =>
  (next ??= new Promise((resolve) =>
    setTimeout(() => {
      next = started = undefined;
      resolve();
    }),
  ));
