/** The version that a changed policy should have, and why. */
import {
  comparePolicies,
  digestText,
  isMaterial,
  translatedTexts,
  type Change,
  type Policy,
} from 'policy-elements';

export interface VersionProposal {
  version: string;
  /** `none`: nothing changed. Only `major` asks everybody to confirm again. */
  kind: 'none' | 'minor' | 'major';
  /** What asks for it, in the policy's first language. */
  reasons: readonly Change[];
  changes: readonly Change[];
}

/**
 * Only what is asked of people makes a MAJOR: something added, removed, or said otherwise in a
 * language it stood in before. A translation that is added, a slip of the pen, an order, a date make
 * a MINOR; so does a text whose unchanged translations were accepted, since it means what it meant.
 */
export function nextVersion(before: Policy, after: Policy): VersionProposal {
  const [first] = after.languages;
  const shared = after.languages.filter((lang) => before.languages.includes(lang));
  const compared = shared.map((lang) => ({ lang, ...comparePolicies(before, after, lang) }));
  const reasons = new Map<string, Change>();
  for (const { lang, changes } of compared) {
    for (const change of changes) {
      if (asks(change, lang, before, after) && !reasons.has(change.id)) {
        reasons.set(change.id, change);
      }
    }
  }
  const own = compared.find(({ lang }) => lang === first)?.changes ?? [];
  const [major = 0, minor = 0] = before.version.split('.').map(Number);
  const all = compared.some(({ changes }) => changes.length > 0) || differs(before, after);
  if (reasons.size > 0) {
    const version = `${major + 1}.0`;
    return { version, kind: 'major', reasons: [...reasons.values()], changes: own };
  }
  return all
    ? { version: `${major}.${minor + 1}`, kind: 'minor', reasons: [], changes: own }
    : { version: before.version, kind: 'none', reasons: [], changes: own };
}

/** Whether anything at all is different, beside what every version says of itself. */
const differs = (before: Policy, after: Policy): boolean => {
  const bare = ({ version: _v, status: _s, history: _h, ...rest }: Policy) => JSON.stringify(rest);
  return bare(before) !== bare(after);
};

function asks(change: Change, lang: string, before: Policy, after: Policy): boolean {
  if (!change.material) return false;
  if (change.change !== 'changed') return true;
  const texts = change.texts.filter((text) => isMaterial(text));
  if (texts.length === 0) return true;
  return texts.some(({ field }) => {
    const at = (policy: Policy) =>
      translatedTexts(policy).filter((each) => each.id === change.id && each.field === field);
    const [old, now] = [at(before), at(after)];
    // What was read in another language before is not said otherwise: it is translated.
    if (old.some((each) => each.lang === lang && each.state === 'missing')) return false;
    return !isSame(old[0]?.source, now[0]?.source, after);
  });
}

/** Every translation of the new text is that of the old one, and was accepted for both. */
function isSame(
  before: string | undefined,
  after: string | undefined,
  { translations }: Policy,
): boolean {
  if (before === undefined || after === undefined || before === after) return false;
  const [old, now] = [translations?.[digestText(before)], translations?.[digestText(after)]];
  return old !== undefined && now !== undefined && JSON.stringify(old) === JSON.stringify(now);
}
