/** What could be better in a draft, looked for again once nobody types. */
import type { Draft } from '@policy-elements/authoring';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { language } from '../localization/localize.js';
import { notesOn, type Note } from './findings.js';

const PAUSE = 700;
const NONE: readonly Note[] = [];

export class DraftNotes implements ReactiveController {
  all: readonly Note[] = NONE;

  readonly #host: ReactiveControllerHost;
  readonly #draft: () => Draft;
  #byId = new Map<string, readonly Note[]>();
  #asked: { draft: Draft; lang: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, draft: () => Draft) {
    this.#host = host;
    this.#draft = draft;
    host.addController(this);
  }

  /** Of one thing; the same list as long as nothing was looked for again. */
  of(id: string): readonly Note[] {
    return this.#byId.get(id) ?? NONE;
  }

  hasError(id: string): boolean {
    return this.of(id).some(({ grade }) => grade === 'error');
  }

  hostUpdated(): void {
    const draft = this.#draft();
    const lang = language();
    if (this.#asked?.draft === draft && this.#asked.lang === lang) return;
    this.#asked = { draft, lang };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), this.all.length ? PAUSE : 50);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = undefined;
  }

  async #look(): Promise<void> {
    const notes = await notesOn(this.#draft(), language());
    const byId = new Map<string, Note[]>();
    for (const note of notes) byId.set(note.id, [...(byId.get(note.id) ?? []), note]);
    this.all = notes;
    this.#byId = byId;
    this.#host.requestUpdate();
  }
}
