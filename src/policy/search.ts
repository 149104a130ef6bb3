/** Finding an item of a policy by what stands in it. */
import { editDistance } from './edit-distance.js';
import { entriesOf, type Entry } from './ids.js';
import { fold, queryWords } from './normalize-text.js';
import { toPlainText } from './plain-text.js';
import type { Policy, Section, Text } from './schema.js';
import { resolveText } from './text.js';
import { textsOf } from './texts.js';

/** An item that was found. */
export interface Hit {
  id: string;
  kind: Entry['kind'];
  /** Title, name or question, in the reader's language. */
  title: string;
  /** Title of the section it stands in, where it is not that section. */
  within: string | undefined;
  /** A passage with the words looked for, cut to length. */
  passage: string;
  /** Where the words stand in the passage: `[start, end)`, in order. */
  marks: readonly (readonly [start: number, end: number])[];
}

interface Document extends Pick<Hit, 'id' | 'kind' | 'title' | 'within'> {
  foldedTitle: string;
  body: string;
  foldedBody: string;
}

const PASSAGE = 140;
/** Words that a French apostrophe cuts off say nothing by themselves. */
const ELIDED = /^(l|d|j|m|t|s|c|n|qu)$/;
/** Endings that a plural or an agreement adds, in Dutch, French and English. */
const ENDINGS = /(?:en|es|s|e|x)$/;
/** What Dutch puts between the parts of a compound. */
const LINKS = ['', 's', 'e', 'en'];
const PART = 4;

// Better places first: a word of the title, the start of one, within one; then the same in the text.
const IN_TITLE = [60, 40, 25] as const;
const IN_BODY = [12, 8, 4] as const;

/** The texts of a policy in one language, ready to be searched. */
export class SearchIndex {
  readonly #documents: readonly Document[];
  #words: ReadonlySet<string> | undefined;

  constructor(policy: Policy, lang: string) {
    const plain = (text: Text | undefined) => resolveText(text, lang, policy.languages)?.text ?? '';
    this.#documents = [...entriesOf(policy)].map((entry) => documentOf(entry, plain));
  }

  /** Items in which all the words stand, the best first. */
  search(query: string, most = 12): Hit[] {
    const words = queryWords(query).filter((word) => !ELIDED.test(word));
    if (!words.length) return [];
    const wanted = words.flatMap((word) => this.#parts(word));
    return this.#documents
      .flatMap((document) => {
        const score = scoreOf(document, wanted);
        return score ? [{ document, score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ document }) => hitOf(document, wanted));
  }

  /** A word that stands nowhere: without its ending, in the parts it is made of, or as it was meant. */
  #parts(word: string): string[] {
    if (this.#stands(word)) return [word];
    const stem = word.length > PART ? word.replace(ENDINGS, '') : word;
    if (stem !== word && this.#stands(stem)) return [stem];
    return this.#split(word) ?? [this.#meant(word) ?? word];
  }

  /** The word nearest to a slip of the keys, or to a start that holds one while it is typed. */
  #meant(word: string): string | undefined {
    if (word.length < PART) return undefined;
    const slips = word.length > 7 ? 2 : 1;
    let best: { near: string; steps: number } | undefined;
    for (const known of this.#known) {
      if (known[0] !== word[0]) continue;
      for (const near of startsOf(known, word.length)) {
        const steps = editDistance(word, near, slips);
        if (steps <= slips && steps < (best?.steps ?? Infinity)) best = { near, steps };
      }
    }
    return best?.near;
  }

  #split(word: string): string[] | undefined {
    for (let at = word.length - PART; at >= PART; at--) {
      const tail = word.slice(at);
      if (!this.#isWord(tail)) continue;
      for (const link of LINKS) {
        const head = word.slice(0, at);
        if (!head.endsWith(link) || head.length - link.length < PART) continue;
        const bare = head.slice(0, head.length - link.length);
        if (this.#isWord(bare)) return [bare, tail];
        const more = this.#split(bare);
        if (more) return [...more, tail];
      }
    }
    return undefined;
  }

  #stands(word: string): boolean {
    return this.#documents.some(
      ({ foldedTitle, foldedBody }) => foldedTitle.includes(word) || foldedBody.includes(word),
    );
  }

  #isWord(word: string): boolean {
    return this.#known.has(word);
  }

