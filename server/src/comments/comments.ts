import type { TextPlace } from '@policy-elements/authoring';
import type { Database } from '../database/database.js';
import { subjectOf } from '../drafts/subject.js';
import type { Person } from '../people/person.js';

export interface Comment {
  id: number;
  /** Nothing where the person was erased. */
  author: string | undefined;
  /** Whether the one who asks wrote it. */
  own: boolean;
  at: Date;
  words: string;
}

/** A comment on a text, and what was answered to it. */
export interface Thread extends Comment {
  on: TextPlace;
  /** Of the text that was meant. */
  digest: string;
  /** The words that were meant. */
  about: string;
  resolved: { by: string | undefined; at: Date } | undefined;
  answers: Comment[];
}

export interface NewComment {
  on: TextPlace;
  digest: string;
  about: string;
  words: string;
}

interface Row {
  id: number;
  thread: number | null;
  thing: string;
  field: string;
  lang: string | null;
  digest: string;
  about: string;
  author: string | null;
  own: boolean;
  at: Date;
  words: string;
  resolver: string | null;
  resolved_at: Date | null;
}

const most = 2_000;

/** What people say to each other about the texts of a draft. */
export class Comments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The oldest first, each with its answers. */
  async list(policy: string, { id }: Person): Promise<Thread[]> {
    const { rows } = await this.#database.query<Row>(
      `select c.id, c.thread, c.thing, c.field, c.lang, c.digest, c.about, c.at, c.words,
         c.resolved_at, a.name as author, coalesce(a.person_id = $2, false) as own,
         r.name as resolver
       from policy_receiver.comments c
       join policy_receiver.persons a on a.subject = c.author
       left join policy_receiver.persons r on r.subject = c.resolved_by
       where c.policy = $1 order by c.id`,
      [policy, id],
    );
    const threads = new Map<number, Thread>();
    for (const row of rows) {
      if (row.thread === null) threads.set(row.id, toThread(row));
      else threads.get(row.thread)?.answers.push(toComment(row));
    }
    return [...threads.values()];
  }

  /** How many are open about texts in these languages, by policy. */
  async openIn(
    languages: readonly string[],
  ): Promise<{ policy: string; lang: string; count: number }[]> {
    const { rows } = await this.#database.query<{ policy: string; lang: string; count: number }>(
      `select policy, lang, count(*)::int as count from policy_receiver.comments
       where thread is null and resolved_at is null and lang = any($1)
       group by policy, lang`,
      [languages],
    );
    return rows;
  }

  async add(policy: string, comment: NewComment, person: Person): Promise<'added' | 'too-many'> {
    const { on, digest, about, words } = comment;
    return this.#insert(
      `(policy, thing, field, lang, digest, about, words, author)
         select $1::text, $2, $3, $4, $5, $6, $7, $8`,
      [policy, on.id, on.field, on.lang ?? null, digest, about, words],
      person,
    );
  }

  async answer(
    policy: string,
    thread: number,
    words: string,
    person: Person,
  ): Promise<'added' | 'too-many'> {
    return this.#insert(
      `(policy, thread, words, author) select $1::text, $2::bigint, $3, $4`,
      [policy, thread, words],
      person,
    );
  }

  async #insert(what: string, values: unknown[], person: Person): Promise<'added' | 'too-many'> {
    return this.#database.transaction(async (tx) => {
      const author = await subjectOf(tx, person);
      const { rows } = await tx.query(
        `insert into policy_receiver.comments ${what}
         where (select count(*) from policy_receiver.comments where policy = $1) < ${most}
         returning id`,
        [...values, author],
      );
      return rows.length > 0 ? 'added' : 'too-many';
    });
  }

  /** Says that what was meant is done, or that it is not. */
  async resolve(policy: string, thread: number, isDone: boolean, person: Person): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const by = isDone ? await subjectOf(tx, person) : null;
      // Who said so first is kept.
      await tx.query(
        `update policy_receiver.comments
         set resolved_by = $3, resolved_at = case when $3::uuid is null then null
           else clock_timestamp() end
         where policy = $1 and id = $2 and thread is null
           and (resolved_at is null) = ($3::uuid is not null)`,
        [policy, thread, by],
      );
    });
  }
}

const toComment = ({ id, author, own, at, words }: Row): Comment => ({
  ...{ id, own, at, words },
  author: author ?? undefined,
});

const toThread = (row: Row): Thread => ({
  ...toComment(row),
  on: { id: row.thing, field: row.field, ...(row.lang !== null && { lang: row.lang }) },
  ...{ digest: row.digest, about: row.about },
  resolved:
    row.resolved_at === null ? undefined : { by: row.resolver ?? undefined, at: row.resolved_at },
  answers: [],
});
