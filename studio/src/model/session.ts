/**
 * One draft that is open: what the server has, what was changed since, and whether that is safe.
 * Knows no screen. A change is applied at once, kept in this browser at once, and sent a second
 * after the last one.
 */
import {
  applyEdits,
  digestValue as digestOf,
  readField,
  type Draft,
  type Edit,
  type Json,
  type SetEdit,
} from '@policy-elements/authoring';
import { ApiError, type Api, type Me, type OpenDraft, type Someone } from '../api/client.js';
import { forgetCopy, keepCopy, leftBehind } from './crash-copy.js';
import { Begun } from './begun.js';
import { CommentList } from './comments.js';
import { History } from './history.js';
import { addPending, isSet, sameField } from './pending.js';

/**
 * `saved`: the server has it. `saving`: on its way. `local`: in this browser only. `unsaved`: on
 * this page only.
 */
export type SaveState = 'saved' | 'saving' | 'local' | 'unsaved';

/** Two people wrote the same text: both are kept until somebody chooses. */
export interface OpenConflict {
  edit: Edit;
  reason: 'changed' | 'gone';
  theirs: Json;
}

const IDLE = 1_000;
const LONGEST = 5_000;
const RETRY = [2_000, 5_000, 15_000, 30_000];

export class DraftSession extends EventTarget {
  draft: Draft;
  revision: number;
  /** Of the draft as the server has it. */
  digest: string;
  opened: OpenDraft;
  others: readonly Someone[] = [];
  /** When what was restored had been written; nothing where nothing was. */
  restoredFrom: number | undefined;
  /** Nobody is signed in any more: what is written waits here. */
  signedOut = false;
  /** The server does not take this; not even later. */
  refused: string | undefined;

  readonly policy: string;
  readonly comments: CommentList;
  readonly begun = new Begun();
  readonly #api: Api;
  readonly #me: Me;
  #server: Draft;
  #conflicts: readonly OpenConflict[] = [];
  #pending: readonly Edit[] = [];
  #sending: readonly Edit[] = [];
  #history = new History();
  #failures = 0;
  #changed = 0;
  #kept = 0;
  #keeping: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstUnsent = 0;
  #closed = false;

