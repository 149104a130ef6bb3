/** Finding what of a policy answers a question, in the words of who asks. */
import { editDistance } from './edit-distance.js';
import type { Policy } from './schema.js';
import { documentsOf, type HitKind, type SearchDocument } from './search-documents.js';
import { ANY_LANGUAGE, PLATFORM_NAMES, type SearchLanguage } from './search-language.js';
import { passageOf, type Marks } from './search-passage.js';
import { TermIndex } from './search-terms.js';
import { Analyser, partsOf, tokensOf, wordsIn } from './search-words.js';
import { resolveText } from './text.js';

/** An item that was found. */
export interface Hit {
  id: string;
  kind: HitKind;
  /** Title, name or question, in the reader's language; empty for the form and the history. */
  title: string;
  /** Title of the section it stands in, where it is not that section. */
  within: string | undefined;
  /** A passage with the words looked for, cut to length. */
  passage: string;
  /** Where the words stand in the passage: `[start, end)`, in order. */
  marks: Marks;
  /** It answers most of what was asked; the others are merely the closest there is. */
  strong: boolean;
}

/** What a word of the question may stand as in the policy, and how sure that is. */
class Alternatives extends Map<string, number> {
  /** The word itself, its parts, its endings and what a slip meant; not what asks for the same. */
  readonly said = new Set<string>();
}

const SYNONYM = 0.5;
/** The policy has a word for it, and it is another. */
const INSTEAD = 0.8;
const PART = 0.6;
const START = 0.5;
const WEAK = 0.2;
const SLIP = 0.7;
/** What people ask for by its type counts for more. */
const ASKED = 1.8;
/** Letters from which a word may have a slip in it, or be the start of another. */
const LEAST = 4;

