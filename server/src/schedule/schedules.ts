import type { Schedule, StopReason } from '@policy-elements/authoring';
import type { Database, Queries } from '../database/database.js';

/** As it is stored, with the draft that it is of. */
export interface StoredSchedule extends Pick<
  Schedule,
  'id' | 'digest' | 'version' | 'state' | 'timeZone'
> {
  policy: string;
  revision: number;
  publishAt: Date;
  /** Nothing where the person was erased. */
  person: string | undefined;
  /** Why it will not be published. */
  reason: StopReason | undefined;
  endedAt: Date | undefined;
}

type Nullable = 'person' | 'reason' | 'endedAt';
type ScheduleRow = Omit<StoredSchedule, Nullable | 'state'> & {
  [Key in Nullable]: NonNullable<StoredSchedule[Key]> | null;
} & { state: StoredSchedule['state'] | 'published' | 'cancelled' };

/** One whose time has come. */
export interface DueSchedule {
  id: number;
  policy: string;
  revision: number;
  digest: string;
  version: string;
  canonical: string;
  leavesOut: boolean;
  fallback: string[];
  /** Number of the person who chose the time. */
  subject: string;
  isClaimed: boolean;
  /** Whether it is known by which groups that person has roles. */
  checksRole: boolean;
}

export interface Planned {
  policy: string;
  revision: number;
  digest: string;
  version: string;
  canonical: string;
  leavesOut: boolean;
  fallback: readonly string[];
  publishAt: Date;
  timeZone: string;
}

const open = `state in ('waiting', 'publishing')`;

const end = `canonical = null, ended_at = clock_timestamp()`;

/** Ends what waits for its time. What is being published by now stays. */
export const stopSchedule = (tx: Queries, policy: string, reason: StopReason): Promise<unknown> =>
  tx.query(
    `update policy_receiver.schedules set state = 'stopped', reason = $2, ${end}
     where policy = $1 and state = 'waiting'`,
    [policy, reason],
  );

/** Versions that are to be published by themselves: at most one for a policy. */
export class Schedules {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What was decided last, as long as nothing of the policy was published since. */
  async read(policy: string): Promise<StoredSchedule | undefined> {
    const { rows } = await this.#database.query<ScheduleRow>(
      `select s.id, s.policy, s.revision, s.digest, s.version, s.state, s.publish_at as "publishAt",
         s.time_zone as "timeZone", p.name as person, s.reason, s.ended_at as "endedAt"
       from policy_receiver.schedules s join policy_receiver.persons p on p.subject = s.person
       where s.policy = $1 order by s.id desc limit 1`,
      [policy],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { state } = row;
    if (state === 'cancelled' || state === 'published') return undefined;
    return {
      ...row,
      state,
      person: row.person ?? undefined,
      reason: row.reason ?? undefined,
      endedAt: row.endedAt ?? undefined,
    };
  }

  /** Which version of which policy is to be published by itself, and when. */
  async allWaiting(): Promise<ReadonlyMap<string, { version: string; at: Date }>> {
    const { rows } = await this.#database.query<{ policy: string; version: string; at: Date }>(
      `select policy, version, publish_at as at from policy_receiver.schedules where ${open}`,
    );
    return new Map(rows.map(({ policy, ...rest }) => [policy, rest]));
  }

  /** When the version that waits is to be published. */
  async waiting(policy: string): Promise<Date | undefined> {
    const { rows } = await this.#database.query<{ at: Date }>(
      `select publish_at as at from policy_receiver.schedules where policy = $1 and ${open}`,
      [policy],
    );
    return rows[0]?.at;
  }

  /** Within the transaction that looked at the draft; tells whether there was room for it. */
  async add(tx: Queries, planned: Planned, subject: string): Promise<boolean> {
    const { policy, revision, digest, version, canonical, leavesOut, fallback } = planned;
    const { rows } = await tx.query(
      `insert into policy_receiver.schedules (policy, revision, digest, version, canonical,
         leaves_out, fallback, publish_at, time_zone, person, checks_role)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)
       on conflict (policy) where ${open} do nothing returning id`,
      [
        ...[policy, revision, digest, version, canonical, leavesOut, fallback],
        ...[planned.publishAt, planned.timeZone, subject],
      ],
    );
    return rows.length > 0;
  }

  /** Calls off what waits; tells what that was. */
  async cancel(tx: Queries, policy: string, subject: string) {
    const { rows } = await tx.query<{ revision: number; digest: string; version: string }>(
      `update policy_receiver.schedules set state = 'cancelled', ended_by = $2, ${end}
       where policy = $1 and state = 'waiting' returning revision, digest, version`,
      [policy, subject],
    );
    return rows[0];
  }

  /** Those whose time has come, and those that were begun and not finished. */
  async due(now: Date): Promise<DueSchedule[]> {
    const { rows } = await this.#database.query<DueSchedule>(
      `select id, policy, revision, digest, version, canonical, leaves_out as "leavesOut", fallback,
         person as subject, state = 'publishing' as "isClaimed", checks_role as "checksRole"
       from policy_receiver.schedules
       where state = 'publishing' or (state = 'waiting' and publish_at <= $1)
       order by publish_at limit 100`,
      [now],
    );
    return rows;
  }

  /** Whether it still waits; it is being published from now on, whatever is written meanwhile. */
  async claim(tx: Queries, id: number): Promise<boolean> {
    const { rows } = await tx.query(
      `update policy_receiver.schedules set state = 'publishing'
       where id = $1 and state = 'waiting' returning id`,
      [id],
    );
    return rows.length > 0;
  }

  async stop(id: number, reason: StopReason, tx: Queries = this.#database): Promise<void> {
    await tx.query(
      `update policy_receiver.schedules set state = 'stopped', reason = $2, ${end}
       where id = $1 and ${open}`,
      [id, reason],
    );
  }

  /** However it came out. */
  async published(tx: Queries, policy: string, digest: string): Promise<void> {
    await tx.query(
      `update policy_receiver.schedules set state = 'published', ${end}
       where policy = $1 and digest = $2 and ${open}`,
      [policy, digest],
    );
  }
}
