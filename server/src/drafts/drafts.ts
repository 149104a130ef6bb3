import {
  applyEdits,
  withLanguagesOf,
  type Draft,
  type Edit,
  type EditConflict,
  type StopReason,
} from '@policy-elements/authoring';
import { digestPolicy } from 'policy-elements';
import canonicalize from 'canonicalize';
import type { Database, Queries } from '../database/database.js';
import { Images } from '../images/images.js';
import type { Person } from '../people/person.js';
import { addAct, Approvals } from '../approvals/approvals.js';
import { Comments } from '../comments/comments.js';
import { Previews } from '../previews/previews.js';
import { Schedules, stopSchedule } from '../schedule/schedules.js';
import { depthOf, limits } from './limits.js';
import { keep, publishedBefore, wrote, type Revision } from './revisions.js';
import { subjectOf } from './subject.js';

export interface StoredDraft {
  policy: string;
  draft: Draft;
  digest: string;
  revision: number;
  baseVersion: string | undefined;
  baseDigest: string | undefined;
  updatedAt: Date;
  updatedBy: string | undefined;
  /** With the languages that the next version leaves out, where it leaves out any. */
  held: Draft | undefined;
}

/** A text that is out, as it was in the draft. */
export interface PublishedText {
  policy: string;
  revision: number;
  digest: string;
  version: string;
  canonical: string;
  /** It leaves out languages. */
  leavesOut: boolean;
  fourEyes: boolean;
}

/** The version that says that a policy was withdrawn. */
export interface WithdrawnText {
  policy: string;
  version: string;
  digest: string;
  text: Draft;
  /** Digest of the version it ends, where that is known. */
  from: string | undefined;
  remark: string;
  fourEyes: boolean;
}

export type Saved =
  | { state: 'saved'; draft: StoredDraft; before: number }
  | { state: 'conflict'; draft: StoredDraft; conflicts: readonly EditConflict[] }
  | { state: 'too-large' }
  | { state: 'absent' };

interface Row {
  policy: string;
  canonical: string;
  digest: string;
  revision: number;
  base_version: string | null;
  base_digest: string | null;
  updated_at: Date;
  updated_by: string | null;
  held: string | null;
}

const fromRow = (row: Omit<Row, 'held'>): Omit<StoredDraft, 'held'> => ({
  policy: row.policy,
  draft: JSON.parse(row.canonical) as Draft,
  digest: row.digest,
  revision: row.revision,
  baseVersion: row.base_version ?? undefined,
  baseDigest: row.base_digest ?? undefined,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by ?? undefined,
});

/** The draft with all of its languages. */
const whole = ({ draft, held }: StoredDraft): Draft =>
  held === undefined ? draft : withLanguagesOf(draft, held);

/**
 * An earlier state, with the languages that only the draft has: that state may have left them out.
 * Their texts stay where it has the item they belong to.
 */
function withLanguagesKept(earlier: Draft, now: Draft): Draft {
  const back = withLanguagesOf(earlier, now);
  const [own, all] = [earlier['languages'], back['languages']] as (readonly string[] | undefined)[];
  // What was written in one language stays written in that one.
  if (!own?.[0] || !all || own[0] === all[0]) return back;
  return { ...back, languages: [...own, ...all.filter((lang) => !own.includes(lang))] };
}

const columns = `d.policy, d.canonical, d.digest, d.revision, d.base_version, d.base_digest,
  d.updated_at, p.name as updated_by`;
const drafts = `policy_receiver.drafts d left join policy_receiver.persons p on p.subject = d.updated_by`;

/** What is being written: one open draft a policy, and every state it was kept in. */
export class Drafts {
  readonly approvals: Approvals;
  readonly comments: Comments;
  readonly previews: Previews;
  readonly schedules: Schedules;
  readonly database: Database;
  readonly images: Images;

  constructor(database: Database) {
    this.database = database;
    this.images = new Images(database);
    this.approvals = new Approvals(database);
    this.comments = new Comments(database);
    this.previews = new Previews(database);
    this.schedules = new Schedules(database);
  }

  /** All or nothing, for what changes more than the draft. */
  transaction<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  async list(): Promise<Omit<StoredDraft, 'held'>[]> {
    const { rows } = await this.database.query<Omit<Row, 'held'>>(
      `select ${columns} from ${drafts} order by d.updated_at desc limit 500`,
    );
    return rows.map(fromRow);
  }

  async read(policy: string): Promise<StoredDraft | undefined> {
    return readIn(this.database, policy);
  }

