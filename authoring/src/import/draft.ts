/** From blocks to a typed draft, with a reason for each guess and a report of what was left. */
import type { Contact, Policy, SectionType, Training } from 'policy-elements';
import { plain, textOf, wordsOf, type Left, type NoteCode, type SourceDocument } from './blocks.js';
import {
  candidatesFor,
  CERTAIN_ENOUGH,
  topicByTitle,
  typesByTitle,
  type Candidate,
  type GuessReason,
} from './classify.js';
import { asIntroduction, convert, IMPORTABLE, type Converted } from './convert.js';
import { Ids } from './ids.js';
import { toMarkdown } from './markdown-writer.js';
import { placeholder } from './placeholders.js';
import { readDocument, type DocumentType } from './read-document.js';
import { splitChapter, structureOf, type SourceSection, type Structure } from './sections.js';

export interface Guess {
  /** Id of the section. */
  id: string;
  pointer: string;
  as: SectionType;
  reason: GuessReason;
  /** 0 to 1. */
  certainty: number;
  /** Types it could be made into as well, the likeliest first. */
  alternatives: SectionType[];
  /** What stood after the items is in the introduction, and so before them. */
  moved?: true;
}

export interface ImportReport {
  /** Words of the document, and how many of them are in the policy. */
  words: number;
  taken: number;
  left: Left[];
  notes: Partial<Record<NoteCode, number>>;
}

/** What came of one section of the document, kept so that its type can be changed. */
interface Origin {
  source: SourceSection;
  left: Left[];
  contacts: string[];
  trainings: string[];
}

export interface ImportDraft {
  policy: Policy;
  lang: string;
  guesses: Guess[];
  report: ImportReport;
  /** By id of the section. */
  origins: Record<string, Origin>;
}

export interface ImportOptions {
  /** What the document is, where its bytes do not tell: `md` or `html` for text. */
  type?: DocumentType;
  /** Language it is written in. */
  lang: string;
  /** Ids that may not be used. */
  taken?: Iterable<string>;
}

/**
 * Reads a document to a draft. Throws `ImportError` where it is refused; `describeImportError`
 * has the sentence.
 */
export function importDocument(input: Uint8Array | string, options: ImportOptions): ImportDraft {
  return draftFrom(readDocument(input, options.type), options);
}

/** A draft of blocks, e.g. of those that an editor has pasted. */
export function draftFrom(document: SourceDocument, options: ImportOptions): ImportDraft {
  const structure = structureOf(document);
  structure.left.push(...unplaced(document, structure));
  return new Drafting(options).draft(structure, document.notes);
}

