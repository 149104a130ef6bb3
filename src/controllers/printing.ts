import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface PrintedHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Opens what is closed in an element while the page is printed, and closes it again afterwards. What
 * the short reading leaves out stays away: it is what was chosen.
 */
export class Printing implements ReactiveController {
  readonly #host: PrintedHost;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: PrintedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
  }

  readonly #open = (): void => {
    this.#opened = [
      ...this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open], .more)'),
    ];
    for (const details of this.#opened) details.open = true;
  };

  readonly #close = (): void => {
    for (const details of this.#opened.splice(0)) details.open = false;
  };
}
