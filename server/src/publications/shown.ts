import {
  countLanguages,
  coversOf,
  digestShown,
  resolveText,
  shownTexts,
  textsOf,
  type Policy,
} from 'policy-elements';
import { LRUCache } from 'lru-cache';
import type { AcknowledgementRecord } from '../records/record.js';

/** What a reader of one language in one audience sees. */
interface Shown {
  shown: string;
  languages: Record<string, number>;
  statement: string;
}

const sameCounts = (one: Record<string, number>, other: Record<string, number>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([lang, count]) => other[lang] === count);

/** One published text, and what its readers see of it. */
export class Published {
  readonly policy: Policy;
  /** The text itself, canonical (RFC 8785); empty where only what is shown is asked for. */
  readonly canonical: string;
  /** The languages a reader may see it in. */
  readonly #languages: readonly string[];
  readonly #audiences: ReadonlySet<string>;
  readonly #shown = new LRUCache<string, Shown>({ max: 200 });

  constructor(policy: Policy, canonical = '') {
    this.policy = policy;
    this.canonical = canonical;
    this.#languages = languagesOf(policy);
    this.#audiences = new Set(policy.audiences?.map(({ id }) => id));
  }

  /** The first part of the record that nobody saw in this text; nothing where it is all true. */
  untrue(record: AcknowledgementRecord): 'version' | 'act' | 'covers' | 'shown' | undefined {
    const { acknowledgement, version } = this.policy;
    if (record.version !== version) return 'version';
    if (!acknowledgement || acknowledgement.acts?.includes(record.act) === false) return 'act';
    const { covers = 'all' } = record;
    // Who confirms all of a text confirms its core as well; the other way round nobody does.
    if (covers === 'core' && coversOf(this.policy) !== 'core') return 'covers';
    // Ids that the policy does not know choose nothing: they must not fill the cache.
    const audience = record.audience.filter((id) => this.#audiences.has(id));
    const isSeen = this.#languages.some((lang) => {
      const seen = this.#shownIn(lang, [...new Set(audience)].sort(), covers);
      return (
        seen.shown === record.shown &&
        seen.statement === record.statement &&
        sameCounts(seen.languages, record.languages)
      );
    });
    // Somebody who chose only what does not exist is shown something else than everybody is.
    return isSeen && (audience.length > 0 || record.audience.length === 0) ? undefined : 'shown';
  }

  #shownIn(lang: string, audience: readonly string[], covers: 'all' | 'core'): Shown {
    const key = [covers, lang, ...audience].join(' ');
    const known = this.#shown.get(key);
    if (known) return known;
    const { policy } = this;
    const shown = shownTexts(policy, { lang, audience, covers });
    const statement = resolveText(policy.acknowledgement?.statement, lang, policy.languages);
    const result: Shown = {
      shown: digestShown(shown),
      languages: countLanguages(shown),
      statement: statement?.text ?? '',
    };
    this.#shown.set(key, result);
    return result;
  }
}

/** Those it says it has, and those it has. */
function languagesOf(policy: Policy): string[] {
  const all = new Set(policy.languages);
  for (const { text } of textsOf(policy)) {
    if (typeof text === 'object') for (const lang of Object.keys(text)) all.add(lang);
  }
  return [...all].slice(0, 50);
}
