import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.js';
import { isCurrent } from '../database/migrate.js';
import { openDatabase, type Place } from '../database/open.js';
import { isUnavailable } from '../database/postgres.js';
import type { Signer } from '../receipts/signer.js';
import type { Person } from '../people/person.js';
import { personKey, plainText } from '../people/person-key.js';
import { Batch } from './batch.js';
import type { AcknowledgementRecord } from './record.js';

export interface StoredAcknowledgement {
  /** Random, one for each person: what remains of them when they are erased. */
  subject: string;
  /** Nobody: the person was erased. */
  person: Person | undefined;
  record: AcknowledgementRecord;
  recordedAt: Date;
  /** Compact JWS, where one was made. */
  receipt?: string;
}

export type Outcome =
  | { state: 'stored' | 'known'; recordedAt: Date; receipt?: string }
  /** The id is taken by other content, or by another person. */
  | { state: 'conflict' };

interface Row {
  subject: string;
  person_id: string | null;
  name: string | null;
  record: AcknowledgementRecord;
  recorded_at: Date;
  receipt: string | null;
}

// The record as it was sent: what may be erased is kept apart, and joined again.
const asSent = `a.record || jsonb_strip_nulls(
  jsonb_build_object('reason', r.reason, 'subject', r.page_subject))`;

const acknowledgements = `
  policy_receiver.acknowledgements a
  join policy_receiver.persons p using (subject)
  left join policy_receiver.remarks r on r.acknowledgement = a.id`;

const columns = `a.subject, coalesce(p.written_id, p.person_id) as person_id, p.name, ${asSent} as record, a.recorded_at, a.receipt`;

// The person is looked at again as the row goes in: who was erased since is not written under the
// old subject. The primary key takes one of two that arrive at once.
const added = `
  insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at, receipt)
  select new.id, subject, new.policy, new.record::jsonb, new.recorded_at, new.receipt
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]::timestamptz[], $6::text[],
              $7::text[]) as new (id, subject, policy, record, recorded_at, receipt, person_id)
  join policy_receiver.persons using (subject, person_id)
  order by new.id
  on conflict (id) do nothing
  returning id`;

// One statement, so that nothing is stored in part.
const addedWithRemark = `
  with added as (${added}), remarked as (
    insert into policy_receiver.remarks (acknowledgement, reason, page_subject)
    select id, $8::text, $9::text from added
  )
  select id from added`;

interface NewRow {
  id: string;
  subject: string;
  policy: string;
  kept: string;
  recordedAt: Date;
  receipt: string | null;
  person: Person;
}

/** The values of `added`: a list for each column. */
const toColumns = (rows: readonly NewRow[]): unknown[] => [
  rows.map(({ id }) => id),
  rows.map(({ subject }) => subject),
  rows.map(({ policy }) => policy),
  rows.map(({ kept }) => kept),
  rows.map(({ recordedAt }) => recordedAt.toISOString()),
  rows.map(({ receipt }) => receipt),
  rows.map(({ person }) => person.id),
];

const toReceipt = (receipt: string | null): { receipt?: string } =>
  receipt === null ? {} : { receipt };

/** With the id as it is compared, and how it was written where that is something else. */
export function asCompared<Someone extends Person>(person: Someone): Someone {
  const id = personKey(person.id);
  return id === person.id ? person : { written: plainText(person.id), ...person, id };
}

function fromRow(row: Row): StoredAcknowledgement {
  return {
    subject: row.subject,
    person: row.person_id === null ? undefined : { id: row.person_id, name: row.name ?? '' },
    record: row.record,
    recordedAt: row.recorded_at,
    ...toReceipt(row.receipt),
  };
}

