import { createHash, createHmac } from 'node:crypto';
import type { Queries } from '../database/database.js';
import { Problem } from '../problem.js';
import type { Person } from '../people/person.js';

const shorten = (bytes: Buffer): string => bytes.toString('base64url').slice(0, 22);

/** As it was told until 0.1: pages still hold such ids beside answers that wait to be sent. */
const unkeyed = (id: string): string =>
  shorten(createHash('sha256').update(`reader:${id}`).digest());

/** The ids by which pages know their reader: always the same, and nobody can work one out. */
export class ReaderIds {
  readonly #queries: Queries;
  #secret: Promise<string> | undefined;

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  async of({ id }: Person): Promise<string> {
    const secret = await (this.#secret ??= this.#read());
    return shorten(createHmac('sha256', secret).update(id).digest());
  }

  /**
   * On a shared computer a page may still hold the record of who was signed in before.
   * @param named by the record or a header, each where it says so
   * @throws Problem where one of them is somebody else
   */
  async require(person: Person, named: readonly unknown[]): Promise<void> {
    const told = named.filter((reader) => reader !== undefined);
    if (told.length === 0) return;
    const own = [await this.of(person), unkeyed(person.id)];
    if (told.every((reader) => own.some((id) => id === reader))) return;
    throw new Problem(
      409,
      'other-reader',
      'This is the record of somebody else than who is signed in.',
    );
  }

  async #read(): Promise<string> {
    try {
      const { rows } = await this.#queries.query<{ value: string }>(
        `select value from policy_receiver.secrets where name = 'reader'`,
      );
      if (rows[0]) return rows[0].value;
      throw new Error('The secret of the reader ids is missing.');
    } catch (error) {
      this.#secret = undefined;
      throw error;
    }
  }
}
