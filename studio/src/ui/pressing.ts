/** While a button of the mouse, a finger or a pen is down. */

/** Milliseconds to wait for a release: one outside of the window is never told. */
const PATIENCE = 1000;

let pressing: Promise<void> | undefined;
let end: (() => void) | undefined;

const release = (): void => end?.();
/** The click that follows is dealt with before anything is drawn. */
const releaseSoon = (): void => void setTimeout(release);

const press = (): void => {
  release();
  pressing = new Promise((resolve) => {
    const timer = setTimeout(release, PATIENCE);
    end = () => {
      clearTimeout(timer);
      pressing = end = undefined;
      resolve();
    };
  });
};

globalThis.addEventListener?.('pointerdown', press, true);
globalThis.addEventListener?.('pointerup', releaseSoon, true);
globalThis.addEventListener?.('pointercancel', releaseSoon, true);
globalThis.addEventListener?.('click', release);

/** Resolves when nothing is pressed. */
export const released = (): Promise<void> | undefined => pressing;