export class Store {
  readonly #database: Database;
  readonly #signer: Pick<Signer, 'sign'> | undefined;
  readonly #subjects = new LRUCache<string, { subject: string; name: string }>({ max: 20_000 });
  readonly #batch = new Batch<NewRow>(async (rows) => {
    const result = await this.#database.query<{ id: string }>(added, toColumns(rows));
    return new Set(result.rows.map(({ id }) => id));
  }, isUnavailable);

  /** Without a signer there are no receipts. */
  constructor(database: Database, signer?: Pick<Signer, 'sign'>) {
    this.#database = database;
    this.#signer = signer;
  }

  /** Resolves once the record is on disk, or was before. */
  async record(record: AcknowledgementRecord, signedIn: Person): Promise<Outcome> {
    const person = asCompared(signedIn);
    for (let attempt = 0; ; attempt += 1) {
      const recordedAt = new Date();
      const receipt = await this.#add(record, person, recordedAt);
      if (receipt !== undefined) return { state: 'stored', recordedAt, ...toReceipt(receipt) };
      const known = await this.known(record, person);
      if (known) return known;
      // Neither added nor there: the person was erased meanwhile, and is somebody new.
      if (attempt > 0) throw new Error('The record could not be added.');
      this.#subjects.delete(person.id);
    }
  }

  /** The receipt, or null where none is made; nothing where the row was not added. */
  async #add(
    record: AcknowledgementRecord,
    person: Person,
    recordedAt: Date,
  ): Promise<string | null | undefined> {
    const { reason, subject: pageSubject, ...rest } = record;
    const kept = JSON.stringify(rest);
    const subject = await this.#subjectOf(person);
    const receipt = this.#signer?.sign({ subject, recordedAt, kept, record }) ?? null;
    const row = {
      id: record.id,
      subject,
      policy: record.policy,
      kept,
      recordedAt,
      receipt,
      person,
    };
    const remark = reason !== undefined || pageSubject !== undefined;
    const isAdded = remark
      ? await this.#addWithRemark(row, reason ?? null, pageSubject ?? null)
      : await this.#batch.add(row);
    return isAdded ? receipt : undefined;
  }

  async #addWithRemark(row: NewRow, reason: string | null, page: string | null): Promise<boolean> {
    const values = [...toColumns([row]), reason, page];
    return (await this.#database.query(addedWithRemark, values)).rows.length > 0;
  }

  /** What became of this record before; nothing where its id is new. */
  async known(record: AcknowledgementRecord, person: Person): Promise<Outcome | undefined> {
    const { rows } = await this.#database.query<{
      recorded_at: Date;
      receipt: string | null;
      same: boolean;
    }>(
      `select a.recorded_at, a.receipt,
              ${asSent} = $2::jsonb and p.person_id is not distinct from $3 as same
       from ${acknowledgements} where a.id = $1`,
      [record.id, JSON.stringify(record), personKey(person.id)],
    );
    if (!rows[0]) return undefined;
    const { same, recorded_at: recordedAt, receipt } = rows[0];
    return same ? { state: 'known', recordedAt, ...toReceipt(receipt) } : { state: 'conflict' };
  }

  /**
   * The random id under which the evidence knows a person; made when they first answer. The name
   * follows the sign-in, unless HR keeps it.
   */
  async #subjectOf({ id, name, written }: Person): Promise<string> {
    const known = this.#subjects.get(id);
    if (known?.name === name) return known.subject;
    const { rows } = await this.#database.query<{ subject: string }>(
      `insert into policy_receiver.persons (person_id, name, written_id) values ($1, $2, $3)
       on conflict (person_id) do update
         set name = case when persons.listed_at is null then excluded.name else persons.name end
       returning subject`,
      [id, name, written ?? null],
    );
    const { subject } = rows[0]!;
    this.#subjects.set(id, { subject, name });
    return subject;
  }

  /** One person's own, newest first. */
  async ofPerson(personId: string, policy?: string): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from ${acknowledgements}
       where p.person_id = $1 and ($2::text is null or a.policy = $2)
       order by a.seq desc limit 500`,
      [personKey(personId), policy ?? null],
    );
    return rows.map(fromRow);
  }

  /** One person's, newest first, by the random id that remains of everybody. */
  async ofSubject(subject: string): Promise<StoredAcknowledgement[]> {
    const { rows } = await this.#database.query<Row>(
      `select ${columns} from ${acknowledgements}
       where a.subject = $1::uuid order by a.seq desc limit 500`,
      [subject],
    );
    return rows.map(fromRow);
  }

  /** For what looks across people: reports. */
  get queries(): Database {
    return this.#database;
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

  /** Writes something, as an answer would: it throws, or takes long, where that cannot be. */
  async tryWrite(): Promise<void> {
    await this.#database.query(
      `insert into policy_receiver.readiness (id, at) values (1, clock_timestamp())
       on conflict (id) do update set at = excluded.at`,
    );
  }

  /** Whether the tables are those of this version; throws where the database does not answer. */
  isCurrent(): Promise<boolean> {
    return isCurrent(this.#database);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

/** Opens the database where the records are, migrated. */
export async function openStore(place: Place): Promise<Store> {
  return new Store(await openDatabase(place));
}
