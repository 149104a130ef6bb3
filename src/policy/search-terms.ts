/** An index of terms that ranks by BM25F: rare terms, and terms in better places, count for more. */

/** A field of a document: what a term in it counts, and the terms. */
export type Field = readonly [weight: number, terms: readonly string[]];

export interface Score {
  place: number;
  score: number;
  /** How much of what was asked stands in it, from 0 to 1. */
  share: number;
}

/** What was found for one word of a question. */
interface Group {
  /** By document: the score, and how sure it is that this is meant, from 0 to 1. */
  places: ReadonlyMap<number, { score: number; certainty: number }>;
  /** What the word counts in the question. */
  worth: number;
}

const SATURATION = 1.2;
const LENGTH = 0.6;
/** That a term stands in a field at all, whatever its length. */
const MORE = 0.5;
/** What a word counts that stands nowhere, and at least one that says little. */
const UNKNOWN = 0.7;
const WEAK = 0.5;

export class TermIndex {
  /** By term: how heavily it stands in each document. */
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #size: number;

  constructor(documents: readonly (readonly Field[])[]) {
    this.#size = documents.length;
    const means = documents[0]?.map((_, at) => meanLength(documents, at)) ?? [];
    documents.forEach((fields, place) => {
      fields.forEach(([weight, terms], at) => {
        const longer = means[at] ? terms.length / means[at] : 1;
        const room = SATURATION * (1 - LENGTH + LENGTH * longer);
        for (const [term, count] of tally(terms)) {
          this.#add(term, place, weight * (MORE + (count * (SATURATION + 1)) / (count + room)));
        }
      });
    });
  }

  has(term: string): boolean {
    return this.#postings.has(term);
  }

  /** Documents by the groups of terms that stand in them; of a group, the best term counts. */
  score(groups: readonly ReadonlyMap<string, number>[]): Score[] {
    const found = groups.map((group) => this.#scoreGroup(group));
    const all = found.reduce((sum, { worth }) => sum + worth, 0);
    const places = new Set(found.flatMap(({ places }) => [...places.keys()]));
    return [...places].map((place) => {
      let [sum, matched] = [0, 0];
      for (const { places, worth } of found) {
        const { score = 0, certainty = 0 } = places.get(place) ?? {};
        sum += score;
        matched += worth * certainty;
      }
      const share = matched / all;
      return { place, share, score: sum * share };
    });
  }

  #scoreGroup(group: ReadonlyMap<string, number>): Group {
    const places = new Map<number, { score: number; certainty: number }>();
    const surest = Math.max(...group.values());
    for (const [term, certainty] of group) {
      const postings = this.#postings.get(term);
      if (!postings) continue;
      const rarity = this.#rarity(postings.size);
      for (const [place, weight] of postings) {
        const known = places.get(place);
        places.set(place, {
          score: Math.max(certainty * rarity * weight, known?.score ?? 0),
          certainty: Math.max(certainty / surest, known?.certainty ?? 0),
        });
      }
    }
    // A word that stands nowhere is nearly as telling as a rare one.
    const counts = group.size ? Math.max(WEAK, surest) : UNKNOWN;
    return { places, worth: this.#rarity(Math.max(places.size, 1)) * counts };
  }

  #rarity(size: number): number {
    return Math.log(1 + (this.#size - size + 0.5) / (size + 0.5));
  }

  #add(term: string, place: number, weight: number): void {
    const postings = this.#postings.get(term) ?? new Map<number, number>();
    this.#postings.set(term, postings);
    postings.set(place, (postings.get(place) ?? 0) + weight);
  }
}

function tally(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const meanLength = (documents: readonly (readonly Field[])[], at: number): number =>
  documents.reduce((sum, fields) => sum + fields[at]![1].length, 0) / documents.length;
