import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type CopyOutcome = 'copied' | 'selected';

/** Copies what stands on the page, and remembers how that went, so that it can be told. */
export class Copying implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: { key: string; outcome: CopyOutcome } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#last = undefined;
  }

  outcome(key: string): CopyOutcome | undefined {
    return this.#last?.key === key ? this.#last.outcome : undefined;
  }

  /** Copies the text of an element. Where the browser does not let us, it is left selected. */
  async copy(key: string, source: HTMLElement): Promise<void> {
    const text = source.innerText.trim();
    const copied = (await byClipboard(text)) || bySelection(source, text);
    this.#last = { key, outcome: copied ? 'copied' : 'selected' };
    this.#host.requestUpdate();
  }
}

/** Pages on plain http have no clipboard; frames may be forbidden to use it. */
async function byClipboard(text: string): Promise<boolean> {
  const { clipboard } = navigator as Partial<Navigator>;
  if (!clipboard) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(source: HTMLElement, text: string): boolean {
  const selection = getSelection();
  selection?.selectAllChildren(source);
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  addEventListener('copy', take, true);
  try {
    const copied = document.execCommand('copy');
    if (copied) selection?.removeAllRanges();
    return copied;
  } catch {
    return false;
  } finally {
    removeEventListener('copy', take, true);
  }
}
