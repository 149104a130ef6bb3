import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Heard {
  /** Id of the section the reader is in; nothing before the second. */
  current(id: string | undefined): void;
  /** The width of the element; pixels. */
  width(width: number): void;
}

/** A section is read once it begins above a line a third down the window. */
const LINE = 1 / 3;
/** The window, but for that line. */
const CROSSED = '-33% 0px -66% 0px';
/** In this last part of the way the line goes on to the bottom: what is left could not come up to it. */
const END = 0.1;
/** Pixels, where an edge is not on a whole one. */
const SLACK = 2;

/** Follows which section a reader is in, and how wide the element is. */
export class ScrollSpy implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #heard: Heard;
  #sections: readonly HTMLElement[] = [];
  #frame = 0;
  #size: ResizeObserver | undefined;
  #line: IntersectionObserver | undefined;
  /** Where the reader was led, until something scrolls. */
  #led: { to: HTMLElement | undefined; at: number } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, heard: Heard) {
    this.#host = host;
    this.#heard = heard;
    host.addController(this);
  }

  hostConnected(): void {
    this.#size = new ResizeObserver(([entry]) => {
      // In the next frame: what it changes would be a loop in this one.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#heard.width(entry!.contentRect.width);
        this.#read();
      });
    });
    this.#size.observe(this.#host);
    // Also what scrolls within the page; in a component around it only the observer notices.
    this.#watch();
    document.addEventListener('scroll', this.#read, true);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#size?.disconnect();
    this.#line?.disconnect();
    document.removeEventListener('scroll', this.#read, true);
  }

  /** The sections to follow, in reading order. */
  follow(sections: Iterable<HTMLElement>): void {
    const list = [...sections];
    const same = list.every((each, at) => each === this.#sections[at]);
    if (same && list.length === this.#sections.length) return;
    this.#sections = list;
    this.#watch();
  }

  #watch(): void {
    this.#line?.disconnect();
    this.#line = new IntersectionObserver(this.#read, { rootMargin: CROSSED });
    this.#sections.forEach((section) => this.#line!.observe(section));
  }

  /** The reader was led to what has the focus. */
  reached(): void {
    const to = this.#sections.find((section) => section.matches(':focus-within'));
    this.#led = { to, at: page().scrollTop };
    this.#read();
  }

  readonly #read = (): void => {
    if (this.#led?.at !== page().scrollTop) this.#led = undefined;
    const at = this.#led?.to ?? this.#before();
    this.#heard.current(at === this.#sections[0] ? undefined : at?.dataset['section']);
  };

  /** The section that a reader has before them. */
  #before(): HTMLElement | undefined {
    const { scrollTop, scrollHeight, clientHeight } = page();
    const left = (scrollHeight - scrollTop) / clientHeight - 1;
    const ending = scrollTop > 0 && left < END ? 1 - left / END : 0;
    const line = clientHeight * (LINE + (1 - LINE) * ending);
    const top = (section: HTMLElement) => section.getBoundingClientRect().top;
    const begun = this.#sections.filter((section) => top(section) < line);
    // Of several that begin there, the reader is at the first; at the end, on the way to the last.
    const fresh = begun.find((section) => top(section) >= -SLACK);
    return fresh && (!ending || top(fresh) <= SLACK) ? fresh : begun.at(-1);
  }
}

const page = (): Element => document.scrollingElement ?? document.documentElement;
