import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Viewed {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isConnected: boolean;
}

/** Tells whether a part of an element has been scrolled past, upwards. */
export class OutOfView implements ReactiveController {
  readonly #host: ReactiveControllerHost & Viewed;
  readonly #selector: string;
  readonly #heard: (isPast: boolean) => void;
  #observer: IntersectionObserver | undefined;
  #part: Element | null = null;

  constructor(
    host: ReactiveControllerHost & Viewed,
    selector: string,
    heard: (isPast: boolean) => void,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#heard = heard;
    host.addController(this);
  }

  hostUpdated(): void {
    const part = this.#host.renderRoot.querySelector(this.#selector);
    // Who has left is drawn once more, and nobody would end it.
    if (part === this.#part || !this.#host.isConnected) return;
    this.#part = part;
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(([entry]) =>
      this.#heard(!entry!.isIntersecting && entry!.boundingClientRect.top < 0),
    );
    if (part) this.#observer.observe(part);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#part = null;
  }
}
