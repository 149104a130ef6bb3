import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyLoadEvent, PolicyProblemEvent } from '../events.js';
import type { ParseResult } from '../policy/findings.js';
import { forgetPolicy, loadPolicy, LoadError, type LoadedPolicy } from '../policy/load.js';
import { readNow, readSoon } from '../policy/parser.js';
import { policyLanguage } from '../policy/text.js';
import { readInline } from './inline-policy.js';
import { developerNotes } from './notes-loader.js';

/** Milliseconds after which nobody comes any more to say which policy to show. */
const PATIENCE = 5000;

/** Where an element's policy comes from. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  src: string | undefined;
  policy: unknown;
  /** Stands in another of our elements, which speaks for it. */
  readonly isNested: boolean;
}

export type SourceState =
  | { status: 'empty' }
  | { status: 'loading' }
  | { status: 'ready'; read: ParseResult & Partial<LoadedPolicy> }
  | { status: 'failed'; error: LoadError | undefined; read?: ParseResult };

/** Follows `src` and `policy` of an element, and tells the page what came of them. */
export class PolicySource implements ReactiveController {
  state: SourceState = { status: 'empty' };
  /** Language of a compiled policy whose file could not be had. */
  away: string | undefined;

  readonly #host: SourceHost;
  #src: string | undefined;
  #policy: unknown;
  #abort?: AbortController;
  #untold = false;
  #coming: { lang: string; texts: Promise<void> } | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Something is to be said of it, beside the policy or in its place. */
  get hasNotes(): boolean {
    if (this.state.status !== 'ready') return this.state.status === 'failed';
    const { copiedAt, gaps, compiled } = this.state.read;
    return Boolean(copiedAt || gaps.size || compiled?.stale.size || this.away);
  }

  hostConnected(): void {
    const { policy, src } = this.#host;
    if (this.state.status === 'loading') this.#load();
    else if (!src && !policy && !this.#host.isNested)
      // A framework may set the property a while after.
      setTimeout(() => {
        if (this.state.status === 'empty')
          developerNotes((notes) => notes.tellEmpty(this, this.#host));
      }, PATIENCE);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  hostUpdate(): void {
    const { policy, src } = this.#host;
    if (policy === this.#policy && src === this.#src) return;
    this.#policy = policy;
    this.#src = src;
    this.#abort?.abort();
    this.#coming = this.away = undefined;
    if (policy !== undefined && policy !== null) this.#take(policy);
    else if (src) this.#load();
    else this.state = { status: 'empty' };
  }

  hostUpdated(): void {
    if (!this.#untold || this.#host.isNested) return;
    this.#untold = false;
    this.#tell();
  }

  /** Asks the server again; what is shown stays until it has answered. */
  retry(): void {
    this.away = undefined;
    if (this.#src) forgetPolicy(this.#url(this.#src));
    this.#load();
  }

  /**
   * A compiled policy has a file for each language. Resolves when the texts for a reader of `lang`
   * have taken the place of those shown, with the labels, or cannot be had; nothing where they are
   * there.
   */
  prepare(lang: string, labels: Promise<void>): Promise<void> | undefined {
    const file = this.#fileFor(lang);
    if (!file || file.lang === this.away) return undefined;
    if (this.#coming?.lang !== file.lang) {
      this.#coming = { lang: file.lang, texts: this.#change(file, labels) };
    }
    return this.#coming.texts;
  }

  /** The reader is about to choose this language: its file is fetched, where it has one. */
  fetchLanguage(lang: string): void {
    const file = this.#fileFor(lang);
    // Whoever chooses it asks once more, and is told what went wrong.
    if (file) loadPolicy(file.url).catch(() => {});
  }

  #fileFor(lang: string): { lang: string; url: string } | undefined {
    if (this.state.status !== 'ready') return undefined;
    const { compiled, policy, url } = this.state.read;
    const own = policy && policyLanguage(policy, lang);
    if (!compiled || !own || own === compiled.lang) return undefined;
    const file = Object.hasOwn(compiled.files, own) ? compiled.files[own] : undefined;
    return file ? { lang: own, url: resolveAddress(file, url ?? this.#base) } : undefined;
  }

  async #change(
    { lang, url }: { lang: string; url: string },
    labels: Promise<void>,
  ): Promise<void> {
    const before = this.state;
    try {
      const [read] = await Promise.all([loadPolicy(url), labels]);
      if (this.state !== before || before.status !== 'ready') return;
      if (read.compiled?.lang !== lang || read.policy?.id !== before.read.policy?.id) {
        throw new LoadError('not-a-policy', url);
      }
      this.state = { status: 'ready', read };
    } catch (error) {
      if (this.state !== before) return;
      this.away = lang;
      const { code } = error as Partial<LoadError>;
      this.#host.dispatchEvent(new PolicyProblemEvent(code ?? 'unreachable', [], error));
    }
    this.#coming = undefined;
    this.#host.requestUpdate();
  }

  #take(policy: unknown): void {
    const read = readNow(policy);
    if (read) return this.#took(read);
    this.state = { status: 'loading' };
    const abort = (this.#abort = new AbortController());
    readSoon(policy).then(
      (late) => abort.signal.aborted || this.#took(late),
      (error: unknown) => abort.signal.aborted || this.#fail(error),
    );
  }

  #took(read: ParseResult): void {
    this.settle(
      read.policy ? { status: 'ready', read } : { status: 'failed', error: undefined, read },
    );
  }

  #load(): void {
    if (this.#policy !== undefined && this.#policy !== null) return this.#take(this.#policy);
    if (this.state.status !== 'ready') this.state = { status: 'loading' };
    this.#host.requestUpdate();
    if (!this.#host.isConnected) return;
    const { signal } = (this.#abort = new AbortController());
    try {
      const read = this.#request(signal);
      if (!(read instanceof Promise)) return this.settle({ status: 'ready', read });
      read.then(
        (late) => signal.aborted || this.settle({ status: 'ready', read: late }),
        (error: unknown) => signal.aborted || this.#fail(error),
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What stands in the page is there at once. */
  #request(signal: AbortSignal): LoadedPolicy | Promise<LoadedPolicy> {
    const src = this.#src ?? '';
    return src.startsWith('#')
      ? readInline(src.slice(1), this.#host)
      : loadPolicy(this.#url(src), { signal });
  }

  #fail(error: unknown): void {
    const known =
      error instanceof LoadError
        ? error
        : new LoadError('unreachable', this.#src ?? '', undefined, { cause: error });
    this.settle({ status: 'failed', error: known });
  }

  /** @internal */
  settle(state: SourceState): void {
    this.state = state;
    this.#coming = undefined;
    this.#untold = true;
    this.#host.requestUpdate();
  }

  #tell(): void {
    if (this.state.status === 'ready') {
      const { policy, findings } = this.state.read;
      if (policy) this.#host.dispatchEvent(new PolicyLoadEvent(policy, findings));
      if (!findings.length) return;
      this.#host.dispatchEvent(new PolicyProblemEvent('findings', findings));
      const { read } = this.state;
      developerNotes((notes) => notes.tellFindings(read));
    } else if (this.state.status === 'failed') {
      const { error, read } = this.state;
      this.#host.dispatchEvent(
        new PolicyProblemEvent(error?.code ?? 'not-a-policy', read?.findings, error),
      );
    }
  }

  get #base(): string {
    return this.#host.ownerDocument.baseURI;
  }

  #url(src: string): string {
    return resolveAddress(src, this.#base);
  }
}

const resolveAddress = (src: string, base: string): string => {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
};