  constructor(api: Api, me: Me, opened: OpenDraft) {
    super();
    this.#api = api;
    this.#me = me;
    this.opened = opened;
    this.policy = opened.policy['id'] as string;
    this.comments = new CommentList(api, this.policy, () => this.#tell());
    this.#server = this.draft = opened.policy;
    this.revision = opened.revision;
    this.digest = opened.digest;
  }

  get state(): SaveState {
    if (!this.#waiting.length && !this.#conflicts.length) return 'saved';
    const failed = this.#failures > 0 || this.signedOut || this.refused !== undefined;
    if (!failed && !this.#conflicts.length) return 'saving';
    return this.#kept === this.#changed ? 'local' : 'unsaved';
  }
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  /** The step that would be undone next: the same object as long as it is. */
  get lastStep(): object | undefined {
    return this.#history.next;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }
  get roles(): ReadonlySet<string> {
    return new Set(this.#me.roles);
  }
  get languages(): readonly string[] {
    return (this.draft['languages'] ?? ['en']) as readonly string[];
  }
  get me(): Me {
    return this.#me;
  }

  get #waiting(): readonly Edit[] {
    return [...this.#sending, ...this.#pending];
  }

  /** Makes changes, all of them or none. */
  edit(edits: readonly Edit[], note = true): boolean {
    const { draft, conflicts, inverse } = applyEdits(this.draft, edits);
    if (conflicts.length) return false;
    if (draft === this.draft) return true;
    this.draft = draft;
    for (const edit of edits) {
      this.#pending = addPending(this.#pending, edit);
      if (isSet(edit)) this.begun.end(edit.id);
    }
    if (note) this.#history.add(edits, inverse);
    this.#touched();
    return true;
  }

  undo(): boolean {
    const edits = this.#history.undo();
    return edits !== undefined && this.edit(edits, false);
  }

  redo(): boolean {
    const edits = this.#history.redo();
    return edits !== undefined && this.edit(edits, false);
  }

  /** What stands there now is the other text, also where somebody wrote on in it before choosing. */
  get conflicts(): readonly OpenConflict[] {
    return this.#conflicts.map((conflict) =>
      isSet(conflict.edit) && conflict.reason === 'changed'
        ? { ...conflict, theirs: this.#standing(conflict.edit) }
        : conflict,
    );
  }

  #standing({ id, field, lang }: SetEdit): Json {
    return readField(this.draft, id, field, lang) ?? null;
  }

  /** Whoever wrote the same text: one of both stays. */
  resolve({ edit, reason }: OpenConflict, keep: 'yours' | 'theirs'): void {
    const kept = this.#conflicts;
    this.#conflicts = kept.filter((each) => each.edit !== edit);
    if (keep === 'yours' && isSet(edit) && reason === 'changed') {
      const baseDigest = digestOf(this.#standing(edit));
      // What cannot be put back is still asked about.
      if (!this.edit([{ ...edit, baseDigest }])) this.#conflicts = kept;
    }
    this.#touched();
  }

  #touched(): void {
    this.#changed += 1;
    this.#firstUnsent ||= Date.now();
    this.#tell();
    void this.#keep();
    this.#schedule(Math.min(IDLE, Math.max(0, this.#firstUnsent + LONGEST - Date.now())));
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }

  /**
   * One writing to the browser's store at a time; what comes meanwhile is in the next one. Resolves
   * when nothing is left to write, or nothing can be.
   */
  #keep(): Promise<void> {
    return (this.#keeping ??= this.#write().then((written) => {
      this.#keeping = undefined;
      this.#tell();
      return written && this.#kept !== this.#changed ? this.#keep() : undefined;
    }));
  }

  async #write(): Promise<boolean> {
    try {
      while (this.#kept !== this.#changed) {
        const upTo = this.#changed;
        const edits = [...this.#waiting, ...this.#conflicts.map(({ edit }) => edit)];
        await keepCopy({ policy: this.policy, person: this.#me.key, at: Date.now(), edits });
        this.#kept = upTo;
      }
      return true;
    } catch {
      // Full, or forbidden: the state says so.
      return false;
    }
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    // Whoever opens the draft next has the copy, and sends it.
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.save(), delay);
  }

  /** Sends what waits. Resolves when it is known whether it is saved. */
  async save({ leaving = false } = {}): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending.length || !this.#pending.length) return;
    this.#sending = this.#pending;
    this.#pending = [];
    this.#firstUnsent = 0;
    try {
      const saved = await this.#api.save(this.policy, this.#sending, this.revision, leaving);
      this.#server = saved.policy ?? applyEdits(this.#server, this.#sending).draft;
      this.revision = saved.revision;
      this.digest = saved.digest;
      this.#sending = [];
      this.#failures = 0;
      this.signedOut = false;
      this.refused = undefined;
      this.#rebase();
    } catch (error) {
      this.#afterFailure(error);
    }
    this.#changed += 1;
    void this.#keep();
    this.#tell();
    if (this.#pending.length && this.#failures === 0 && this.refused === undefined) {
      this.#schedule(IDLE);
    }
  }

  #afterFailure(error: unknown): void {
    const answer = error instanceof ApiError ? error : new ApiError(0, 'no-connection');
    if (answer.status === 409 && answer.code === 'edit-conflict') {
      this.#server = answer.body['policy'] as Draft;
      this.revision = Number(answer.body['revision']);
      this.digest = answer.body['digest'] as string;
      this.#pending = this.#waiting;
      this.#sending = [];
      this.#failures = 0;
      this.#rebase();
      return;
    }
    this.#pending = joined(this.#sending, this.#pending);
    this.#sending = [];
    this.signedOut = answer.status === 401;
    if (!answer.passes) {
      this.refused = answer.code;
      return;
    }
    const delay = RETRY[Math.min(this.#failures, RETRY.length - 1)]!;
    this.#failures += 1;
    this.#schedule(delay);
  }

  /** Makes what waits again, to the text as the server has it now. */
  #rebase(): void {
    const waiting = this.#waiting;
    const { draft, conflicts } = applyEdits(this.#server, waiting);
    this.draft = draft;
    if (!conflicts.length) return;
    const lost = new Set(conflicts.map(({ index }) => index));
    this.#pending = waiting.filter((_, index) => !lost.has(index));
    this.#sending = [];
    this.#asked(conflicts);
  }

  #asked(conflicts: readonly OpenConflict[]): void {
    const kept = [...this.#conflicts];
    for (const { edit, reason, theirs } of conflicts) {
      const at = kept.findIndex((each) => leadsTo(each.edit, edit));
      // What goes on from it holds it. Who wrote on in theirs before choosing has written two texts.
      if (at >= 0) kept[at] = { edit, reason, theirs: kept[at]!.theirs };
      else kept.push({ edit, reason, theirs });
    }
    this.#conflicts = kept;
  }

  /** Looks whether somebody else changed something, and says where one is. */
  async look(at: string): Promise<void> {
    try {
      const { others, revision, approval, scheduled } = await this.#api.presence(this.policy, at);
      if (!this.#me.file) await this.comments.refresh();
      this.others = others;
      if (approval && revision === this.revision) {
        this.opened = { ...this.opened, revision, approval, scheduled };
      }
      if (this.signedOut || (this.#failures > 0 && this.#pending.length)) void this.save();
      if (revision !== undefined && revision > this.revision && !this.#sending.length) {
        await this.refresh();
      }
      this.#tell();
    } catch {
      // The next time will tell.
    }
  }

  async refresh(): Promise<void> {
    const opened = await this.#api.open(this.policy);
    if (opened.revision < this.revision || this.#sending.length) return;
    this.adopt(opened);
  }

  /** Takes over what the server says the draft is now. */
  adopt(opened: OpenDraft): void {
    this.opened = { ...this.opened, leftOut: undefined, scheduled: undefined, ...opened };
    this.#server = opened.policy;
    this.revision = opened.revision;
    this.digest = opened.digest;
    this.#rebase();
    this.#tell();
  }

  /** Makes changes again that an earlier page had not saved. */
  async recover(): Promise<void> {
    const copies = await leftBehind(this.policy, this.#me.key);
    for (const { key, copy } of copies) {
      const before = this.draft;
      const { draft, conflicts } = applyEdits(this.draft, copy.edits);
      const lost = new Set(conflicts.map(({ index }) => index));
      const kept = copy.edits.filter((_, index) => !lost.has(index));
      this.#asked(conflicts.filter(({ edit }) => isSet(edit)));
      if (digestOf(draft) !== digestOf(before)) {
        this.edit(kept);
        this.restoredFrom = copy.at;
      }
      if (conflicts.length) this.#touched();
      await this.#keep();
      if (this.#kept === this.#changed) await forgetCopy(key);
    }
    if (copies.length) this.#tell();
  }

  /** The page is left: a last try, which may outlive it. */
  leave(): void {
    void this.save({ leaving: true });
    void this.#api.leave(this.policy).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.leave();
  }

  /** Resolves once all is saved, or it is known that it is not. */
  async settled(): Promise<boolean> {
    for (let tries = 0; tries < 40 && this.state === 'saving'; tries += 1) {
      await this.save();
      if (this.#sending.length) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return this.state === 'saved';
  }
}

/** Whether a change was made to what another one had written, or is the same. */
const leadsTo = (first: Edit, then: Edit): boolean =>
  isSet(first) &&
  isSet(then) &&
  sameField(first, then) &&
  (digestOf(first.value) === then.baseDigest || digestOf(first) === digestOf(then));

const joined = (first: readonly Edit[], then: readonly Edit[]): readonly Edit[] =>
  then.reduce((all, edit) => addPending(all, edit), first);
