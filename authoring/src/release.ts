/** A release candidate: a draft with all that publishing it will say, so that publishing changes no byte. */
import type { Draft, Json } from './draft.js';
import { prunedTable, withCurrent } from './translation-table.js';

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
  const next = {
    ...prunedTable(draft),
    version,
    status: 'published',
    ...(effective !== undefined && { effective }),
    history: [{ version, date, summary }, ...history] as unknown as Json,
  };
  return withCurrent(next, summary);
}

const majorOf = (version: unknown): number => Number(String(version).split('.')[0]);

/**
 * From when a version holds that will be published on a day: as its author says, where that was
 * written for this version; else from that day, where it says something new.
 */
export function effectiveFrom(
  draft: Draft,
  published: Draft | undefined,
  { version, date }: Pick<Release, 'version' | 'date'>,
): string | undefined {
  const own = draft['effective'] as string | undefined;
  const history = (draft['history'] ?? []) as unknown as readonly HistoryEntry[];
  // As a candidate it named a day already.
  const day = history.find((entry) => entry.version === version)?.date;
  const isNew = published === undefined || majorOf(version) > majorOf(published['version']);
  if (!isNew || day === date) return own;
  const isWritten = own !== undefined && own !== published?.['effective'] && own !== day;
  return isWritten ? own : date;
}

const WITHDRAWN: Readonly<Record<string, string>> = {
  nl: 'Ingetrokken.',
  fr: 'Retirée.',
  de: 'Zurückgezogen.',
  en: 'Withdrawn.',
};

/** The version that says that a policy applies no longer: the same text, and nothing else new. */
export function withdrawnVersion(
  published: Draft,
  { version, date }: Pick<Release, 'version' | 'date'>,
  earlier: Readonly<Record<string, string>> = {},
): Draft {
  const [first = 'en', ...others] = (published['languages'] ?? []) as readonly string[];
  const said = (lang: string) => WITHDRAWN[lang.split('-')[0]!.toLowerCase()];
  const summary = Object.fromEntries([
    [first, said(first) ?? WITHDRAWN['en']!],
    ...others.flatMap((lang) => (said(lang) === undefined ? [] : [[lang, said(lang)!]])),
  ]) as Readonly<Record<string, string>>;
  return {
    ...releaseCandidate(published, { version, date, summary }, earlier),
    status: 'withdrawn',
  };
}
