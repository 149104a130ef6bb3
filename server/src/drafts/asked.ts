import type { FastifyRequest } from 'fastify';
import type { TranslationService } from '../machine-translation/service.js';
import type { Identify, SignedIn } from '../identity/identity.js';
import { Problem } from '../problem.js';
import type { Publications } from '../publications/publications.js';
import type { Store } from '../records/store.js';
import type { SearchCount } from '../searches/searches.js';
import type { Drafts, StoredDraft } from './drafts.js';
import type { RolesOf } from './roles.js';

export interface StudioOptions {
  drafts: Drafts;
  publications: Publications | undefined;
  /** Who is asked to confirm: the list of people of HR. */
  store: Store;
  identify: Identify;
  rolesOf: RolesOf;
  /** Who may see everyone's answers. */
  mayReview: MayReview;
  /** The site around the studio. */
  home?: string | undefined;
  perMinute: number;
  /** Nothing is published that somebody else than its authors did not approve. */
  fourEyes: boolean;
  /** Where mails go; nothing where none do. */
  mails?: { approversMail?: string | undefined } | undefined;
  now: () => Date;
  /** IANA name: of the days that versions carry, where nobody chose one. */
  timeZone: string;
  /** What empty texts can be filled in by; nothing where the organisation set none. */
  translation?: TranslationService | undefined;
  /** What readers asked and did not find; nothing where that is not counted. */
  searches?: SearchCount | undefined;
}

export type MayReview = (person: SignedIn, request: FastifyRequest) => boolean | Promise<boolean>;

export const studioApi = '/api/studio';

export type Asked = FastifyRequest<{ Params: { policy: string; which: string } }>;

export const notThere = (): Problem =>
  new Problem(404, 'not-found', 'There is no such draft here.');

/** Whoever has one of these roles, or any where none is named. */
export function requireRole(
  request: FastifyRequest,
  rolesOf: RolesOf,
  ...wanted: readonly string[]
): SignedIn {
  const person = request.person!;
  const roles = rolesOf(person);
  if (wanted.length ? wanted.some((role) => roles.has(role)) : roles.size > 0) return person;
  const detail = `This needs the role ${wanted[0] ?? 'write'} in the studio.`;
  throw new Problem(403, 'not-allowed', detail);
}

/** Languages that the candidate leaves out, and that come back into the draft. */
export function leftOutOf({ draft, held }: StoredDraft): string[] {
  const own = draft['languages'] as readonly string[];
  const all = (held?.['languages'] ?? []) as readonly string[];
  return all.filter((lang) => !own.includes(lang));
}

/** What the studio is told of a draft. */
export function toAnswer(stored: StoredDraft, more: Record<string, unknown> = {}) {
  const { draft, revision, digest, baseVersion, baseDigest, updatedAt, updatedBy } = stored;
  const leftOut = leftOutOf(stored);
  return {
    ...{ policy: draft, revision, digest, updatedAt: updatedAt.toISOString() },
    ...(updatedBy !== undefined && { updatedBy }),
    ...(baseVersion !== undefined && { base: { version: baseVersion, digest: baseDigest } }),
    ...(leftOut.length > 0 && { leftOut }),
    ...more,
  };
}