/** The texts of a policy in one language, ready to be searched. */
export class SearchIndex {
  readonly #documents: readonly SearchDocument[];
  readonly #analyser: Analyser;
  readonly #terms: TermIndex;
  readonly #weak: ReadonlySet<string>;
  /** Words of the policy, folded. */
  readonly #words = new Set<string>();
  /** Terms by word: most words stand in many places. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(policy: Policy, lang: string, language: SearchLanguage = ANY_LANGUAGE) {
    this.#analyser = new Analyser(language);
    const { name } = policy.organisation;
    const own = wordsIn(resolveText(name, lang, policy.languages)?.text ?? '');
    this.#weak = new Set(
      [...`${PLATFORM_NAMES} ${language.weakWords}`.split(/\s/), ...own].flatMap((word) =>
        language.stems(word),
      ),
    );
    this.#documents = documentsOf(policy, lang, language);
    for (const { title, body, tags, keywords } of this.#documents) {
      for (const word of wordsIn(`${title} ${body} ${tags} ${keywords}`)) this.#words.add(word);
    }
    this.#terms = new TermIndex(
      this.#documents.map((document) => [
        ...fieldsOf(document, (text) => this.#termsOf(text)),
        [3, this.#saidTogether(document.title)] as const,
        [1, this.#saidTogether(document.body)] as const,
      ]),
    );
  }

  /** What answers the question best first; `strong` tells the answers from what comes closest. */
  search(query: string, most = 12): Hit[] {
    const { groups, found } = this.#asked(query.slice(0, 400));
    if (!groups.length) return [];
    const scores = this.#terms.score(groups);
    const said = wordsIn(query);
    const best = scores
      .map(({ score, share, place }) => {
        const document = this.#documents[place]!;
        return {
          document,
          share,
          score: score * document.weight * (isAsked(document, said) ? ASKED : 1),
        };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
    const top = best[0]?.score ?? 0;
    return best
      .map(({ document, score, share }) => {
        const strong = share >= 0.45 && score >= top * 0.4 && document.weight > 0.2;
        return hitOf(document, strong, this.#analyser, found);
      })
      .sort((a, b) => Number(b.strong) - Number(a.strong));
  }

  /** Terms of a text, with those of the parts of its compounds. */
  #termsOf(text: string): string[] {
    return wordsIn(text).flatMap((word) => {
      const known = this.#known.get(word) ?? this.#withParts(word);
      this.#known.set(word, known);
      return known;
    });
  }

  /** Terms of what words say together, such as a verb and what stands apart from it. */
  #saidTogether(text: string): string[] {
    return text
      .split(/[.!?·]\s/)
      .map(wordsIn)
      .flatMap((words) => [
        ...this.#analyser.phrasesIn(words).flatMap((word) => this.#analyser.stems(word)),
        ...words.flatMap((particle, end) =>
          this.#analyser.particles.has(particle)
            ? words
                .slice(0, end)
                .flatMap((word) => this.#analyser.stems(word).map((stem) => particle + stem))
            : [],
        ),
      ]);
  }

  #withParts(word: string): string[] {
    const { links } = this.#analyser.language;
    const parts = links && word.length >= 2 * LEAST ? this.#split(word) : undefined;
    return [word, ...(parts ?? [])].flatMap((each) => this.#analyser.stems(each));
  }

  #split(word: string): string[] | undefined {
    const { known } = this.#analyser;
    const isWord = (part: string) =>
      known.has(part) || (part.length >= LEAST && this.#words.has(part));
    return partsOf(word, isWord, this.#analyser.language.links ?? ['']);
  }

  /** The words of a question that tell something, and their terms. */
  #asked(query: string): { groups: ReadonlyMap<string, number>[]; found: Found } {
    const all = this.#analyser.withPhrases(this.#wordsOf(query));
    const telling = all.filter((word) => !this.#analyser.stopWords.has(word));
    // "Who may do what?" has nothing but such words, and is a title.
    const words = telling.length ? telling : all;
    const particles = all.filter((word) => this.#analyser.particles.has(word));
    const groups = [...new Set(words)].flatMap((word, at) =>
      this.#alternatives(word, particles, at === words.length - 1),
    );
    return {
      groups: withoutRepeats(groups).map((group) =>
        groups.length > 1 && this.#isWeak(group) ? weaker(group) : group,
      ),
      found: {
        said: new Set(groups.flatMap((group) => [...group.said])),
        meant: new Set(groups.flatMap((group) => [...group.keys()])),
      },
    };
  }

  /** A word with a hyphen is one word where it is known as one: "week-end" asks for no end. */
  #wordsOf(query: string): string[] {
    return [...tokensOf(query)].flatMap(({ words }) =>
      words.length > 1 && this.#isKnown(words[0]!) ? words.slice(0, 1) : words,
    );
  }

  #alternatives(word: string, particles: readonly string[], last: boolean): Alternatives[] {
    const own = new Alternatives();
    this.#add(own, word, 1);
    // "Neemt over" is "overnemen".
    for (const particle of particles) {
      for (const stem of this.#analyser.stems(word)) this.#addTerm(own, particle + stem, 1);
    }
    if (own.size && this.#isKnown(word)) {
      if (last) this.#addStarts(own, word);
      return [own];
    }
    const parts = this.#split(word);
    if (parts) return parts.map((part) => this.#partOf(part));
    this.#addStarts(own, word);
    if (!own.size) this.#addMeant(own, word);
    return [own];
  }

  #isWeak(group: ReadonlyMap<string, number>): boolean {
    const [first] = group.keys();
    return first !== undefined && this.#weak.has(first);
  }

  #partOf(part: string): Alternatives {
    const found = new Alternatives();
    this.#add(found, part, PART);
    return found;
  }

  #isTerm = (term: string): boolean => this.#terms.has(term);

  #isKnown = (word: string): boolean =>
    this.#words.has(word) ||
    this.#analyser.known.has(word) ||
    this.#analyser.stems(word).some((stem) => this.#isTerm(stem));

  /** A word by its stems, and by what asks for the same. */
  #add(found: Alternatives, word: string, weight: number): void {
    for (const stem of this.#analyser.stems(word)) this.#addTerm(found, stem, weight);
  }

  #addTerm(found: Alternatives, term: string, weight: number): void {
    const stands = this.#isTerm(term);
    if (stands) {
      put(found, term, weight);
      found.said.add(term);
    }
    for (const other of this.#analyser.synonyms(term)) {
      if (other !== term && this.#isTerm(other))
        put(found, other, weight * (stands ? SYNONYM : INSTEAD));
    }
  }

  /** A word that is being typed, or stands at the end of a compound. */
  #addStarts(found: Alternatives, word: string): void {
    if (word.length < 3) return;
    const ends = this.#analyser.language.links && word.length > LEAST;
    for (const known of this.#words) {
      if (known === word) continue;
      if (known.startsWith(word) || (ends && known.endsWith(word))) this.#add(found, known, START);
    }
  }

  /** The words nearest to a slip of the keys, or to the start that holds one while it is typed. */
  #addMeant(found: Alternatives, word: string): void {
    if (word.length < LEAST) return;
    const slips = word.length > 7 ? 2 : 1;
    let best = slips;
    let near: string[] = [];
    for (const known of [...this.#words, ...this.#analyser.known]) {
      if (known[0] !== word[0]) continue;
      const steps = stepsTo(word, known, best);
      if (steps < best) near = [];
      if (steps <= best) near.push(known);
      best = Math.min(best, steps);
    }
    for (const known of near) this.#add(found, known, SLIP);
  }
}

/** Terms of a question: as it says them, and all that it may mean. */
interface Found {
  said: ReadonlySet<string>;
  meant: ReadonlySet<string>;
}

const isAsked = ({ asks }: SearchDocument, words: readonly string[]): boolean =>
  words.some((word) => asks?.has(word));

/** What one word says itself, another does not say again by asking for the same. */
function withoutRepeats(
  groups: readonly ReadonlyMap<string, number>[],
): ReadonlyMap<string, number>[] {
  const said = new Set(
    groups.flatMap((group) =>
      [...group].filter(([, weight]) => weight === 1).map(([term]) => term),
    ),
  );
  return groups.map(
    (group) => new Map([...group].filter(([term, weight]) => weight === 1 || !said.has(term))),
  );
}

/** "On Facebook" says where it happens, and seldom what is asked. */
const weaker = (group: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...group].map(([term, weight]) => [term, weight * WEAK]));

