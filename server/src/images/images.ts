import { imagesIn } from '@policy-elements/authoring';
import { readImage, type ImageFault } from '@policy-elements/authoring/images/image.js';
import type { Database } from '../database/database.js';
import { subjectOf } from '../drafts/subject.js';
import type { Person } from '../people/person.js';

/** Images of one policy, also those that only an earlier version shows. */
const most = 500;

/** The images that policies bring along, each under the hash of what it holds. */
export class Images {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps an image; the same one twice is one. Answers its name, or what is wrong. */
  async add(
    policy: string,
    bytes: Uint8Array,
    person?: Person,
  ): Promise<{ name: string } | { fault: ImageFault | 'too-many' }> {
    const read = readImage(bytes);
    if (typeof read === 'string') return { fault: read };
    const { name } = read;
    return this.#database.transaction(async (tx) => {
      const { rows } = await tx.query<{ count: number; known: boolean }>(
        `select count(*)::int as count, coalesce(bool_or(name = $2), false) as known
         from policy_receiver.images where policy = $1`,
        [policy, name],
      );
      const { count, known } = rows[0]!;
      if (known) return { name };
      if (count >= most) return { fault: 'too-many' as const };
      const author = person ? await subjectOf(tx, person) : null;
      await tx.query(
        `insert into policy_receiver.images (policy, name, bytes, author)
         values ($1, $2, $3, $4) on conflict do nothing`,
        [policy, name, bytes, author],
      );
      return { name };
    });
  }

  async read(policy: string, name: string): Promise<Uint8Array | undefined> {
    const { rows } = await this.#database.query<{ bytes: Uint8Array }>(
      'select bytes from policy_receiver.images where policy = $1 and name = $2',
      [policy, name],
    );
    return rows[0]?.bytes;
  }

  /** Whether readers were shown it once, or are: nothing else is public. */
  async isShown(policy: string, name: string): Promise<boolean> {
    const { rows } = await this.#database.query<{ shown: boolean }>(
      `select exists (
         select from policy_receiver.texts t join policy_receiver.publications p using (digest)
         where t.policy = $1 and strpos(t.canonical, $2) > 0
       ) as shown`,
      [policy, name],
    );
    return rows[0]!.shown;
  }

  /** The first image that a text names and that is not here. */
  async missingIn(text: { readonly id?: unknown }): Promise<string | undefined> {
    const names = [...imagesIn(text)];
    if (!names.length) return undefined;
    const { rows } = await this.#database.query<{ name: string }>(
      'select name from policy_receiver.images where policy = $1 and name = any($2)',
      [text.id, names],
    );
    const there = new Set(rows.map(({ name }) => name));
    return names.find((name) => !there.has(name));
  }
}
