import type { Queries } from '../database/database.js';

/** A text that was accepted, for ever. */
export interface Version {
  digest: string;
  version: string;
  major: number;
  minor: number;
  status: 'published' | 'withdrawn';
  /** When it was accepted. */
  publishedAt: Date;
  /** It was in force once, or is. */
  shown: boolean;
}

/** The text of a policy that is in force, or the last one that was. */
export interface InForce {
  digest: string;
  version: string;
  major: number;
  minor: number;
  /** Nobody is asked to confirm it. */
  withdrawn: boolean;
  /** Since when. */
  at: Date;
}

/** What is known of one policy. */
export interface Known {
  /** The newest first. */
  versions: Version[];
  /** Nothing where none was put in force yet. */
  current: InForce | undefined;
}

/** Where a version stands beside the one in force. */
export type VersionState = 'accepted' | 'current' | 'earlier' | 'withdrawn';

export async function readKnown(queries: Queries, policy: string): Promise<Known> {
  const { rows } = await queries.query<{ versions: Version[] | null; current: InForce | null }>(
    `select
       (select json_agg(json_build_object(
            'digest', t.digest, 'version', version, 'major', major, 'minor', minor,
            'status', status, 'publishedAt', published_at,
            'shown', exists (select from policy_receiver.publications p where p.digest = t.digest))
          order by major desc, minor desc)
        from policy_receiver.texts t where policy = $1) as versions,
       (select row_to_json(c) from policy_receiver.texts_in_force c where policy = $1) as current`,
    [policy],
  );
  const { versions, current } = rows[0]!;
  return {
    versions: (versions ?? []).map((each) => ({
      ...each,
      publishedAt: new Date(each.publishedAt),
    })),
    current: current ? { ...current, at: new Date(current.at) } : undefined,
  };
}

type Numbered = Pick<Version, 'major' | 'minor'>;

export const isOlder = (one: Numbered, other: Numbered): boolean =>
  one.major < other.major || (one.major === other.major && one.minor < other.minor);

/** Whether an answer to it is taken. Only what is in force retires what was before. */
export function stateOf(version: Numbered, current: InForce | undefined): VersionState {
  if (!current || isOlder(current, version)) return 'accepted';
  if (current.withdrawn) return 'withdrawn';
  if (version.major < current.major) return 'earlier';
  return version.minor === current.minor ? 'current' : 'earlier';
}

/** Texts of a policy that may be confirmed now. */
export interface TakenTexts {
  /** The one in force, or the newest where none is yet. */
  version?: string;
  digests: string[];
}

/** What a page compares its text with before anybody fills in the form; `refuse` has the same rules. */
export function takenTexts({ versions, current }: Known): TakenTexts {
  const taken = versions.filter(
    (each) => stateOf(each, current) !== 'withdrawn' && !(current && each.major < current.major),
  );
  const version = current?.version ?? versions[0]?.version;
  return { ...(version !== undefined && { version }), digests: taken.map(({ digest }) => digest) };
}

/** How many confirmed this MAJOR, are still there, and whose confirmation has not expired. */
export async function countConfirmed(
  queries: Queries,
  policy: string,
  major: number,
  validFor: string | undefined,
): Promise<number> {
  const { rows } = await queries.query<{ count: number }>(
    `select count(*)::int as count
     from (
       select distinct on (subject) subject, act, recorded_at
       from policy_receiver.acknowledgements
       where policy = $1 and major = $2 order by subject, seq desc
     ) latest
     join policy_receiver.persons p using (subject)
     where act = 'acknowledge' and p.left_at is null and p.erased_at is null
       and ($3::interval is null or 
         (recorded_at at time zone 'UTC' + $3::interval) at time zone 'UTC' > now())`,
    [policy, major, validFor ?? null],
  );
  return rows[0]!.count;
}
