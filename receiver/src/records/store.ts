import type { Database } from '../database/database.js';
import { openDatabase, type Place } from '../database/open.js';
import type { AcknowledgementRecord } from './record.js';

/** Someone who is signed in: an id that stays, and the name people know them by. */
export interface Person {
  id: string;
  name: string;
}

export interface StoredAcknowledgement {
  /** Random, one for each person: what remains of them when they are erased. */
  subject: string;
  /** Nobody: the person was erased. */
  person: Person | undefined;
  record: AcknowledgementRecord;
  recordedAt: Date;
}

export type Outcome =
  | { state: 'stored' | 'known'; recordedAt: Date }
  /** The id is taken by other content, or by another person. */
  | { state: 'conflict' };

interface Row {
  subject: string;
  person_id: string | null;
  name: string | null;
  record: AcknowledgementRecord;
  recorded_at: Date;
}

// The record as it was sent: what may be erased is kept apart, and joined again.
const asSent = `a.record || jsonb_strip_nulls(
  jsonb_build_object('reason', r.reason, 'subject', r.page_subject))`;

const acknowledgements = `
  policy_receiver.acknowledgements a
  join policy_receiver.persons p using (subject)
  left join policy_receiver.remarks r on r.acknowledgement = a.id`;

const columns = `a.subject, p.person_id, p.name, ${asSent} as record, a.recorded_at`;

// One statement, so that there is one round trip and nothing is stored in part. Of two that arrive
// at once the primary key takes one; a person of whom both are the first is made once as well.
const insertion = `
  with known as (
    select subject from policy_receiver.persons where person_id = $2
  ), made as (
    insert into policy_receiver.persons (person_id, name)
    select $2::text, $3::text where not exists (select from known)
    on conflict (person_id) do update set name = excluded.name
    returning subject
  ), renamed as (
    update policy_receiver.persons set name = $3 where person_id = $2 and name <> $3 and listed_at is null
  ), added as (
    insert into policy_receiver.acknowledgements (id, subject, policy, record)
    select $1::uuid, subject, $4::text, $5::jsonb - 'reason' - 'subject'
    from (table known union all table made) who
    on conflict (id) do nothing
    returning id, recorded_at
  ), remarked as (
    insert into policy_receiver.remarks (acknowledgement, reason, page_subject)
    select id, $6::text, $7::text from added where num_nonnulls($6::text, $7::text) > 0
  )
  select recorded_at from added`;

function fromRow(row: Row): StoredAcknowledgement {
  return {
    subject: row.subject,
    person: row.person_id === null ? undefined : { id: row.person_id, name: row.name ?? '' },
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
    const inserted = await this.#database.query<{ recorded_at: Date }>(insertion, [
      ...[record.id, person.id, person.name, record.policy, content],
      ...[record.reason ?? null, record.subject ?? null],
    ]);
    if (inserted.rows[0]) return { state: 'stored', recordedAt: inserted.rows[0].recorded_at };

    const { rows } = await this.#database.query<{ recorded_at: Date; same: boolean }>(
      `select a.recorded_at, ${asSent} = $2::jsonb and p.person_id is not distinct from $3 as same
       from ${acknowledgements} where a.id = $1`,
      [record.id, content, person.id],
    );
    return rows[0]?.same
      ? { state: 'known', recordedAt: rows[0].recorded_at }
      : { state: 'conflict' };
  }

  /** One person's own, newest first. */
  async ofPerson(personId: string, policy?: string): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from ${acknowledgements}
       where p.person_id = $1 and ($2::text is null or a.policy = $2)
       order by a.seq desc limit 500`,
      [personId, policy ?? null],
    );
    return rows.map(fromRow);
  }

  /** Everyone's, newest first. */
  async list(offset: number, limit: number): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from ${acknowledgements}
       order by a.seq desc limit $1 offset $2`,
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

/** Opens the database where the records are, migrated. */
export async function openStore(place: Place): Promise<Store> {
  return new Store(await openDatabase(place));
}