/** Words of the blocks that are in no part of the structure: there should be none, and none is lost. */
function unplaced(document: SourceDocument, structure: Structure): Left[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(textOf(document.blocks)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const before = new Set(document.left);
  const found = [
    ...placedTexts(structure),
    ...structure.left.filter((each) => !before.has(each)).map(({ text }) => text),
  ];
  for (const word of wordsOf(found.join('\n'))) counts.set(word, (counts.get(word) ?? 0) - 1);
  const text = [...counts]
    .filter(([, count]) => count > 0)
    .map(([word]) => word)
    .join(' ');
  return text ? [{ text, where: '', reason: 'unplaced' }] : [];
}

/** All that the parts of a document say. */
const placedTexts = ({ title, summary, sections, preamble, about }: Structure): string[] => [
  title ?? '',
  textOf(summary),
  textOf(preamble),
  textOf(about),
  ...sections.map(({ title: own, blocks }) => `${plain(own)}\n${textOf(blocks)}`),
  ...[...new Set(sections.map(({ chapter }) => chapter))].map((chapter) => plain(chapter ?? [])),
];

class Drafting {
  readonly #lang: string;
  readonly #ids: Ids;
  readonly #guesses: Guess[] = [];
  readonly #origins: Record<string, Origin> = {};
  readonly #contacts: Contact[] = [];
  readonly #trainings: Training[] = [];
  readonly #sections: Policy['sections'] = [];
  readonly #groups: { id: string; title: Record<string, string>; sections: string[] }[] = [];

  constructor({ lang, taken }: ImportOptions) {
    this.#lang = lang;
    this.#ids = new Ids(taken);
  }

  draft(structure: Structure, notes: ImportReport['notes']): ImportDraft {
    const id = this.#ids.take(structure.title ?? '', 'policy');
    for (const source of this.#sourceSections(structure)) this.#place(source);
    const policy = this.#policy(id, structure);
    const left = structure.left;
    const report: ImportReport = { words: 0, taken: 0, left, notes };
    const draft: ImportDraft = {
      policy,
      lang: this.#lang,
      guesses: this.#guesses,
      report,
      origins: this.#origins,
    };
    return counted(draft, structure);
  }

  #sourceSections({ preamble, sections, about }: Structure): SourceSection[] {
    const introduction = placeholder('introduction', this.#lang);
    const first: SourceSection[] = preamble.length
      ? [{ title: [{ text: introduction }], level: 1, blocks: preamble }]
      : [];
    const last: SourceSection[] = about.length
      ? [{ title: [{ text: placeholder('about', this.#lang) }], level: 1, blocks: about }]
      : [];
    return [...first, ...sections, ...last];
  }

  /** A chapter whose parts are each of a type of their own becomes those parts. */
  #place(source: SourceSection): void {
    const parts = splitChapter(source);
    const whole = candidatesFor(source)[0];
    const typed = parts.filter((part) => (candidatesFor(part)[0]?.certainty ?? 0) >= 0.8);
    const splits = parts.length > 1 && typed.length >= 1 && (whole?.certainty ?? 0) < 0.8;
    for (const part of splits ? parts : [source]) this.#section(part);
  }

  #section(source: SourceSection): void {
    const id = this.#ids.take(plain(source.title), 'section');
    const made = likeliest(source, id, this.#lang, this.#ids);
    const index =
      this.#sections.push(made.converted.section as unknown as Policy['sections'][number]) - 1;
    this.#contacts.push(...made.converted.contacts);
    this.#trainings.push(...made.converted.trainings);
    this.#guesses.push({ id, pointer: `/sections/${index}`, ...made.guess });
    this.#origins[id] = originOf(source, made.converted);
    if (source.chapter) this.#inGroup(source.chapter, id);
  }

  #inGroup(chapter: SourceSection['title'], section: string): void {
    const title = plain(chapter);
    const last = this.#groups.at(-1);
    if (last?.title[this.#lang] === title) last.sections.push(section);
    else {
      const id = this.#ids.take(`group ${title}`, 'group');
      this.#groups.push({ id, title: { [this.#lang]: title }, sections: [section] });
    }
  }

  #policy(id: string, { title, summary, facts }: Structure): Policy {
    const lang = this.#lang;
    const text = (value: string) => ({ [lang]: value });
    return {
      format: 1,
      id,
      version: facts.version ?? '0.1',
      status: 'draft',
      languages: [lang],
      title: text(title ?? placeholder('title', lang)),
      summary: text(summary.length ? toMarkdown(summary) : placeholder('summary', lang)),
      organisation: { name: text(placeholder('organisation', lang)) },
      ...(facts.adoptedBy &&
        facts.adoptedOn && { adopted: { by: text(facts.adoptedBy), on: facts.adoptedOn } }),
      ...(facts.effective && { effective: facts.effective }),
      ...(facts.reviewBy && { reviewBy: facts.reviewBy }),
      ...(this.#contacts.length && { contacts: this.#contacts }),
      ...(this.#trainings.length && { trainings: this.#trainings }),
      sections: this.#sections,
      ...(this.#groups.length && { groups: this.#groups }),
    };
  }
}

const originOf = (source: SourceSection, { left, contacts, trainings }: Converted): Origin => ({
  source,
  left,
  contacts: contacts.map(({ id }) => id),
  trainings: trainings.map(({ id }) => id),
});

const movedIn = ({ moved }: Converted): Pick<Guess, 'moved'> => (moved ? { moved } : {});

interface Made {
  converted: Converted;
  guess: Omit<Guess, 'id' | 'pointer'>;
}

/** The likeliest type that holds every word; plain text where none is likely enough. */
function likeliest(source: SourceSection, id: string, lang: string, ids: Ids): Made {
  const candidates = candidatesFor(source);
  const alternatives = alternativesFor(source, candidates, lang);
  for (const { type, certainty, reason } of candidates) {
    if (certainty < CERTAIN_ENOUGH || !alternatives.includes(type)) continue;
    const converted = convert(source, type, id, { lang, ids });
    if (!converted) continue;
    const others = alternatives.filter((each) => each !== type);
    const guess = { as: type, reason, certainty, alternatives: others };
    return { converted, guess: { ...guess, ...movedIn(converted) } };
  }
  const topic = topicByTitle(plain(source.title));
  const converted = asText(source, id, lang, topic);
  const certainty = candidates[0] ? Math.round((1 - candidates[0].certainty) * 100) / 100 : 0.9;
  const reason = topic ? 'topic' : 'nothing-else';
  return {
    converted,
    guess: {
      as: 'text',
      reason,
      certainty,
      alternatives: alternatives.filter((each) => each !== 'text'),
    },
  };
}

function asText(source: SourceSection, id: string, lang: string, topic?: string): Converted {
  const options = { lang, ids: new Ids(), ...(topic && { topic }) };
  const converted = convert(source, 'text', id, options);
  if (!converted) throw new Error(`A word was lost in "${plain(source.title)}".`);
  return converted;
}

function alternativesFor(
  source: SourceSection,
  candidates: readonly Candidate[],
  lang: string,
): SectionType[] {
  const likely = [...candidates.map(({ type }) => type), ...typesByTitle(plain(source.title))];
  const order = [...new Set<SectionType>([...likely, 'text', ...IMPORTABLE])];
  return order.filter((type) => convert(source, type, 'trial', { lang, ids: new Ids() }));
}

/**
 * Makes one section into another type: the one press that changes a guess. Of a type it does not
 * fit, the text is the introduction, and the items are still to be written.
 */
export function retype(draft: ImportDraft, id: string, type: SectionType): ImportDraft {
  const origin = draft.origins[id];
  const at = draft.policy.sections.findIndex((section) => section.id === id);
  const guess = draft.guesses.find((each) => each.id === id);
  if (!origin || at < 0 || !guess) return draft;
  const dropped = new Set([...origin.contacts, ...origin.trainings]);
  const contacts = (draft.policy.contacts ?? []).filter((each) => !dropped.has(each.id));
  const trainings = (draft.policy.trainings ?? []).filter((each) => !dropped.has(each.id));
  const others = draft.policy.sections.filter((_, index) => index !== at);
  const taken = idsWithin({ ...draft.policy, contacts, trainings, sections: others });
  const topic = topicByTitle(plain(origin.source.title));
  const options = { lang: draft.lang, ids: new Ids([...taken, id]), ...(topic && { topic }) };
  const converted =
    convert(origin.source, type, id, options) ??
    (IMPORTABLE.includes(type) ? asIntroduction(origin.source, type, id, draft.lang) : undefined);
  if (!converted) return draft;
  const sections = draft.policy.sections.map((section, index) =>
    index === at ? (converted.section as unknown as typeof section) : section,
  );
  const policy = { ...draft.policy, sections };
  setList(policy, 'contacts', [...contacts, ...converted.contacts]);
  setList(policy, 'trainings', [...trainings, ...converted.trainings]);
  const { moved: _before, ...kept } = guess;
  const changed: Guess = {
    ...{ ...kept, ...movedIn(converted), as: type, reason: 'chosen', certainty: 1 },
    alternatives: [guess.as, ...guess.alternatives].filter((each) => each !== type),
  };
  return recount(
    {
      ...draft,
      policy,
      guesses: draft.guesses.map((each) => (each.id === id ? changed : each)),
      origins: { ...draft.origins, [id]: originOf(origin.source, converted) },
    },
    origin.left,
  );
}

function setList<Key extends 'contacts' | 'trainings'>(
  policy: Policy,
  key: Key,
  list: Policy[Key] & object,
): void {
  if (list.length) policy[key] = list;
  else delete policy[key];
}

/** Every id in a policy. */
export function idsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsWithin)];
}

/** Counts what was taken, and puts what sections left into the report. */
function counted(draft: ImportDraft, structure: Structure): ImportDraft {
  const placed = placedTexts(structure);
  const own = Object.values(draft.origins).flatMap(({ left }) => left);
  const words = wordsOf(placed.join('\n')).length;
  const lost = wordsOf(
    draft.report.left
      .filter(counts)
      .map(({ text }) => text)
      .join('\n'),
  ).length;
  const inSections = wordsOf(
    own
      .filter(counts)
      .map(({ text }) => text)
      .join('\n'),
  ).length;
  const report = {
    ...draft.report,
    words: words + lost,
    taken: words - inSections,
    left: [...draft.report.left, ...own],
  };
  return { ...draft, report };
}

// Addresses are no words of the text.
const counts = ({ reason }: Left): boolean =>
  !/^(unsafe-link|link-in-title|link-to-place|image|embedded|markup|settings|header-or-footer|duplicate|typed-number)$/.test(
    reason,
  );

function recount(draft: ImportDraft, before: readonly Left[]): ImportDraft {
  const kept = draft.report.left.filter((each) => !before.includes(each));
  const own = Object.values(draft.origins).flatMap(({ left }) => left);
  const left = [...kept.filter((each) => !own.includes(each)), ...own];
  const words = (all: readonly Left[]) =>
    wordsOf(
      all
        .filter(counts)
        .map(({ text }) => text)
        .join('\n'),
    ).length;
  const taken = draft.report.taken + words(draft.report.left) - words(left);
  return { ...draft, report: { ...draft.report, left, taken } };
}