  /** The first state of a draft; nothing where there is one already. */
  async create(
    policy: string,
    draft: Draft,
    person: Person,
    base?: { version: string; digest: string },
  ): Promise<StoredDraft | undefined> {
    return this.database.transaction(async (tx) => {
      const author = await subjectOf(tx, person);
      const [canonical, digest] = [canonicalize(draft)!, digestPolicy(draft)];
      const { rows } = await tx.query(
        `insert into policy_receiver.drafts
           (policy, canonical, digest, revision, base_version, base_digest, updated_by)
         values ($1, $2, $3, 1, $4, $5, $6) on conflict do nothing returning policy`,
        [policy, canonical, digest, base?.version ?? null, base?.digest ?? null, author],
      );
      if (rows.length === 0) return undefined;
      await keep(tx, { policy, revision: 1, kind: 'created', author, digest, canonical });
      if (!base) await wrote(tx, policy, author, 1);
      return readIn(tx, policy);
    });
  }

  /** All the changes or none: where one of them meets another's, nothing is saved. */
  async save(policy: string, edits: readonly Edit[], person: Person): Promise<Saved> {
    return this.database.transaction(async (tx) => {
      const before = await readIn(tx, policy, true);
      if (!before) return { state: 'absent' };
      // Whoever writes ends the candidate: what was left out of it is there again.
      const start = whole(before);
      const { draft, conflicts } = applyEdits(start, edits);
      if (conflicts.length) return { state: 'conflict', draft: before, conflicts };
      if (draft === start) return { state: 'saved', draft: before, before: before.revision };
      const canonical = canonicalize(draft)!;
      if (canonical.length > limits.draft || depthOf(draft) > limits.depth) {
        return { state: 'too-large' };
      }
      await this.#advance(tx, before, { draft, canonical }, person);
      return { state: 'saved', draft: (await readIn(tx, policy))!, before: before.revision };
    });
  }

  /** Puts a whole text in the place of the draft, as long as that is the one expected. */
  async replace(
    policy: string,
    draft: Draft,
    person: Person,
    expected: string,
    { held, stops }: { held?: Draft | undefined; stops?: StopReason | undefined } = {},
  ): Promise<StoredDraft | 'moved' | undefined> {
    return this.database.transaction(async (tx) => {
      const before = await readIn(tx, policy, true);
      if (!before) return undefined;
      if (before.digest !== expected) return 'moved' as const;
      await stopSchedule(tx, policy, stops ?? 'draft-changed');
      await this.#advance(tx, before, { draft, canonical: canonicalize(draft)! }, person);
      if (held) {
        await tx.query('update policy_receiver.drafts set held = $2 where policy = $1', [
          ...[policy, canonicalize(held)],
        ]);
      }
      return readIn(tx, policy);
    });
  }

