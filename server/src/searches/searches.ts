import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.js';
import { daysIn } from '../duration.js';
import { countedWords } from './words.js';

export interface AskedWords {
  lang: string;
  words: string;
  asked: number;
}

/** Fewer than this is never shown: it may be one person. */
export const least = 3;
/** Of one policy; what was asked by few goes first. */
const most = 2_000;
const shown = 200;
const day = 24 * 60 * 60 * 1000;

export interface SearchCountOptions {
  /** ISO 8601: what nobody asked for so long is forgotten. */
  keep?: string;
}

/** Counts what was not found, by words; by whom and on which day is stored nowhere. */
export class SearchCount {
  readonly #database: Database;
  readonly #keep: number;
  /** Who asked what within a day, in memory and as a hash only: one person counts once. */
  readonly #asked = new LRUCache<string, true>({ max: 20_000, ttl: day });
  readonly #key = randomBytes(32);

  constructor(database: Database, { keep = 'P6M' }: SearchCountOptions = {}) {
    this.#database = database;
    this.#keep = daysIn(keep) ?? 180;
  }

  /** @param asker who must not count twice: an id, or an address; it is not stored */
  async count(policy: string, lang: string, query: string, asker: string): Promise<void> {
    const words = countedWords(query);
    if (words === undefined || (await this.#namesSomebody(words))) return;
    const key = createHmac('sha256', this.#key)
      .update(JSON.stringify([policy, lang, words, asker]))
      .digest('base64url');
    if (this.#asked.has(key)) return;
    this.#asked.set(key, true);
    await this.#database.transaction(async (tx) => {
      const { rows } = await tx.query<{ count: number }>(
        'select count(*)::int as count from policy_receiver.searches where policy = $1',
        [policy],
      );
      if ((rows[0]?.count ?? 0) >= most) {
        await tx.query(
          `delete from policy_receiver.searches where policy = $1 and (lang, words) in (
             select lang, words from policy_receiver.searches where policy = $1
             order by asked, last_month, words limit 100)`,
          [policy],
        );
      }
      await tx.query(
        `insert into policy_receiver.searches (policy, lang, words, last_month)
         values ($1, $2, $3, date_trunc('month', now() at time zone 'UTC')::date)
         on conflict (policy, lang, words) do update
           set asked = least(policy_receiver.searches.asked + 1, 1000000),
             last_month = excluded.last_month`,
        [policy, lang, words],
      );
    });
  }

  /** Whether all of somebody's name, as the server knows people, stands among the words. */
  async #namesSomebody(words: string): Promise<boolean> {
    const { rows } = await this.#database.query(
      `select 1 from policy_receiver.persons
       where name is not null and trim(name) <> ''
         and regexp_split_to_array(lower(trim(name)), '\\s+') <@ string_to_array($1, ' ') limit 1`,
      [words],
    );
    return rows.length > 0;
  }

  /** What several people asked, the most first; without what was dismissed. */
  async list(policy: string): Promise<AskedWords[]> {
    await this.forget();
    const { rows } = await this.#database.query<AskedWords>(
      `select lang, words, asked from policy_receiver.searches
       where policy = $1 and asked >= ${least} and not dismissed
       order by asked desc, words limit ${shown}`,
      [policy],
    );
    return rows;
  }

  /** Not shown again, however often it is asked. */
  async dismiss(policy: string, lang: string, words: string): Promise<boolean> {
    const { rows } = await this.#database.query(
      `update policy_receiver.searches set dismissed = true
       where policy = $1 and lang = $2 and words = $3 and asked >= ${least} returning 1`,
      [policy, lang, words],
    );
    return rows.length > 0;
  }

  async empty(policy: string): Promise<void> {
    await this.#database.query('delete from policy_receiver.searches where policy = $1', [policy]);
  }

  /** Deletes what nobody asked for long enough. */
  async forget(): Promise<void> {
    await this.#database.query(
      `delete from policy_receiver.searches
       where last_month + interval '1 month' < now() - make_interval(days => $1)`,
      [this.#keep],
    );
  }
}
