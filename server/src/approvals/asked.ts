import type { StudioOptions } from '../drafts/asked.js';
import { peopleWith } from '../people/studio-groups.js';

/** Who hears by mail that approval was asked for, and who does not. */
export interface ToldOf {
  /** Names of people, or an address. */
  mailed: string[];
  /** Names of people, and of groups with an @ before them: who asks tells them. */
  others: string[];
}

export async function toldOf(
  { drafts, rolesOf, fourEyes, mails }: StudioOptions,
  policy: string,
): Promise<ToldOf> {
  const { approvals, database } = drafts;
  const asker = await approvals.askerOf(policy);
  const known = await peopleWith(database, 'approve', rolesOf);
  const mailed = mails?.approversMail === undefined ? [] : [mails.approversMail];
  const others: string[] = [];
  for (const person of known) {
    if (person.subject === asker) continue;
    if (fourEyes && (await approvals.isAuthor(policy, person))) continue;
    if (mails && person.email) mailed.push(person.name);
    else others.push(person.name);
  }
  const groups = rolesOf.grants?.flatMap(({ role, group }) =>
    role === 'approve' && group !== undefined ? [`@${group}`] : [],
  );
  return { mailed, others: [...new Set([...others, ...(groups ?? [])])] };
}