  /** Goes back to an earlier state, on purpose. */
  async restore(
    policy: string,
    revision: number,
    person: Person,
  ): Promise<StoredDraft | undefined> {
    const earlier = await this.revision(policy, revision);
    return this.database.transaction(async (tx) => {
      const before = await readIn(tx, policy, true);
      if (!before || !earlier) return undefined;
      const draft = withLanguagesKept(earlier, whole(before));
      await this.#advance(
        tx,
        before,
        { draft, canonical: canonicalize(draft)! },
        person,
        'restored',
      );
      // What is unpublished of that state counts as unpublished again, with who wrote it.
      const since = await publishedBefore(tx, policy, revision, draft);
      await tx.query(
        `update policy_receiver.drafts set authors_since = least(authors_since, $2)
         where policy = $1`,
        [policy, since],
      );
      return readIn(tx, policy);
    });
  }

  async #advance(
    tx: Queries,
    before: StoredDraft,
    { draft, canonical }: { draft: Draft; canonical: string },
    person: Person,
    kind: 'restored' | 'autosave' = 'autosave',
  ): Promise<void> {
    const { policy } = before;
    const [revision, digest] = [before.revision + 1, digestPolicy(draft)];
    const author = await subjectOf(tx, person);
    await stopSchedule(tx, policy, 'draft-changed');
    await tx.query(
      `update policy_receiver.drafts
       set canonical = $2, digest = $3, revision = $4, updated_by = $5,
         updated_at = clock_timestamp(), held = null
       where policy = $1`,
      [policy, canonical, digest, revision, author],
    );
    await keep(tx, { policy, revision, kind, author, digest, canonical });
    await wrote(tx, policy, author, revision);
  }

  /** Says that a text was published, whatever was written since: all of it, or nothing. */
  async published(done: PublishedText, by: Person | { subject: string }): Promise<void> {
    const { policy, digest, revision, version, canonical } = done;
    await this.database.transaction(async (tx) => {
      const now = (await readIn(tx, policy, true))!;
      // Who wrote what was left out wrote something that is not published.
      const upTo = done.leavesOut ? 0 : revision;
      await tx.query(
        `update policy_receiver.drafts
         set base_version = $2, base_digest = $3, authors_since = greatest(authors_since, $4)
         where policy = $1`,
        [policy, version, digest, upTo],
      );
      const author = 'subject' in by ? by.subject : await subjectOf(tx, by);
      await keep(tx, { policy, author, canonical, digest, version, revision, kind: 'published' });
      await addAct(tx, { ...done, act: 'published' }, author, 'once');
      await this.schedules.published(tx, policy, digest);
      if (now.held !== undefined && now.digest === digest) await this.#takeBack(tx, now, author);
    });
  }

  /**
   * Says that a policy was withdrawn. Nothing that is being written is lost by it; what was asked
   * about it, or planned with it, ends.
   */
  async withdrawn(done: WithdrawnText, person: Person): Promise<StoredDraft> {
    const { policy, digest, version, text, from } = done;
    const canonical = canonicalize(text)!;
    return this.database.transaction(async (tx) => {
      const author = await subjectOf(tx, person);
      await tx.query(
        `insert into policy_receiver.drafts
           (policy, canonical, digest, revision, base_version, base_digest, updated_by)
         values ($1, $2, $3, 1, $4, $3, $5) on conflict do nothing`,
        [policy, canonical, digest, version, author],
      );
      const before = (await readIn(tx, policy, true))!;
      await stopSchedule(tx, policy, 'withdrawn');
      const revision = before.revision + 1;
      await keep(tx, { policy, revision, kind: 'published', author, digest, canonical, version });
      await addAct(tx, { ...done, revision, act: 'withdrawn' }, author, 'once');
      const isUnchanged = before.digest === before.baseDigest;
      const next = isUnchanged ? text : whole(before);
      const now = { canonical: canonicalize(next)!, digest: digestPolicy(next) };
      if (!isUnchanged) {
        await keep(tx, { policy, revision: revision + 1, kind: 'autosave', author, ...now });
      }
      const moves = isUnchanged || before.baseDigest === from;
      await tx.query(
        `update policy_receiver.drafts set canonical = $2, digest = $3, revision = $4, held = null,
           base_version = case when $5 then $6 else base_version end,
           base_digest = case when $5 then $7 else base_digest end,
           authors_since = case when $8 then $4 else authors_since end
         where policy = $1`,
        [
          ...[policy, now.canonical, now.digest, isUnchanged ? revision : revision + 1],
          ...[moves, version, digest, isUnchanged],
        ],
      );
      return (await readIn(tx, policy))!;
    });
  }

  /** What was left out of a version is in the draft again; nobody wrote anything by it. */
  async #takeBack(tx: Queries, before: StoredDraft, author: string): Promise<void> {
    const draft = whole(before);
    const { policy } = before;
    const [revision, digest] = [before.revision + 1, digestPolicy(draft)];
    const canonical = canonicalize(draft)!;
    await tx.query(
      `update policy_receiver.drafts
       set canonical = $2, digest = $3, revision = $4, held = null where policy = $1`,
      [policy, canonical, digest, revision],
    );
    await keep(tx, { policy, revision, kind: 'autosave', author, digest, canonical });
  }

  /** Takes over what was published elsewhere, where nothing was changed here since. */
  async follow(policy: string, draft: Draft, base: { version: string; digest: string }) {
    await this.database.query(
      `update policy_receiver.drafts
       set canonical = $2, digest = $3, base_version = $4, base_digest = $3,
         revision = revision + 1, authors_since = revision + 1
       where policy = $1 and digest = base_digest`,
      [policy, canonicalize(draft), base.digest, base.version],
    );
    return this.read(policy);
  }

  /** The states a draft was in, the newest first. */
  async revisions(policy: string): Promise<Revision[]> {
    const { rows } = await this.database.query<Revision & { author: string | null }>(
      `select r.revision, r.kind, p.name as author, r.at, r.version, r.digest from (
         select revision, kind, author, at, version, digest from policy_receiver.draft_revisions
         where policy = $1
         union all
         select revision, 'autosave', author, at, null, digest from policy_receiver.draft_autosaves
         where policy = $1
       ) r left join policy_receiver.persons p on p.subject = r.author
       order by r.revision desc, r.kind limit 200`,
      [policy],
    );
    return rows;
  }

  async revision(policy: string, revision: number): Promise<Draft | undefined> {
    const { rows } = await this.database.query<{ canonical: string }>(
      `select canonical from policy_receiver.draft_revisions where policy = $1 and revision = $2
       union all
       select canonical from policy_receiver.draft_autosaves where policy = $1 and revision = $2`,
      [policy, revision],
    );
    return rows[0] && (JSON.parse(rows[0].canonical) as Draft);
  }
}

async function readIn(
  queries: Queries,
  policy: string,
  lock = false,
): Promise<StoredDraft | undefined> {
  const { rows } = await queries.query<Row>(
    `select ${columns}, d.held from ${drafts}
     where d.policy = $1 ${lock ? 'for update of d' : ''}`,
    [policy],
  );
  const [row] = rows;
  if (!row) return undefined;
  const held = row.held === null ? undefined : (JSON.parse(row.held) as Draft);
  return { ...fromRow(row), held };
}
