/** A draft that is one file: written atomically, and never over what another program wrote. */
import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { applyEdits, faultOf, readSource, type Draft, type Edit } from '@policy-elements/authoring';
import { digestPolicy, readPolicy } from 'policy-elements';
import { imageBeside, keepImageBeside } from '../images.js';

export interface Answer {
  status: number;
  body: unknown;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const problem = (status: number, error: string, more: object = {}): Answer => ({
  status,
  body: { error, status, ...more },
});

export class FileDraft {
  readonly file: string;
  #draft: Draft;
  #bytes: string;
  #revision = 1;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: string, draft: Draft, bytes: Uint8Array) {
    this.file = file;
    this.#draft = draft;
    this.#bytes = hash(bytes);
  }

  /** Nothing where the file holds no policy. */
  static async open(file: string): Promise<FileDraft | undefined> {
    const bytes = await readFile(file);
    const { value } = readSource(bytes);
    const sound = readPolicy(value).policy && typeof (value as Draft)['id'] === 'string';
    return sound ? new FileDraft(file, value as Draft, bytes) : undefined;
  }

  get id(): string {
    return this.#draft['id'] as string;
  }

  listed(): unknown {
    const { id, title, languages } = this.#draft;
    return { id, title, languages, changed: true };
  }

  opened(): unknown {
    const digest = digestPolicy(this.#draft);
    return { policy: this.#draft, revision: this.#revision, digest, published: [] };
  }

  get revision(): number {
    return this.#revision;
  }

  /** Beside the file, as it is published. */
  async addImage(bytes: Uint8Array): Promise<Answer> {
    const kept = await keepImageBeside(this.file, this.id, bytes);
    if (typeof kept !== 'string') return { status: 201, body: kept };
    const error = kept === 'active' ? 'active-image' : kept;
    return problem(kept === 'too-large' ? 413 : 415, error);
  }

  image(name: string): Promise<Uint8Array | undefined> {
    return imageBeside(this.file, this.id, name);
  }

  /** One saving after the other. */
  save(edits: unknown): Promise<Answer> {
    const next = this.#last.then(() => this.#save(edits));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #save(edits: unknown): Promise<Answer> {
    if (!Array.isArray(edits) || edits.some((edit) => faultOf(edit as Edit) !== undefined)) {
      return problem(400, 'bad-request');
    }
    const { draft, conflicts } = applyEdits(this.#draft, edits as Edit[]);
    if (conflicts.length) {
      const told = conflicts.map(({ index, reason, theirs }) => ({ index, reason, theirs }));
      const { revision } = this;
      const digest = digestPolicy(this.#draft);
      return problem(409, 'edit-conflict', {
        conflicts: told,
        policy: this.#draft,
        revision,
        digest,
      });
    }
    const before = this.#revision;
    if (draft !== this.#draft) {
      if (hash(await readFile(this.file)) !== this.#bytes) return problem(409, 'file-changed');
      await this.#write(draft);
    }
    const digest = digestPolicy(draft);
    return { status: 200, body: { revision: this.#revision, digest, before } };
  }

  async #write(draft: Draft): Promise<void> {
    const bytes = new TextEncoder().encode(`${JSON.stringify(draft, null, 2)}\n`);
    const beside = `${this.file}.${process.pid}.part`;
    const { mode } = await stat(this.file);
    await writeFile(beside, bytes, { mode });
    await rename(beside, this.file);
    this.#draft = draft;
    this.#bytes = hash(bytes);
    this.#revision += 1;
  }
}
