/** What somebody's roles make of a screen. */
import { languagesIn } from './policy.js';
import type { DraftSession } from './session.js';

/** The languages that somebody translates into who does not write all of it. */
export function ownLanguages({ roles, draft }: DraftSession): readonly string[] {
  if (roles.has('write')) return [];
  return languagesIn(draft)
    .slice(1)
    .filter((lang) => roles.has(`translate:${lang}`));
}
