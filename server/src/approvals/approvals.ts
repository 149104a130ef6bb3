import type { Database, Queries } from '../database/database.js';
import { subjectOf } from '../drafts/subject.js';
import type { Person } from '../people/person.js';
import { stopSchedule } from '../schedule/schedules.js';

export type Act =
  'requested' | 'approved' | 'rejected' | 'published' | 'scheduled' | 'unscheduled' | 'withdrawn';

/** Something that was done about a text, for ever. */
export interface ApprovalEntry {
  act: Act;
  version: string;
  /** Of the text it was done about. */
  digest: string;
  revision: number;
  /** Nothing where the person was erased. */
  person: string | undefined;
  at: Date;
  remark: string | undefined;
  /** Whether somebody else than its authors had to approve, at that moment. */
  fourEyes: boolean;
}

/** How the draft stands: what was done last about this very text, or that nothing was. */
export type ApprovalState = 'none' | 'requested' | 'approved' | 'rejected';

export type Decided = 'decided' | 'absent' | 'moved' | 'not-requested' | 'own-text';

export interface Entry {
  policy: string;
  revision: number;
  digest: string;
  version: string;
  act: Act;
  remark?: string | undefined;
  fourEyes: boolean;
}

interface Current {
  revision: number;
  digest: string;
}

// Whoever wrote something that is in the draft and not published yet.
const isAuthor = (person: string): string => `exists (
  select from policy_receiver.draft_authors a join policy_receiver.drafts d using (policy)
  where a.policy = $1 and a.author = ${person} and a.revision > d.authors_since)`;

// Of those that say how a text stands; the others are told beside it.
const lastAct = `
  select act, version, person from policy_receiver.approvals p
  where p.policy = d.policy and p.revision = d.revision and p.digest = d.digest
    and p.act in ('requested', 'approved', 'rejected', 'published')
  order by id desc limit 1`;

/**
 * Who approved what. An act is about one revision of a draft: any change makes another revision, of
 * which nothing has been said.
 */
