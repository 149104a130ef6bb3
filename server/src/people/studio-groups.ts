import type { Queries } from '../database/database.js';
import { subjectOf } from '../drafts/subject.js';
import type { Role, RolesOf } from '../drafts/roles.js';
import type { SignedIn } from '../identity/identity.js';
import { personKey } from './person-key.js';

/** Somebody who has a role in the studio, as far as is known here. */
export interface StudioPerson {
  subject: string;
  id: string;
  name: string;
  email: string | null;
  language: string | null;
}

interface Row extends StudioPerson {
  groups: string[] | null;
}

/** Keeps by which groups somebody has roles in the studio; of their other groups, nothing. */
export async function rememberGroups(
  queries: Queries,
  person: SignedIn,
  rolesOf: RolesOf,
): Promise<void> {
  const groups = (person.groups ?? []).filter(
    (group) => rolesOf({ id: '', name: '', groups: [group] }).size > 0,
  );
  if (groups.length === 0) {
    await queries.query(
      `delete from policy_receiver.studio_groups g using policy_receiver.persons p
       where p.subject = g.subject and p.person_id = $1`,
      [person.id],
    );
    return;
  }
  await queries.query(
    `insert into policy_receiver.studio_groups as g (subject, groups) values ($1, $2)
     on conflict (subject) do update set groups = excluded.groups
       where g.groups is distinct from excluded.groups`,
    [await subjectOf(queries, person), groups.sort()],
  );
}

const people = `select p.subject, p.person_id as id, p.name, p.email, p.language, g.groups
  from policy_receiver.persons p left join policy_receiver.studio_groups g on g.subject = p.subject
  where p.person_id is not null and p.left_at is null and p.erased_at is null`;

/** Who has a role: by their id, or by a group that they came to the studio with. */
export async function peopleWith(
  queries: Queries,
  role: Role,
  rolesOf: RolesOf,
): Promise<StudioPerson[]> {
  const grants = rolesOf.grants?.filter((grant) => grant.role === role);
  const { rows } = grants
    ? await queries.query<Row>(`${people} and (p.person_id = any($1) or g.groups && $2)`, [
        grants.flatMap(({ id }) => (id === undefined ? [] : [personKey(id)])),
        grants.flatMap(({ group }) => group ?? []),
      ])
    : await queries.query<Row>(people);
  return rows
    .filter(({ id, name, groups }) => rolesOf({ id, name, groups: groups ?? [] }).has(role))
    .map(({ groups: _groups, ...person }) => person);
}

/** By language, the names of who translates into it, and of groups with an @ before them. */
export async function translatorsIn(
  queries: Queries,
  rolesOf: RolesOf,
): Promise<Record<string, string[]>> {
  const grants = (rolesOf.grants ?? []).filter(({ role }) => role.startsWith('translate:'));
  const found: Record<string, string[]> = {};
  for (const role of new Set(grants.map((grant) => grant.role))) {
    const known = await peopleWith(queries, role, rolesOf);
    const groups = grants.flatMap(({ role: of, group }) =>
      of === role && group !== undefined ? [`@${group}`] : [],
    );
    const names = [...new Set([...known.map(({ name }) => name), ...groups])];
    if (names.length) found[role.slice('translate:'.length)] = names;
  }
  return found;
}

/** Whether who planned something may still publish it; nobody asks this of who was erased. */
export async function mayStillPublish(
  queries: Queries,
  subject: string,
  rolesOf: RolesOf,
): Promise<boolean> {
  const { rows } = await queries.query<{ id: string | null; groups: string[] | null }>(
    `select p.person_id as id, g.groups from policy_receiver.persons p
     left join policy_receiver.studio_groups g on g.subject = p.subject where p.subject = $1`,
    [subject],
  );
  const [row] = rows;
  if (!row || row.id === null) return true;
  return rolesOf({ id: row.id, name: '', groups: row.groups ?? [] }).has('publish');
}