const put = (found: Alternatives, term: string, weight: number): void => {
  found.set(term, Math.max(weight, found.get(term) ?? 0));
};

/** Slips from a word to another, or to a start of that. */
function stepsTo(word: string, known: string, most: number): number {
  // A short word is near to the start of nearly anything.
  const starts = new Set(
    word.length > LEAST
      ? [known, ...[-1, 0, 1].map((more) => known.slice(0, word.length + more))]
      : [known],
  );
  return Math.min(...[...starts].map((start) => editDistance(word, start, most)));
}

/** How much a word says by where it stands. */
const fieldsOf = (
  { kind, title, keywords, body, tags, names, type, within }: SearchDocument,
  terms: (text: string) => string[],
): [weight: number, terms: string[]][] => [
  [3, terms(title)],
  [3, terms(keywords)],
  [2, terms(names)],
  [1, terms(`${body} ${tags}`)],
  [kind === 'section' || kind === 'acknowledgement' ? 4 : 1.5, terms(type)],
  [0.5, terms(within ?? '')],
];

function hitOf(
  { id, kind, title, within, body, isAnswer }: SearchDocument,
  strong: boolean,
  analyser: Analyser,
  { said, meant }: Found,
): Hit {
  const isIn = (terms: ReadonlySet<string>) => (word: string) =>
    analyser.stems(word).some((stem) => terms.has(stem));
  const wanted = { isMeant: isIn(meant), isSaid: isIn(said), fromStart: isAnswer };
  const { passage, marks } = passageOf(body, wanted);
  return { id, kind, title, within, passage, marks, strong };
}
