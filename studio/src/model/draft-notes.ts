/** What could be better in a draft, looked for again once nobody types. */
import type { Draft } from '@policy-elements/authoring';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { language } from '../localization/localize.js';
import { notesOn, type Note } from './findings.js';
import type { DraftSession } from './session.js';

const PAUSE = 700;
const NONE: readonly Note[] = [];

export class DraftNotes implements ReactiveController {
  all: readonly Note[] = NONE;

  readonly #host: ReactiveControllerHost;
  readonly #session: () => DraftSession;
  #found: readonly Note[] = NONE;
  #begun = 0;
  #byId = new Map<string, readonly Note[]>();
  #asked: { draft: Draft; lang: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, session: () => DraftSession) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** Of one thing; the same list as long as nothing was looked for again. */
  of(id: string): readonly Note[] {
    return this.#byId.get(id) ?? NONE;
  }

  hasError(id: string): boolean {
    return this.of(id).some(({ grade }) => grade === 'error');
  }

  hostUpdate(): void {
    if (this.#begun !== this.#session().begun.version) this.#sort();
  }

  hostUpdated(): void {
    const { draft } = this.#session();
    const lang = language();
    if (this.#asked?.draft === draft && this.#asked.lang === lang) return;
    this.#asked = { draft, lang };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), this.#found.length ? PAUSE : 50);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = undefined;
  }

  async #look(): Promise<void> {
    this.#found = await notesOn(this.#session().draft, language());
    this.#sort();
    this.#host.requestUpdate();
  }

  /** Without what is said too early. */
  #sort(): void {
    const { begun } = this.#session();
    this.#begun = begun.version;
    this.all = this.#found.filter((note) => !begun.holds(note));
    const byId = new Map<string, Note[]>();
    for (const note of this.all) byId.set(note.id, [...(byId.get(note.id) ?? []), note]);
    this.#byId = byId;
  }
}
