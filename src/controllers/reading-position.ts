import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Heard {
  /** Id of the section the reader is in. */
  current(id: string): void;
  /** Whether there is room for a column beside the text. */
  wide(wide: boolean): void;
}

// A part is current while it crosses a line a third down the window.
const LINE = '-33% 0px -66% 0px';
/** 60em: from there on the contents stand beside the text. Matches the styles of the viewer. */
const WIDE = 60;

/** Follows which section a reader is in, and how wide the element is. */
export class ReadingPosition implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #heard: Heard;
  #sections: readonly HTMLElement[] = [];
  #frame = 0;
  #known: number | undefined;
  #line: IntersectionObserver | undefined;
  #width: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, heard: Heard) {
    this.#host = host;
    this.#heard = heard;
    host.addController(this);
  }

  hostConnected(): void {
    this.#known = undefined;
    this.#width = new ResizeObserver(([entry]) => {
      // In the next frame: what it changes would be a loop in this one.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#measure(entry!.contentRect.width));
    });
    this.#width.observe(this.#host);
    this.#watch();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#width?.disconnect();
    this.#line?.disconnect();
  }

  /** Looks how wide the element is; before much is drawn in it, it takes no time. */
  measure(): void {
    this.#measure(this.#host.clientWidth);
  }

  /** The sections to follow, in reading order. */
  follow(sections: Iterable<HTMLElement>): void {
    const list = [...sections];
    if (
      list.length === this.#sections.length &&
      list.every((each, at) => each === this.#sections[at])
    )
      return;
    this.#sections = list;
    this.#watch();
  }

  #measure(width: number): void {
    if (width === this.#known) return;
    this.#known = width;
    this.#heard.wide(width >= WIDE * fontSizeIn(this.#host.shadowRoot!));
  }

  #watch(): void {
    this.#line?.disconnect();
    if (!this.#sections.length) return;
    this.#line = new IntersectionObserver(
      (entries) => {
        const entered = entries.findLast((entry) => entry.isIntersecting);
        const id = (entered?.target as HTMLElement | undefined)?.dataset['section'];
        if (id) this.#heard.current(id);
      },
      { rootMargin: LINE },
    );
    for (const section of this.#sections) this.#line.observe(section);
  }
}

/** The font size that counts is that of the content, also while there is none; pixels. */
function fontSizeIn(root: ShadowRoot): number {
  const drawn = root.querySelector('.frame');
  const frame = drawn ?? root.appendChild(document.createElement('div'));
  frame.classList.add('frame');
  const { fontSize } = getComputedStyle(frame);
  if (!drawn) frame.remove();
  return Number.parseFloat(fontSize);
}
