import { resolveText, type Policy } from 'policy-elements';
import type { Draft } from '@policy-elements/authoring';
import type { Queries } from '../database/database.js';
import type { Drafts } from '../drafts/drafts.js';
import type { RolesOf } from '../drafts/roles.js';
import { noticeIn, stoppedBecause, type NoticeKind } from '../messages/notices.js';
import { peopleWith } from '../people/studio-groups.js';
import type { PageLanguage } from '../messages/labels.js';
import type { Publications } from '../publications/publications.js';
import { mailLanguage, oneLine } from '../reminders/mail.js';
import { dayIn } from '../schedule/time-zone.js';

export interface NoticeOptions {
  database: Queries;
  drafts: Drafts;
  publications: Publications;
  rolesOf: RolesOf;
  fourEyes: boolean;
  timeZone: string;
  /** Where the studio stands, for links; nothing where nobody said so. */
  studioUrl?: string | undefined;
  /** A mailbox of those who approve, told as well. */
  approversMail?: string | undefined;
  /** So many days before the review date, its owner is told. */
  reviewDays: readonly number[];
}

/** Nobody is mailed twice about the same. */
export interface NoticeKey {
  kind: NoticeKind;
  policy: string;
  /** The number of an approval or a schedule, or a date. */
  about: string;
  /** Nothing where it goes to an address that is nobody’s in person. */
  subject: string | null;
}

export const keyOf = ({ kind, policy, about, subject }: NoticeKey): string =>
  [kind, policy, subject, about].join(' ');

/** A mail that is due, once. */
export interface Notice extends NoticeKey {
  to: string;
  name: string;
  lang: PageLanguage;
  mail: { subject: string; text: string };
}

interface Recipient {
  subject: string | null;
  name: string;
  email: string;
  language: string | null | undefined;
}

interface Fact {
  kind: NoticeKind;
  policy: string;
  about: string;
  version?: string;
  remark?: string | null;
  when?: (lang: PageLanguage) => string;
  why?: (lang: PageLanguage) => string;
}

// What is older is no news; three days are a weekend.
const recent = `clock_timestamp() - interval '3 days'`;

const people = `select subject, person_id as id, name, email, language from policy_receiver.persons
  where email is not null and left_at is null and erased_at is null`;

/** Those with an address who may approve, by their id or by a group they came to the studio with. */
async function approvers(
  { database, rolesOf, drafts, fourEyes, approversMail }: NoticeOptions,
  policy: string,
  asker: string,
) {
  const found: Recipient[] = [];
  for (const person of await withAddress(database, 'approve', rolesOf)) {
    if (person.subject === asker) continue;
    if (fourEyes && (await drafts.approvals.isAuthor(policy, person))) continue;
    found.push(person);
  }
  const box = { subject: null, name: '', email: approversMail!, language: undefined };
  return approversMail === undefined ? found : [...found, box];
}

const withAddress = async (
  database: Queries,
  role: 'approve' | 'publish',
  rolesOf: RolesOf,
): Promise<(Recipient & { id: string })[]> =>
  (await peopleWith(database, role, rolesOf)).flatMap(({ email, ...person }) =>
    email === null ? [] : [{ ...person, email }],
  );

async function personBy(database: Queries, subject: string): Promise<Recipient[]> {
  const { rows } = await database.query<Recipient>(`${people} and subject = $1`, [subject]);
  return rows;
}

function toNotice(fact: Fact, to: Recipient, draft: Draft, studioUrl: string | undefined): Notice {
  const { kind, policy, about, version = '', remark, when, why } = fact;
  const languages = (draft['languages'] ?? []) as string[];
  const lang = mailLanguage([to.language, ...languages]);
  const read = (text: unknown): string =>
    oneLine(resolveText(text as Policy['title'], lang, languages)?.text ?? policy);
  const { organisation } = draft as unknown as Policy;
  const name = oneLine(to.name);
  const { subject, paragraphs } = noticeIn(lang, kind, {
    ...{ name, title: read(draft['title']), organisation: read(organisation?.name), version },
    link: studioUrl === undefined ? '' : new URL(`p/${policy}/publish`, studioUrl).href,
    // Lines stay; nothing else that steers.
    remark: (remark ?? '').replace(/[^\P{Cc}\n]/gu, ' ').trim(),
    ...{ when: when?.(lang) ?? '', why: why?.(lang) ?? '' },
  });
  return {
    ...{ kind, policy, about, subject: to.subject, to: to.email, name, lang },
    mail: { subject, text: `${paragraphs.join('\n\n')}\n` },
  };
}

