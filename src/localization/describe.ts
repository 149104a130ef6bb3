import type { BlockId } from '../policy/coverage.js';
import type { Finding, FindingCode } from '../policy/findings.js';
import { explainFinding, loadFindingWords, wordsLanguage } from './findings/words.js';
import { formatsFor } from './formats.js';
import type { LabelLanguage } from './locales.js';

/** The name of a building block: for tools, as `describeFinding`. */
export const describeBlock = async (id: BlockId, lang: LabelLanguage): Promise<string> =>
  (await loadFindingWords(wordsLanguage(lang))).blocks[id];

/** What was found, its cause and its remedy: for tools, outside any element. */
export async function describeFinding(finding: Finding, lang: LabelLanguage): Promise<string> {
  const said = wordsLanguage(lang);
  return explainFinding(finding, await loadFindingWords(said), said);
}

/** Many findings of one kind in one sentence; nothing where there is none for that kind. */
export async function describeMany(
  code: string,
  count: number,
  lang: LabelLanguage,
  subjects: readonly string[] = [],
): Promise<string | undefined> {
  const said = wordsLanguage(lang);
  const { many } = await loadFindingWords(said);
  if (!Object.hasOwn(many, code)) return undefined;
  return many[code as FindingCode]?.(formatsFor(said).number(count), subjects.join('; '));
}
