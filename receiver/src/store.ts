import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPglite, type Database } from './database.js';
import { lock } from './lock.js';
import { migrate } from './migrate.js';
import type { AcknowledgementRecord } from './record.js';

/** Someone who is signed in: an id that stays, and the name people know them by. */
export interface Person {
  id: string;
  name: string;
}

export interface StoredAcknowledgement {
  person: Person;
  record: AcknowledgementRecord;
  recordedAt: Date;
}

export type Outcome =
  | { state: 'stored' | 'known'; recordedAt: Date }
  /** The id is taken by other content, or by another person. */
  | { state: 'conflict' };

interface Row {
  person_id: string;
  person_name: string;
  record: AcknowledgementRecord;
  recorded_at: Date;
}

const columns = 'person_id, person_name, record, recorded_at';

function fromRow(row: Row): StoredAcknowledgement {
  return {
    person: { id: row.person_id, name: row.person_name },
    record: row.record,
    recordedAt: row.recorded_at,
  };
}

export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(record: AcknowledgementRecord, person: Person): Promise<Outcome> {
    const content = JSON.stringify(record);
    // The primary key decides between two that arrive at once; the loser reads what won.
    const inserted = await this.#database.query<{ recorded_at: Date }>(
      `insert into policy_receiver.acknowledgements (id, person_id, person_name, policy, record)
       values ($1, $2, $3, $4, $5::jsonb)
       on conflict (id) do nothing
       returning recorded_at`,
      [record.id, person.id, person.name, record.policy, content],
    );
    if (inserted.rows[0]) return { state: 'stored', recordedAt: inserted.rows[0].recorded_at };

    const { rows } = await this.#database.query<{ recorded_at: Date; same: boolean }>(
      `select recorded_at, record = $2::jsonb and person_id = $3 as same
       from policy_receiver.acknowledgements where id = $1`,
      [record.id, content, person.id],
    );
    return rows[0]?.same
      ? { state: 'known', recordedAt: rows[0].recorded_at }
      : { state: 'conflict' };
  }

  /** One person's own, newest first. */
  async ofPerson(personId: string, policy?: string): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from policy_receiver.acknowledgements
       where person_id = $1 and ($2::text is null or policy = $2)
       order by seq desc limit 500`,
      [personId, policy ?? null],
    );
    return rows.map(fromRow);
  }

  /** Everyone's, newest first. */
  async list(offset: number, limit: number): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from policy_receiver.acknowledgements
       order by seq desc limit $1 offset $2`,
      [limit, offset],
    );
    return rows.map(fromRow);
  }

  async count(): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      'select count(*)::int as count from policy_receiver.acknowledgements',
    );
    return rows[0]?.count ?? 0;
  }

  /** Throws where the database does not answer. */
  async ping(): Promise<void> {
    await this.#database.query('select 1');
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

/** Opens (or makes) the folder with embedded PostgreSQL; this takes some seconds. */
export async function openStore(options: { data: string }): Promise<Store> {
  const folder = resolve(options.data);
  // It holds names: nobody else on the machine needs to look in.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await lock(join(folder, 'receiver.lock'));
  try {
    const database = await openPglite(join(folder, 'postgres'));
    const close = async (): Promise<void> => {
      try {
        await database.close();
      } finally {
        release();
      }
    };
    try {
      await migrate(database);
    } catch (error) {
      await close();
      throw error;
    }
    return new Store({ ...database, close });
  } catch (error) {
    release();
    throw error;
  }
}
