import type { Edit } from '@policy-elements/authoring';
import { TEXT_FIELD_NAMES } from './text-fields.js';
import type { SignedIn } from '../identity/identity.js';
import { isSamePerson } from '../people/person-key.js';

/** `translate:fr` may write one language, and only where there is something to translate. */
export type Role = 'write' | 'approve' | 'publish' | `translate:${string}`;

/** Who has a role: a person by id, or everybody of a group. */
export interface Grant {
  role: Role;
  id?: string;
  group?: string;
}

const ROLE = /^(write|approve|publish|translate:[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)=(@?)(.+)$/;

/** Reads one of `write=nora.peeters`, `translate:fr=@translators`. */
export function readGrant(text: string): Grant {
  const [, role, , at, name] = ROLE.exec(text) ?? [];
  if (role === undefined || name === undefined) {
    throw new Error(
      'must be like write=some.person, translate:fr=@some-group, publish=@some-group',
    );
  }
  return { role: role as Role, ...(at ? { group: name } : { id: name }) };
}

export interface RolesOf {
  (person: SignedIn): ReadonlySet<string>;
  /** As they were set; nothing where roles come from elsewhere. */
  readonly grants?: readonly Grant[];
}

export function rolesFrom(grants: readonly Grant[]): RolesOf {
  const rolesOf = ({ id, groups = [] }: SignedIn): ReadonlySet<string> =>
    new Set(
      grants
        .filter(
          (grant) =>
            (grant.id !== undefined && isSamePerson(grant.id, id)) ||
            (grant.group && groups.includes(grant.group)),
        )
        .map(({ role }) => role),
    );
  return Object.assign(rolesOf, { grants });
}

/** In a demo everybody may do everything. */
export const everyRole: RolesOf = () => new Set(['write', 'approve', 'publish']);

/** Whether somebody with these roles may make this change. */
export function mayEdit(roles: ReadonlySet<string>, edit: Edit, first: string): boolean {
  if (roles.has('write')) return true;
  if (edit.kind !== undefined && edit.kind !== 'set') return false;
  if (edit.lang === undefined || edit.lang === first || edit.sameMeaning) return false;
  // The field itself, or the last name of a path like `steps.2` or `options.0.label`.
  const name = edit.field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const isText = typeof edit.value === 'string' || edit.value === null || name === 'keywords';
  return isText && TEXT_FIELD_NAMES.has(name) && roles.has(`translate:${edit.lang}`);
}
