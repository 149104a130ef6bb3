import type { Draft, StopReason } from '@policy-elements/authoring';
import { lockDraft } from '../approvals/approvals.js';
import { requireChoice } from '../drafts/candidate.js';
import type { Drafts } from '../drafts/drafts.js';
import type { RolesOf } from '../drafts/roles.js';
import { mayStillPublish } from '../people/studio-groups.js';
import { Problem } from '../problem.js';
import { PublishError, type Publications } from '../publications/publications.js';
import { isOlder } from '../publications/versions.js';
import type { DueSchedule } from './schedules.js';

export interface PublishDueOptions {
  drafts: Drafts;
  publications: Publications;
  fourEyes: boolean;
  /** What people may do in the studio; without it, nobody is asked. */
  rolesOf?: RolesOf | undefined;
}

/** What stands in the way of a text whose time has come, apart from its draft. */
async function obstacle({ publications }: PublishDueOptions, due: DueSchedule, candidate: Draft) {
  const { versions, current } = await publications.known(due.policy);
  if (versions.some(({ digest }) => digest === due.digest)) return undefined;
  const [major = 0, minor = 0] = due.version.split('.').map(Number);
  if (current && isOlder({ major, minor }, current)) return 'older-version';
  try {
    requireChoice(candidate, due, versions[0]);
    await publications.accept(candidate, { dryRun: true });
  } catch (error) {
    return reasonOf(error);
  }
  return undefined;
}

function reasonOf(error: unknown): StopReason {
  if (error instanceof Problem && error.code === 'languages-behind') return error.code;
  if (!(error instanceof PublishError)) throw error;
  return error.code === 'version-taken' ? error.code : 'not-publishable';
}

/**
 * Takes it on, as long as the draft is still what was looked at: a change that is saved before this
 * ends it, and one that is saved after it belongs to the next version.
 */
async function claim(
  { drafts, fourEyes, rolesOf }: PublishDueOptions,
  due: DueSchedule,
): Promise<boolean> {
  if (due.isClaimed) return true;
  const { id, policy, digest, revision } = due;
  return drafts.transaction(async (tx) => {
    const draft = await lockDraft(tx, policy);
    if (draft?.digest !== digest || draft.revision !== revision) {
      await drafts.schedules.stop(id, 'draft-changed', tx);
      return false;
    }
    if (fourEyes && !(await drafts.approvals.covers(policy, digest, tx))) {
      await drafts.schedules.stop(id, 'not-approved', tx);
      return false;
    }
    if (rolesOf && due.checksRole && !(await mayStillPublish(tx, due.subject, rolesOf))) {
      await drafts.schedules.stop(id, 'not-allowed', tx);
      return false;
    }
    return drafts.schedules.claim(tx, id);
  });
}

/** Publishes one whose time has come; what was cut off in the middle is done again from the start. */
async function publishOne(options: PublishDueOptions, due: DueSchedule): Promise<void> {
  const { drafts, publications, fourEyes } = options;
  const candidate = JSON.parse(due.canonical) as Draft;
  if (!(await claim(options, due))) return;
  const reason = await obstacle(options, due, candidate);
  if (reason !== undefined) return drafts.schedules.stop(due.id, reason);
  try {
    await publications.publish(candidate);
  } catch (error) {
    return drafts.schedules.stop(due.id, reasonOf(error));
  }
  return drafts.published({ ...due, fourEyes }, due);
}

/** Publishes what is due at a moment. One that fails leaves the others alone, and is tried again. */
export async function publishDue(options: PublishDueOptions, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const due of await options.drafts.schedules.due(now)) {
    await publishOne(options, due).catch((error: unknown) => failures.push(error));
  }
  if (failures.length)
    throw new AggregateError(failures, 'A version that is due was not published');
}
