import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far off an element is near. */
const MARGIN = '100%';

/** Says once when the reader comes near the element: what it needs then need not be fetched before. */
export class VisibilityController implements ReactiveController {
  /** The reader is or was near. */
  near = false;
  readonly #host: ReactiveControllerHost & Element;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.near) return;
    if (typeof IntersectionObserver !== 'function') return this.#come();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#come(),
      { rootMargin: MARGIN },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #come(): void {
    this.#observer?.disconnect();
    this.near = true;
    this.#host.requestUpdate();
  }
}