/** Approval that is asked for and waits, and what was decided. */
async function aboutApprovals(options: NoticeOptions): Promise<[Fact, Recipient[]][]> {
  const { database } = options;
  const { rows } = await database.query<{
    id: number;
    policy: string;
    act: 'requested' | 'approved' | 'rejected';
    version: string;
    remark: string | null;
    person: string;
    asker: string;
  }>(
    `select a.id, a.policy, a.act, a.version, a.remark, a.person, r.person as asker
     from policy_receiver.approvals a
     join lateral (
       select person from policy_receiver.approvals r
       where r.policy = a.policy and r.revision = a.revision and r.digest = a.digest
         and r.act = 'requested' and r.id <= a.id order by id desc limit 1) r on true
     join policy_receiver.drafts d on d.policy = a.policy
     where a.at > ${recent} and a.act in ('requested', 'approved', 'rejected')
       and (a.act <> 'requested' or (d.revision = a.revision and d.digest = a.digest and not exists (
         select from policy_receiver.approvals l
         where l.policy = a.policy and l.revision = a.revision and l.id > a.id)))
     order by a.id`,
  );
  return Promise.all(
    rows.map(async ({ id, act, person, asker, ...rest }): Promise<[Fact, Recipient[]]> => {
      const kind = act === 'requested' ? 'approval-asked' : act;
      const fact = { ...rest, kind, about: String(id) } as const;
      if (act === 'requested') return [fact, await approvers(options, rest.policy, asker)];
      // Who decided themselves knows.
      return [fact, person === asker ? [] : await personBy(database, asker)];
    }),
  );
}

async function aboutSchedules({
  database,
  rolesOf,
}: NoticeOptions): Promise<[Fact, Recipient[]][]> {
  const { rows } = await database.query<{
    id: number;
    policy: string;
    version: string;
    reason: string;
    publishAt: Date;
    timeZone: string;
    person: string;
  }>(
    `select id, policy, version, reason, publish_at as "publishAt", time_zone as "timeZone", person
     from policy_receiver.schedules
     where state = 'stopped' and reason <> 'replaced' and ended_at > ${recent} order by id`,
  );
  return Promise.all(
    rows.map(async (row): Promise<[Fact, Recipient[]]> => {
      const { id, policy, version, reason, publishAt, timeZone, person } = row;
      const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
      const when = (lang: string): string =>
        `${new Intl.DateTimeFormat(lang, format).format(publishAt)} (${timeZone})`;
      const why = (lang: PageLanguage): string => stoppedBecause(lang, reason);
      const fact = {
        kind: 'not-published',
        policy,
        about: String(id),
        version,
        when,
        why,
      } as const;
      const planner = await personBy(database, person);
      if (reason !== 'not-allowed') return [fact, planner];
      // Who planned it can do nothing about it.
      const others = await withAddress(database, 'publish', rolesOf);
      return [fact, [...planner, ...others.filter(({ subject }) => subject !== person)]];
    }),
  );
}

const dayLength = 24 * 60 * 60 * 1000;

// An owner who was not told on the day itself is told later, but not for ever.
const late = -30;

async function aboutReview(
  options: NoticeOptions,
  now: Date,
): Promise<[Fact, Recipient[], Draft][]> {
  const { publications, reviewDays, timeZone } = options;
  if (reviewDays.length === 0) return [];
  const today = Date.parse(dayIn(now, timeZone));
  const due: [Fact, Recipient[], Draft][] = [];
  for (const { policy: id } of await publications.policies()) {
    const policy = await publications.current(id);
    const owner = policy?.contacts?.find((contact) => contact.id === policy.owner);
    if (!policy?.reviewBy || !owner?.email) continue;
    const at = Date.parse(policy.reviewBy);
    const left = Math.round((at - today) / dayLength);
    const step = [...reviewDays].sort((a, b) => a - b).find((days) => left <= days);
    if (step === undefined || left < late) continue;
    const when = (lang: string): string =>
      new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
    const name = resolveText(owner.name, policy.languages[0]!, policy.languages)?.text ?? '';
    const language = owner.languages?.[0];
    due.push([
      { kind: 'review', policy: id, about: `${policy.reviewBy} ${step}`, when },
      [{ subject: null, name, email: owner.email, language }],
      policy as unknown as Draft,
    ]);
  }
  return due;
}

/** Every mail that is due, but for those that were tried before. */
export async function dueNotices(
  options: NoticeOptions,
  now: Date,
  isTried: (key: NoticeKey) => boolean,
): Promise<Notice[]> {
  const { drafts, studioUrl } = options;
  const notices: Notice[] = [];
  const facts: [Fact, Recipient[], Draft?][] = [
    ...(await aboutApprovals(options)),
    ...(await aboutSchedules(options)),
    ...(await aboutReview(options, now)),
  ];
  for (const [fact, recipients, policy] of facts) {
    const open = recipients.filter(({ subject }) => !isTried({ ...fact, subject }));
    if (open.length === 0) continue;
    const draft = policy ?? (await drafts.read(fact.policy))?.draft;
    if (draft) notices.push(...open.map((to) => toNotice(fact, to, draft, studioUrl)));
  }
  return notices;
}
