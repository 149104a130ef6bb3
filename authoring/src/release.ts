/** A release candidate: a draft with all that publishing it will say, so that publishing changes no byte. */
import type { Draft, Json } from './draft.js';
import { prunedTable } from './translation-table.js';

export interface Release {
  /** MAJOR.MINOR */
  readonly version: string;
  /** ISO date */
  readonly date: string;
  /** What changed, for readers. */
  readonly summary: Json;
  /** From when it holds; as it was where nothing is said. */
  readonly effective?: string;
}

interface HistoryEntry {
  readonly version: string;
  readonly date: string;
  readonly summary: Json;
  readonly src?: string;
}

/**
 * @param earlier addresses of the versions published before, for readers who know one of them
 */
export function releaseCandidate(
  draft: Draft,
  { version, date, summary, effective }: Release,
  earlier: Readonly<Record<string, string>> = {},
): Draft {
  const history = ((draft['history'] ?? []) as unknown as readonly HistoryEntry[])
    .filter((entry) => entry.version !== version)
    .map((entry) => {
      const src = earlier[entry.version];
      return src !== undefined && entry.src === undefined ? { ...entry, src } : entry;
    });
  return {
    ...prunedTable(draft),
    version,
    status: 'published',
    ...(effective !== undefined && { effective }),
    history: [{ version, date, summary }, ...history] as unknown as Json,
  };
}