export class Approvals {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Asks for approval of the draft as it is. */
  async request(entry: Omit<Entry, 'act'>, person: Person): Promise<'requested' | 'moved'> {
    return this.#database.transaction(async (tx) => {
      const draft = await lockDraft(tx, entry.policy);
      if (draft?.digest !== entry.digest || draft.revision !== entry.revision) return 'moved';
      await addAct(tx, { ...entry, act: 'requested' }, await subjectOf(tx, person));
      return 'requested';
    });
  }

  /** Approves or sends back the text with this digest, as long as the draft is that text. */
  async decide(
    policy: string,
    digest: string,
    { act, remark, fourEyes }: Pick<Entry, 'act' | 'remark' | 'fourEyes'>,
    person: Person,
  ): Promise<Decided> {
    return this.#database.transaction(async (tx) => {
      // A change waits for this, and this for a change: none comes in between.
      const draft = await lockDraft(tx, policy);
      if (!draft) return 'absent';
      if (draft.digest !== digest) return 'moved';
      const subject = await subjectOf(tx, person);
      const { rows } = await tx.query<{ version: string | null; own: boolean }>(
        `select last.version, ${isAuthor('$2')} as own
         from policy_receiver.drafts d left join lateral (${lastAct}) last on true
         where d.policy = $1`,
        [policy, subject],
      );
      const { version, own } = rows[0]!;
      if (version === null) return 'not-requested';
      if (act === 'approved' && fourEyes && own) return 'own-text';
      const { revision } = draft;
      await addAct(tx, { policy, revision, digest, version, act, remark, fourEyes }, subject);
      if (act === 'rejected') await stopSchedule(tx, policy, 'not-approved');
      return 'decided';
    });
  }

  /** How the draft as it is now stands. */
  async state(policy: string): Promise<ApprovalState> {
    const { rows } = await this.#database.query<{ act: ApprovalState | 'published' | null }>(
      `select last.act from policy_receiver.drafts d left join lateral (${lastAct}) last on true
       where d.policy = $1`,
      [policy],
    );
    const act = rows[0]?.act;
    return act === undefined || act === null || act === 'published' ? 'none' : act;
  }

  /** How the drafts stand of which something was said. */
  async states(): Promise<ReadonlyMap<string, ApprovalState>> {
    const { rows } = await this.#database.query<{ policy: string; act: Act }>(
      `select d.policy, last.act from policy_receiver.drafts d
       join lateral (${lastAct}) last on last.act <> 'published'`,
    );
    return new Map(rows.map(({ policy, act }) => [policy, act as ApprovalState]));
  }

  /**
   * Whether the draft is this text, and was approved as it is by somebody who wrote nothing of it.
   */
  async covers(
    policy: string,
    digest: string,
    queries: Queries = this.#database,
  ): Promise<boolean> {
    const { rows } = await queries.query(
      `select from policy_receiver.drafts d join lateral (${lastAct}) last on last.act = 'approved'
       where d.policy = $1 and d.digest = $2 and not ${isAuthor('last.person')}`,
      [policy, digest],
    );
    return rows.length > 0;
  }

  /** Number of the person who asked last. */
  async askerOf(policy: string): Promise<string | undefined> {
    const { rows } = await this.#database.query<{ person: string }>(
      `select person from policy_receiver.approvals
       where policy = $1 and act = 'requested' order by id desc limit 1`,
      [policy],
    );
    return rows[0]?.person;
  }

  /** Whether this person wrote something that is in the draft and not published yet. */
  async isAuthor(policy: string, { id }: Pick<Person, 'id'>): Promise<boolean> {
    const { rows } = await this.#database.query<{ own: boolean }>(
      `select ${isAuthor('p.subject')} as own from policy_receiver.persons p
       where p.person_id = $2`,
      [policy, id],
    );
    return rows[0]?.own ?? false;
  }

  /** What was done, the newest last: of one text, or of all of a policy. */
  async log(policy: string, digest?: string): Promise<ApprovalEntry[]> {
    const { rows } = await this.#database.query<Record<keyof ApprovalEntry, never>>(
      `select * from (
         select id, act, version, digest, revision, p.name as person, at, remark,
           four_eyes as "fourEyes"
         from policy_receiver.approvals a
         join policy_receiver.persons p on p.subject = a.person
         where policy = $1 and ($2::text is null or digest = $2)
         order by id desc limit 200
       ) newest order by id`,
      [policy, digest ?? null],
    );
    return rows.map(({ act, version, digest: of, revision, person, at, remark, fourEyes }) => ({
      ...{ act, version, digest: of, revision, at, fourEyes },
      ...{ person: person ?? undefined, remark: remark ?? undefined },
    }));
  }

  /** Versions that approval was asked for; not all of them were published. */
  async askedFor(policy: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.#database.query<{ version: string }>(
      `select distinct version from policy_receiver.approvals where policy = $1`,
      [policy],
    );
    return new Set(rows.map(({ version }) => version));
  }
}

export async function lockDraft(tx: Queries, policy: string): Promise<Current | undefined> {
  const { rows } = await tx.query<Current>(
    'select revision, digest from policy_receiver.drafts where policy = $1 for update',
    [policy],
  );
  return rows[0];
}

/** Writes down an act; `once` where the same may have been written down before. */
export async function addAct(
  tx: Queries,
  entry: Entry,
  subject: string,
  often: 'once' | 'each time' = 'each time',
): Promise<void> {
  const { policy, revision, digest, version, act, remark, fourEyes } = entry;
  await tx.query(
    `insert into policy_receiver.approvals
       (policy, revision, digest, version, act, person, remark, four_eyes)
     select $1, $2, $3, $4, $5, $6, $7, $8 where not $9::boolean or not exists (
       select from policy_receiver.approvals
       where policy = $1 and digest = $3 and version = $4 and act = $5)`,
    [
      ...[policy, revision, digest, version, act, subject, remark ?? null, fourEyes],
      often === 'once',
    ],
  );
}
