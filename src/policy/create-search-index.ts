/** An index with what is known of its language; both are fetched when somebody searches. */
import type { Policy } from './schema.js';
import type { SearchLanguage } from './search-language.js';
import type { SearchIndex } from './search.js';

const LANGUAGES: ReadonlyMap<string, () => Promise<{ default: SearchLanguage }>> = new Map([
  ['nl', () => import('./search-nl.js')],
  ['fr', () => import('./search-fr.js')],
  ['en', () => import('./search-en.js')],
]);

/** The texts of a policy in one language (BCP 47), ready to be searched. */
export async function createSearchIndex(policy: Policy, lang: string): Promise<SearchIndex> {
  const [{ SearchIndex }, language] = await Promise.all([
    import('./search.js'),
    LANGUAGES.get(lang.toLowerCase().split('-', 1)[0]!)?.(),
  ]);
  return new SearchIndex(policy, lang, language?.default);
}
