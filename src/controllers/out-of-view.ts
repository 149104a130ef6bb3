import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells whether a part of an element has been scrolled past, upwards. */
export class OutOfView implements ReactiveController {
  readonly #host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };
  readonly #selector: string;
  readonly #heard: (isPast: boolean) => void;
  #observer: IntersectionObserver | undefined;
  #part: Element | null = null;

  constructor(
    host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment },
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
    if (part === this.#part) return;
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