  get #known(): ReadonlySet<string> {
    return (this.#words ??= new Set(
      this.#documents.flatMap(({ foldedTitle, foldedBody }) =>
        queryWords(`${foldedTitle} ${foldedBody}`),
      ),
    ));
  }
}

/** A word, and its starts of about a length. */
const startsOf = (word: string, length: number): Set<string> =>
  new Set([word, ...[-1, 0, 1].map((more) => word.slice(0, length + more))]);

function documentOf(entry: Entry, plain: (text: Text | undefined) => string): Document {
  const { title, name, question } = entry.value as Record<string, Text | undefined>;
  const heading = plain(title ?? name ?? question);
  const own = entry.kind === 'section' ? withoutItems(entry.section!) : entry.value;
  const texts = [...textsOf(own)].filter(({ field }) => !/^(title|name|question)$/.test(field));
  const body = texts.map(({ text }) => toPlainText(plain(text))).join(' · ');
  return {
    id: entry.value.id,
    kind: entry.kind,
    title: heading,
    within: entry.section && entry.kind !== 'section' ? plain(entry.section.title) : undefined,
    foldedTitle: fold(heading),
    body,
    foldedBody: foldInPlace(body),
  };
}

const withoutItems = (section: Section): object => ({
  ...section,
  items: undefined,
  triage: undefined,
});

/** Folded letter by letter, so that a place in it is a place in the text. */
const foldInPlace = (text: string): string =>
  text
    .replace(/[\u0080-\u{10ffff}]/gu, (letter) =>
      fold(letter).slice(0, letter.length).padEnd(letter.length),
    )
    .toLowerCase();

const LETTER = /[\p{L}\p{N}]/u;

/** How a word stands in a text: as a word, at the start of one, within one, or not. */
function rank(text: string, word: string): 0 | 1 | 2 | undefined {
  let best: 1 | 2 | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const starts = at === 0 || !LETTER.test(text[at - 1]!);
    const ends = !LETTER.test(text[at + word.length] ?? ' ');
    if (starts && ends) return 0;
    if (starts) best = 1;
    else best ??= 2;
  }
  return best;
}

/** Zero where a word is missing. */
function scoreOf({ foldedTitle, foldedBody, kind }: Document, words: readonly string[]): number {
  let score = kind === 'section' ? 2 : 1;
  // A paper on the matter comes after what the policy itself says of it.
  const weight = kind === 'document' ? 0.25 : 1;
  for (const word of words) {
    const [title, body] = [rank(foldedTitle, word), rank(foldedBody, word)];
    if (title === undefined && body === undefined) return 0;
    const found =
      (title === undefined ? 0 : IN_TITLE[title]) + (body === undefined ? 0 : IN_BODY[body]);
    score += found * weight;
  }
  return score;
}

function hitOf(document: Document, words: readonly string[]): Hit {
  const { id, kind, title, within, body, foldedBody } = document;
  const first = Math.min(...words.map((word) => foldedBody.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) ? startOf(body, first) : 0;
  const to = endOf(body, from + PASSAGE);
  const cut = body.slice(from, to);
  const [before, after] = [from > 0 ? '…' : '', to < body.length ? '…' : ''];
  const marks = marksIn(foldedBody.slice(from, to), words).map(
    ([start, end]) => [start + before.length, end + before.length] as const,
  );
  return { id, kind, title, within, passage: before + cut + after, marks };
}

/** The start of a word some way before a place. */
function startOf(text: string, place: number): number {
  if (place < PASSAGE / 3) return 0;
  const space = text.indexOf(' ', place - Math.floor(PASSAGE / 3));
  return space >= 0 && space < place ? space + 1 : place;
}

/** The end of a word just before a place. */
function endOf(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.lastIndexOf(' ', place);
  return space > place - PASSAGE / 3 ? space : place;
}

function marksIn(text: string, words: readonly string[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(
    ([start], index) => !index || start >= Math.max(...found.slice(0, index).map(([, end]) => end)),
  );
}
