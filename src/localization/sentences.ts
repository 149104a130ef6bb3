import type { Finding } from '../policy/findings.js';
import type { Localization } from './localization.js';

// Only a policy with faults needs the sentences about them.
let sentences: typeof import('./findings.js') | undefined;
let loading: Promise<void> | undefined;

/** Resolves when findings can be told, or cannot; nothing where they can be already. */
export const loadSentences = (): Promise<void> | undefined =>
  sentences
    ? undefined
    : (loading ??= import('./findings.js').then(
        (module) => void (sentences = module),
        () => undefined,
      ));

/**
 * What was found, in a sentence. While the sentences are not there it is nothing, and the element
 * that wants to tell is drawn again when they come.
 */
export function tell(finding: Finding, l10n: Localization): string {
  if (sentences) return sentences.sentence(finding, l10n);
  void loadSentences()?.then(() => sentences && l10n.drawAgain());
  return '';
}
