/** Milliseconds that a first drawing waits for what is on its way: then the page is laid out once. */
export const FIRST_DRAWING_TIMEOUT = 60;

/** Holds the first drawing of an element back until what it needs is there, or for so long. */
export class FirstDrawing {
  readonly #isSettled: () => boolean;
  #release: (() => void) | undefined;

  constructor(isSettled: () => boolean) {
    this.#isSettled = isSettled;
  }

  async ready(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#release = resolve;
      setTimeout(resolve, FIRST_DRAWING_TIMEOUT);
    });
    this.#release = undefined;
  }

  /** Something has come. */
  changed(): void {
    if (this.#release && this.#isSettled()) this.#release();
  }
}
