import type { Draft } from '@policy-elements/authoring';
import type { Queries } from '../database/database.js';

export interface Revision {
  revision: number;
  kind: 'created' | 'published' | 'restored' | 'autosave';
  /** Nothing where the person was erased. */
  author: string | undefined;
  at: Date;
  version: string | undefined;
  digest: string;
}

// Within this time, one person's autosaves are one.
const autosaveEvery = '5 minutes';

/** The last publication up to a revision that had all the languages of this text; 0 for none. */
export async function publishedBefore(tx: Queries, policy: string, revision: number, draft: Draft) {
  const { rows } = await tx.query<{ revision: number; canonical: string }>(
    `select revision, canonical from policy_receiver.draft_revisions
     where policy = $1 and kind = 'published' and revision <= $2 order by revision desc limit 20`,
    [policy, revision],
  );
  const languagesOf = (of: Draft): readonly string[] =>
    (of['languages'] ?? []) as readonly string[];
  const full = rows.find(({ canonical }) => {
    const had = languagesOf(JSON.parse(canonical) as Draft);
    return languagesOf(draft).every((lang) => had.includes(lang));
  });
  return full?.revision ?? 0;
}

interface Kept {
  policy: string;
  revision: number;
  kind: Revision['kind'];
  author: string;
  digest: string;
  canonical: string;
  version?: string;
}

/** The numbers of the newest states that are kept, the newest first. */
export async function lastRevisions(tx: Queries, policy: string, most: number): Promise<number[]> {
  const { rows } = await tx.query<{ revision: number }>(
    `select distinct revision from (
       select revision from policy_receiver.draft_revisions where policy = $1
       union all
       select revision from policy_receiver.draft_autosaves where policy = $1
     ) r order by revision desc limit $2`,
    [policy, most],
  );
  return rows.map(({ revision }) => revision);
}

export async function wrote(tx: Queries, policy: string, author: string, revision: number) {
  await tx.query(
    `insert into policy_receiver.draft_authors (policy, author, revision) values ($1, $2, $3)
     on conflict (policy, author) do update set revision = excluded.revision`,
    [policy, author, revision],
  );
}

export async function keep(tx: Queries, { policy, revision, kind, ...kept }: Kept): Promise<void> {
  const { author, digest, canonical, version = null } = kept;
  if (kind !== 'autosave') {
    await tx.query(
      `insert into policy_receiver.draft_revisions
         (policy, revision, kind, author, digest, canonical, version)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [policy, revision, kind, author, digest, canonical, version],
    );
    return;
  }
  // The first of a while stays: what follows it within that while is one with the newest. What
  // somebody decided about stays too: they are shown what was changed since.
  await tx.query(
    `delete from policy_receiver.draft_autosaves a
     where a.policy = $1 and a.author = $2 and a.at > clock_timestamp() - interval '${autosaveEvery}'
       and exists (select 1 from policy_receiver.draft_autosaves earlier
                   where earlier.policy = a.policy and earlier.author = a.author
                     and earlier.revision < a.revision
                     and earlier.at > clock_timestamp() - interval '${autosaveEvery}')
       and not exists (select from policy_receiver.approvals p
                       where p.policy = a.policy and p.revision = a.revision)`,
    [policy, author],
  );
  await tx.query(
    `insert into policy_receiver.draft_autosaves (policy, revision, author, digest, canonical)
     values ($1, $2, $3, $4, $5)`,
    [policy, revision, author, digest, canonical],
  );
}
