import { digestText, readPolicy, textsOf, translatedTexts } from 'policy-elements';
import type { Draft } from '@policy-elements/authoring';
import type { Drafts } from './drafts.js';
import { lastRevisions } from './revisions.js';

/** A text, and what its source was when it was translated. */
export interface EarlierSource {
  /** Empty for the policy itself. */
  id: string;
  field: string;
  text: string;
}

type Kept = { text?: unknown } | readonly { text?: unknown }[] | undefined;

/** Whether a draft says that a translation was made of this text; true where it says nothing. */
function isMadeOf(draft: Draft, source: string, lang: string, target: string): boolean {
  const table = draft['translations'] as Record<string, Record<string, Kept>> | undefined;
  if (!table) return true;
  const kept = [table[digestText(source)]?.[lang] ?? []].flat();
  const digest = digestText(target);
  return kept.some(({ text }) => text === digest);
}

// As far back as somebody who translates remembers; each state is read as a whole.
const states = 60;

/**
 * What the translations into a language that are behind were made of, as far as it is still kept. The
 * place of a text in a list may have changed since: it is found by its translation.
 */
export async function earlierSources(
  drafts: Drafts,
  policy: string,
  lang: string,
): Promise<EarlierSource[]> {
  const draft = (await drafts.read(policy))?.draft;
  const read = draft && readPolicy(draft).policy;
  if (!draft || !read) return [];
  const [first = 'en'] = read.languages;
  const open = translatedTexts(read).filter((each) => each.lang === lang && each.state === 'stale');
  const found = new Map<(typeof open)[number], string>();
  for (const revision of open.length ? await lastRevisions(drafts.database, policy, states) : []) {
    const earlier = await drafts.revision(policy, revision);
    if (!earlier) continue;
    const sources = new Map<string, string>();
    for (const { id, text } of textsOf(earlier)) {
      if (typeof text === 'string') continue;
      const [source, target] = [text[first], text[lang]];
      if (source && target && isMadeOf(earlier, source, lang, target)) {
        sources.set(`${id} ${target}`, source);
      }
    }
    for (const each of open) {
      const source = sources.get(`${each.id} ${each.text}`);
      if (source !== undefined && source !== each.source && !found.has(each)) {
        found.set(each, source);
      }
    }
    if (found.size === open.length) break;
  }
  return [...found].map(([{ id, field }, text]) => ({ id: id === policy ? '' : id, field, text }));
}
