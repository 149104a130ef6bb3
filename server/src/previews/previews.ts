import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/database.js';
import { subjectOf } from '../drafts/subject.js';
import type { Person } from '../people/person.js';

/** A link that shows a draft; what it is itself, only who made it was told. */
export interface Preview {
  id: number;
  policy: string;
  /** Nothing where the person was erased. */
  madeBy: string | undefined;
  own: boolean;
  madeAt: Date;
  endsAt: Date;
}

/** 256 bits: nobody finds one by trying. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Links that hold at once for one policy. */
const most = 50;
const holds = 'ended_at is null and ends_at > clock_timestamp()';

/** Links for people without an account, each to one draft, for a while. */
export class Previews {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The link's secret is told now, and never again. */
  async make(
    policy: string,
    days: number,
    person: Person,
  ): Promise<{ token: string; id: number; endsAt: Date } | 'too-many'> {
    const token = randomBytes(32).toString('base64url');
    return this.#database.transaction(async (tx) => {
      const { rows } = await tx.query<{ id: number; endsAt: Date }>(
        `insert into policy_receiver.previews (policy, hash, made_by, ends_at)
         select $1, $2, $3, clock_timestamp() + make_interval(days => $4)
         where (select count(*) from policy_receiver.previews where policy = $1 and ${holds}) < ${most}
         returning id, ends_at as "endsAt"`,
        [policy, hashOf(token), await subjectOf(tx, person), days],
      );
      return rows[0] ? { token, ...rows[0] } : ('too-many' as const);
    });
  }

  /** Those that hold, the newest first. */
  async list(policy: string, { id }: Person): Promise<Preview[]> {
    const { rows } = await this.#database.query<Preview & { madeBy: string | null }>(
      `select v.id, v.policy, p.name as "madeBy", coalesce(p.person_id = $2, false) as own,
         v.made_at as "madeAt", v.ends_at as "endsAt"
       from policy_receiver.previews v join policy_receiver.persons p on p.subject = v.made_by
       where v.policy = $1 and ${holds} order by v.id desc`,
      [policy, id],
    );
    return rows.map((row) => ({ ...row, madeBy: row.madeBy ?? undefined }));
  }

  /** The policy that a link shows, as long as it does. */
  async find(token: string): Promise<{ id: number; policy: string; endsAt: Date } | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const { rows } = await this.#database.query<{ id: number; policy: string; endsAt: Date }>(
      `select id, policy, ends_at as "endsAt" from policy_receiver.previews
       where hash = $1 and ${holds}`,
      [hashOf(token)],
    );
    return rows[0];
  }

  /** Shows nothing any more, from now on. */
  async end(policy: string, id: number): Promise<void> {
    await this.#database.query(
      'delete from policy_receiver.previews where policy = $1 and id = $2',
      [policy, id],
    );
  }

  /** Deletes those that hold no longer. */
  async forget(): Promise<void> {
    await this.#database.query(`delete from policy_receiver.previews where not (${holds})`);
  }
}
