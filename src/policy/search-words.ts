/** Cutting texts into words, and words into the terms they are kept by. */
import { normalizeText } from './normalize-text.js';
import { PLATFORM_NAMES, type SearchLanguage } from './search-language.js';

/** A word of a text: where it stands, and the words it may be looked for by. */
export interface Token {
  start: number;
  end: number;
  words: readonly string[];
}

// Hyphens, dots, apostrophes and invisible breaks stand within a word.
const TOKEN =
  /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+(?:[-‐‑–.’'_][\p{L}\p{N}\p{M}\u00ad]+)*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;
/** What an apostrophe cuts off before a word in French, and behind one in English or Dutch. */
const CUT_OFF = /^(?:l|d|j|m|t|s|c|n|qu|re|ve|ll)$/;
/** Shorter parts of a word with a hyphen say nothing by themselves: the e of e-mail, the fi of Wi-Fi. */
const PART = 3;
/** Words that may stand between those of a phrase. */
const BETWEEN = 2;

export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    const words = wordsOf(raw);
    if (words.length) yield { start: index, end: index + raw.length, words };
  }
}

function wordsOf(raw: string): string[] {
  const word = normalizeText(raw.replace(INVISIBLE, ''));
  if (/^[\d.]+$/.test(word)) return [word];
  return word
    .split(/[’']/)
    .filter((part, _, parts) => parts.length === 1 || !CUT_OFF.test(part))
    .flatMap((part) => {
      const pieces = part.split(/[-‐‑–._]/);
      if (pieces.length === 1) return [part];
      const long = pieces.filter(({ length }) => length >= PART);
      return part.includes('.') ? [part, ...long] : [pieces.join(''), ...long];
    })
    .filter(Boolean);
}

export const wordsIn = (text: string): string[] =>
  [...tokensOf(text)].flatMap(({ words }) => words);

/** Words, by their stems, and the word they stand for together. */
type Phrase = readonly [words: readonly string[], meant: string];

/** What a language makes of words; made once a language. */
export class Analyser {
  readonly stopWords: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Words the language knows by itself. */
  readonly known: ReadonlySet<string>;
  readonly #synonyms = new Map<string, Set<string>>();
  readonly #stems = new Map<string, readonly string[]>();
  readonly #phrases: readonly Phrase[];
  /** Phrases by their first word: a long text has many sentences, and few of them any. */
  readonly #beginnings = new Map<string, Phrase[]>();

  constructor(readonly language: SearchLanguage) {
    this.stopWords = new Set(language.stopWords.split(' '));
    this.particles = new Set((language.particles ?? '').split(' ').filter(Boolean));
    const groups = `${language.synonyms}\n${PLATFORM_NAMES}`
      .split('\n')
      .map((line) => line.replaceAll('-', '').split(' '));
    this.known = new Set(groups.flat());
    for (const group of groups) this.#addGroup(group);
    this.#phrases = language.phrases
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' > '))
      .map(([words = '', meant = '']) => [words.split(' ').map((word) => this.#stem(word)), meant]);
    for (const phrase of this.#phrases) {
      const first = phrase[0][0]!;
      this.#beginnings.set(first, [...(this.#beginnings.get(first) ?? []), phrase]);
    }
  }

  /** The words of a question, with what some of them say together in their place. */
  withPhrases(words: readonly string[]): readonly string[] {
    return this.#phrases.reduce((all, [phrase, meant]) => {
      const places = placesOf(
        phrase,
        all.map((word) => this.#stem(word)),
      );
      return places ? [...all.filter((_, at) => !places.includes(at)), meant] : all;
    }, words);
  }

  /** What words of a text say together. */
  phrasesIn(words: readonly string[]): string[] {
    const stems = words.map((word) => this.#stem(word));
    return [...new Set(stems)]
      .flatMap((word) => this.#beginnings.get(word) ?? [])
      .flatMap(([phrase, meant]) => (placesOf(phrase, stems) ? [meant] : []));
  }

  #stem(word: string): string {
    return this.stems(word)[0] ?? word;
  }

  #addGroup(group: readonly string[]): void {
    const terms = group.flatMap((word) => this.stems(word));
    for (const term of terms) {
      const others = this.#synonyms.get(term) ?? new Set();
      terms.forEach((other) => others.add(other));
      this.#synonyms.set(term, others);
    }
  }

  stems(word: string): readonly string[] {
    let found = this.#stems.get(word);
    if (!found) this.#stems.set(word, (found = this.language.stems(word)));
    return found;
  }

  /** Terms that ask for the same as this one. */
  synonyms(term: string): Iterable<string> {
    return this.#synonyms.get(term) ?? [];
  }
}

/** Where the words of a phrase stand in a text, in order and with few in between. */
function placesOf(phrase: readonly string[], words: readonly string[]): number[] | undefined {
  let from = words.indexOf(phrase[0]!);
  while (from >= 0) {
    const places = [from];
    for (const word of phrase.slice(1)) {
      const last = places.at(-1)!;
      const at = words.indexOf(word, last + 1);
      if (at < 0 || at > last + BETWEEN + 1) break;
      places.push(at);
    }
    if (places.length === phrase.length) return places;
    from = words.indexOf(phrase[0]!, from + 1);
  }
  return undefined;
}

/** The parts of a compound, by the words that are known; nothing where it is none. */
export function partsOf(
  word: string,
  isWord: (part: string) => boolean,
  links: readonly string[],
): string[] | undefined {
  for (let at = word.length - PART; at >= PART; at--) {
    const tail = word.slice(at);
    if (!isWord(tail)) continue;
    for (const link of links) {
      const head = word.slice(0, at);
      if (!head.endsWith(link)) continue;
      const bare = head.slice(0, head.length - link.length);
      if (bare.length < PART) continue;
      if (isWord(bare)) return [bare, tail];
      const more = bare.length > 2 * PART ? partsOf(bare, isWord, links) : undefined;
      if (more) return [...more, tail];
    }
  }
  return undefined;
}
