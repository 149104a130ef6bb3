import canonicalize from 'canonicalize';
import { effectiveFrom, type Draft, type Schedule } from '@policy-elements/authoring';
import type { FastifyInstance } from 'fastify';
import { addAct, lockDraft } from '../approvals/approvals.js';
import {
  requireRole,
  studioApi,
  toAnswer,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import {
  behindOf,
  candidateOf,
  moved,
  readWanted,
  requireApproval,
  requirePublishable,
} from '../drafts/candidate.js';
import type { StoredDraft } from '../drafts/drafts.js';
import { draftAnswer, draftProblems, policyParams } from '../drafts/schemas.js';
import { subjectOf } from '../drafts/subject.js';
import type { Person } from '../people/person.js';
import { rememberGroups } from '../people/studio-groups.js';
import { Problem } from '../problem.js';
import type { StoredSchedule } from './schedules.js';
import { scheduleAnswer, scheduleBody } from './schemas.js';
import { dayIn, isTimeZone, momentIn } from './time-zone.js';

const longest = 366 * 24 * 60 * 60 * 1000;

const toTold = ({
  publishAt,
  endedAt,
  revision: _revision,
  policy: _policy,
  ...rest
}: StoredSchedule): Schedule => ({
  ...rest,
  publishAt: publishAt.toISOString(),
  ...(endedAt && { endedAt: endedAt.toISOString() }),
});

async function told({ drafts, publications, rolesOf }: StudioOptions, request: Asked) {
  requireRole(request, rolesOf);
  const { policy } = request.params;
  const [schedule, versions = []] = await Promise.all([
    drafts.schedules.read(policy),
    publications?.versions(policy),
  ]);
  // Why something was not published is told until something is.
  const isOver = versions.some(
    ({ publishedAt }) => schedule?.endedAt && publishedAt > schedule.endedAt,
  );
  return { schedule: schedule && !isOver ? toTold(schedule) : null };
}

interface Body {
  at: string;
  timeZone: string;
  effective?: string;
}

function readTime({ at, timeZone }: Body, now: Date): Date {
  if (!isTimeZone(timeZone)) {
    throw new Problem(
      400,
      'bad-request',
      'This is no time zone: use a name like Europe/Brussels.',
      '/timeZone',
    );
  }
  const publishAt = new Date(at);
  const ahead = publishAt.getTime() - now.getTime();
  if (ahead > 0 && ahead <= longest) return publishAt;
  const detail = 'Choose a time that is still to come, within a year. Or publish it now.';
  throw new Problem(400, 'bad-request', detail, '/at');
}

/** The candidate as it will say of itself on its day. */
async function candidateFor(
  options: StudioOptions,
  request: Asked,
  person: Person,
  publishAt: Date,
) {
  const { drafts, publications } = options;
  const { policy } = request.params;
  const { at: _at, timeZone, effective, ...body } = request.body as Body & { version: string };
  const date = dayIn(publishAt, timeZone);
  const newest = (await publications?.versions(policy))?.[0];
  const published = newest && ((await publications!.source(policy, newest.version)) as Draft);
  const draft = (await drafts.read(policy))?.draft ?? {};
  const from = effective ?? effectiveFrom(draft, published, { version: body.version, date });
  const release = { ...body, date, ...(from !== undefined && { effective: from }) };
  const wanted = { ...readWanted(policy, release), stops: 'replaced' as const };
  const { stored } = await candidateOf(options, wanted, person, async (before, candidate) => {
    await requireApproval(options, before, candidate);
    await requirePublishable(options, candidate, 'new');
  });
  return { stored, fallback: behindOf(stored.draft) };
}

/** Keeps what was looked at, and when it is to be published: one time for a policy. */
async function plan(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, publications, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'publish');
  const { timeZone } = request.body as Body;
  const publishAt = readTime(request.body as Body, options.now());
  const { stored, fallback } = await candidateFor(options, request, person, publishAt);
  const { policy, revision, digest, draft, held } = stored;
  const text = { policy, revision, digest, version: draft['version'] as string };
  await drafts.transaction(async (tx) => {
    const now = await lockDraft(tx, policy);
    if (now?.digest !== digest || now.revision !== revision) throw moved();
    // What was approved a moment ago may have been sent back since.
    if (fourEyes && !(await drafts.approvals.covers(policy, digest, tx))) {
      throw new Problem(409, 'not-approved', 'Nobody else has approved this text as it is.');
    }
    const subject = await subjectOf(tx, person);
    await rememberGroups(tx, person, rolesOf);
    await drafts.schedules.cancel(tx, policy, subject);
    const canonical = canonicalize(draft)!;
    const planned = { ...text, canonical, leavesOut: held !== undefined, fallback };
    if (!(await drafts.schedules.add(tx, { ...planned, publishAt, timeZone }, subject))) {
      throw new Problem(409, 'not-publishable', 'A version is being published this moment.');
    }
    const remark = momentIn(publishAt, timeZone);
    await addAct(tx, { ...text, act: 'scheduled', remark, fourEyes }, subject);
  });
  return answer(options, stored, { published: await publications!.versions(policy) });
}

async function answer(
  { drafts }: StudioOptions,
  stored: StoredDraft,
  more: Record<string, unknown>,
) {
  const { policy } = stored;
  const [approval, at] = await Promise.all([
    drafts.approvals.state(policy),
    drafts.schedules.waiting(policy),
  ]);
  return toAnswer(stored, { ...more, approval, ...(at && { scheduled: at.toISOString() }) });
}

async function callOff(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'publish');
  const { policy } = request.params;
  await drafts.transaction(async (tx) => {
    // A time that comes this moment waits for this, and this for it.
    await lockDraft(tx, policy);
    const subject = await subjectOf(tx, person);
    const ended = await drafts.schedules.cancel(tx, policy, subject);
    if (!ended) throw new Problem(409, 'not-scheduled', 'No version waits to be published.');
    await addAct(tx, { policy, ...ended, act: 'unscheduled', fourEyes }, subject);
  });
  return told(options, request);
}

/** Publishing at a time. Stands within the studio's plugin, behind its sign-in. */
export async function scheduling(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const url = `${studioApi}/policies/:policy/schedule`;
  const params = policyParams;
  app.get(
    url,
    {
      schema: {
        summary: 'When a version will be published by itself, or why it was not',
        ...{ params, response: { 200: scheduleAnswer, ...draftProblems } },
      },
    },
    (request: Asked) => told(options, request),
  );
  app.put(
    url,
    {
      schema: {
        summary: 'Publish the draft as it was looked at, at a time; or at another time',
        description:
          'The draft becomes the release candidate, dated on that day. Any change to it, or the end ' +
          'of its approval, ends this: then nothing is published.',
        ...{ params, body: scheduleBody, response: { 200: draftAnswer, ...draftProblems } },
      },
    },
    (request: Asked) => plan(options, request),
  );
  app.delete(
    url,
    {
      schema: {
        summary: 'Call off what was to be published at a time',
        ...{ params, response: { 200: scheduleAnswer, ...draftProblems } },
      },
    },
    (request: Asked) => callOff(options, request),
  );
}
