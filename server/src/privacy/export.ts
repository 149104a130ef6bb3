import { personKey } from '../people/person-key.js';
import type { Database } from '../database/database.js';
import type { AcknowledgementRecord } from '../records/record.js';

/** All that is kept about one person, for that person to have. */
export interface PersonExport {
  exportedAt: Date;
  person: {
    id: string;
    /** The random id under which the evidence and the receipts know this person. */
    subject: string;
    name: string;
    email: string | null;
    language: string | null;
    audience: string[];
    /** When HR's list named them last in a new way; null where they only signed in. */
    listedAt: Date | null;
    leftAt: Date | null;
  };
  acknowledgements: {
    recordedAt: Date;
    record: AcknowledgementRecord;
    receipt: string | null;
  }[];
  reminders: { policy: string; major: number; reason: string; state: string; at: Date }[];
  /** Groups by which this person has a role in the studio. */
  studioGroups: string[];
  /** States of drafts that this person made. */
  drafts: { policy: string; revision: number; kind: string; version: string | null; at: Date }[];
  /** What this person asked for, approved, sent back or published. */
  approvals: {
    policy: string;
    version: string;
    digest: string;
    act: string;
    remark: string | null;
    at: Date;
  }[];
  /** What this person said about texts. */
  comments: { policy: string; words: string; at: Date }[];
  /** Comments of others, or their own, that this person marked as dealt with. */
  resolved: { policy: string; comment: number; at: Date }[];
  /** Links this person made to show a draft. */
  previews: { policy: string; madeAt: Date; endsAt: Date }[];
  /** Versions this person planned, or called off. */
  schedules: { policy: string; version: string; publishAt: Date; state: string; at: Date }[];
  /** Mails about texts that went to this person. */
  notices: { kind: string; policy: string; state: string; at: Date }[];
}

/** Resolves to nothing where nobody has this id. */
export async function exportPerson(
  database: Database,
  personId: string,
): Promise<PersonExport | undefined> {
  // One transaction would not be one moment; the person is read first, and all else hangs on it.
  const { rows } = await database.query<PersonExport['person']>(
    `select coalesce(written_id, person_id) as id, subject, name, email, language, audience,
       listed_at as "listedAt", left_at as "leftAt"
     from policy_receiver.persons where person_id = $1`,
    [personKey(personId)],
  );
  const [person] = rows;
  if (!person) return undefined;
  const acknowledgements = await database.query<PersonExport['acknowledgements'][number]>(
    `select a.recorded_at as "recordedAt", a.receipt,
       a.record || jsonb_strip_nulls(
         jsonb_build_object('reason', r.reason, 'subject', r.page_subject)) as record
     from policy_receiver.acknowledgements a
     left join policy_receiver.remarks r on r.acknowledgement = a.id
     where a.subject = $1 order by a.seq`,
    [person.subject],
  );
  const reminders = await database.query<PersonExport['reminders'][number]>(
    `select policy, major, reason, state, at from policy_receiver.reminders
     where subject = $1 order by id`,
    [person.subject],
  );
  const desk = await atTheDesk(database, person.subject);
  return {
    exportedAt: new Date(),
    person,
    acknowledgements: acknowledgements.rows,
    reminders: reminders.rows,
    ...desk,
  };
}

/** What this person did in the studio. */
async function atTheDesk(
  database: Database,
  subject: string,
): Promise<Omit<PersonExport, 'exportedAt' | 'person' | 'acknowledgements' | 'reminders'>> {
  const drafts = await database.query<PersonExport['drafts'][number]>(
    `select policy, revision, kind, version, at from policy_receiver.draft_revisions
     where author = $1
     union all
     select policy, revision, 'autosave', null, at from policy_receiver.draft_autosaves
     where author = $1
     order by at`,
    [subject],
  );
  const groups = await database.query<{ groups: string[] }>(
    'select groups from policy_receiver.studio_groups where subject = $1',
    [subject],
  );
  const approvals = await database.query<PersonExport['approvals'][number]>(
    `select policy, version, digest, act, remark, at from policy_receiver.approvals
     where person = $1 order by id`,
    [subject],
  );
  const comments = await database.query<PersonExport['comments'][number]>(
    'select policy, words, at from policy_receiver.comments where author = $1 order by id',
    [subject],
  );
  const resolved = await database.query<PersonExport['resolved'][number]>(
    `select policy, id as comment, resolved_at as at from policy_receiver.comments
     where resolved_by = $1 order by id`,
    [subject],
  );
  const previews = await database.query<PersonExport['previews'][number]>(
    `select policy, made_at as "madeAt", ends_at as "endsAt" from policy_receiver.previews
     where made_by = $1 order by id`,
    [subject],
  );
  const schedules = await database.query<PersonExport['schedules'][number]>(
    `select policy, version, publish_at as "publishAt", state, at from policy_receiver.schedules
     where person = $1 or ended_by = $1 order by id`,
    [subject],
  );
  const notices = await database.query<PersonExport['notices'][number]>(
    'select kind, policy, state, at from policy_receiver.notices where subject = $1 order by id',
    [subject],
  );
  return {
    ...{
      studioGroups: groups.rows[0]?.groups ?? [],
      drafts: drafts.rows,
      approvals: approvals.rows,
    },
    ...{ comments: comments.rows, resolved: resolved.rows, previews: previews.rows },
    ...{ schedules: schedules.rows, notices: notices.rows },
  };
}
