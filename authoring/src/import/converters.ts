/** How the units of a section become the items of each type. */
import type { SectionType } from 'policy-elements';
import { plain, textOf, wordsOf, type Block, type Run } from './blocks.js';
import type { FieldWriter, Fields } from './field-writer.js';
import { contactFrom, profileFrom } from './people.js';
import type { SourceSection } from './sections.js';
import { itemUnit, type Split, type Unit } from './units.js';
import { DO_LABEL, DONT_LABEL, IF, KINDS, NEGATIVE, NO, NUMBER_WORD, YES } from './vocabulary.js';

type Converter = (writer: FieldWriter, split: Split, source: SourceSection) => Fields | undefined;

/** The introduction, and what follows the items. */
function around(writer: FieldWriter, { intro, rest }: Split): Fields {
  return writer.optional('intro', [...intro, ...rest]);
}

/** A type whose items are made one by one; not where a unit does not fit, or there is none. */
const itemwise =
  (make: (writer: FieldWriter, unit: Unit, split: Split) => Fields | undefined): Converter =>
  (writer, split) => {
    const intro = around(writer, split);
    const items = split.units.map((unit) => make(writer, unit, split));
    if (!items.length || items.some((item) => !item)) return undefined;
    if (split.head) writer.leave('label', split.head.map((cell) => textOf(cell)).join(' | '));
    return { ...intro, items };
  };

const titled = (unit: Unit): boolean => wordsOf(plain(unit.title)).length > 0;

const rule = itemwise((writer, given) => {
  const unit = withFirstSentence(given);
  if (!titled(unit)) return undefined;
  return {
    ...writer.item(given.title, 'rule'),
    title: writer.plain(unit.title),
    body: writer.markdown(unit.body),
    ...writer.optional('why', unit.why),
  };
});

const MOST_IN_TITLE = 110;
/** "Article 3" alone says little: a short first sentence joins it. */
function withFirstSentence(unit: Unit): Unit {
  const text = plain(unit.title);
  const [first, ...others] = unit.body;
  if (first?.kind !== 'paragraph' || NUMBER_WORD.exec(text)?.[0].length !== text.length)
    return unit;
  const lead = itemUnit([first]);
  const length = plain(lead.title).length;
  if (!lead.body.length || length > MOST_IN_TITLE) return unit;
  return {
    ...unit,
    title: [...unit.title, { text: /[.:]$/.test(text) ? ' ' : '. ' }, ...lead.title],
    body: [...lead.body, ...others],
  };
}

const faq = itemwise((writer, unit) =>
  titled(unit) && textOf(unit.body).trim()
    ? {
        ...writer.item(unit.title, 'question'),
        question: writer.plain(unit.title),
        answer: writer.markdown([...unit.body, ...unit.why]),
      }
    : undefined,
);

const check = itemwise((writer, unit) =>
  titled(unit)
    ? {
        ...writer.item(unit.title, 'check'),
        question: writer.plain(unit.title),
        ...writer.optional('help', [...unit.body, ...unit.why]),
      }
    : undefined,
);

const described =
  (name: string, text: string, otherwise: string, extra: Fields = {}) =>
  (writer: FieldWriter, unit: Unit): Fields | undefined =>
    titled(unit)
      ? {
          ...writer.item(unit.title, otherwise),
          [name]: writer.plain(unit.title),
          [text]: writer.markdown([...unit.body, ...unit.why]),
          ...extra,
        }
      : undefined;

/* Guidelines: under "wel" and "niet", in columns of that name, or each by its words. */

const labelKind = (text: string): 'do' | 'dont' | undefined => {
  const label = text.trim();
  return DO_LABEL.test(label) ? 'do' : DONT_LABEL.test(label) ? 'dont' : undefined;
};

/** Whether a title tells somebody not to. */
export const negativeKind = (runs: readonly Run[]): 'do' | 'dont' =>
  NEGATIVE.test(plain(runs).split(/\s+/).slice(0, 7).join(' ')) ? 'dont' : 'do';

function guideline(writer: FieldWriter, unit: Unit, kind: 'do' | 'dont'): Fields | undefined {
  if (!titled(unit)) return undefined;
  return {
    ...writer.item(unit.title, kind),
    kind,
    title: writer.plain(unit.title),
    body: writer.markdown(unit.body),
    ...writer.optional('why', unit.why),
  };
}

/** What may be in a column, or under a label: lists and lines, each item a guideline. */
const unitsIn = (blocks: readonly Block[]): Unit[] =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => itemUnit(item)) : [itemUnit([block])],
  );

export const doColumns = (split: Split): ('do' | 'dont' | undefined)[] | undefined => {
  const kinds = split.head?.map((cell) => labelKind(textOf(cell)));
  return kinds?.includes('do') && kinds.includes('dont') ? kinds : undefined;
};
export const doHeadings = (split: Split): boolean =>
  split.origin === 'headings' && split.units.every(({ title }) => labelKind(plain(title)));

const guidelines: Converter = (writer, split) => {
  const columns = doColumns(split);
  const intro = around(writer, split);
  const items: (Fields | undefined)[] = [];
  if (columns) {
    writer.leave('became-value', split.head!.map((cell) => textOf(cell)).join(' | '));
    for (const { cells = [] } of split.units) {
      cells.forEach((cell, index) => {
        for (const unit of unitsIn(cell))
          items.push(guideline(writer, unit, columns[index] ?? 'do'));
      });
    }
  } else if (doHeadings(split)) {
    for (const unit of split.units) {
      writer.leave('became-value', plain(unit.title));
      const kind = labelKind(plain(unit.title)) ?? 'do';
      for (const each of unitsIn([...unit.body, ...unit.why]))
        items.push(guideline(writer, each, kind));
    }
  } else if (split.head) return undefined;
  else
    for (const unit of split.units) items.push(guideline(writer, unit, negativeKind(unit.title)));
  return items.length && items.every(Boolean) ? { ...intro, items } : undefined;
};

/* Mandates: a row each, one column of which says yes, no or if. */

export type Verdict = 'yes' | 'no' | 'conditional';
export const verdictOf = (text: string): Verdict | undefined => {
  const cell = text.trim();
  if (IF.test(cell)) return 'conditional';
  return NO.test(cell) ? 'no' : YES.test(cell) ? 'yes' : undefined;
};

/** The column whose cells all say yes, no or if. */
export function verdictColumn(split: Split): number | undefined {
  const rows = split.units.map(({ cells = [] }) => cells.map((cell) => verdictOf(textOf(cell))));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index).filter(
    (index) => index > 0 && rows.every((row) => row[index]),
  );
  return columns.length === 1 ? columns[0] : undefined;
}

const mandates: Converter = (writer, split, source) => {
  const column = split.origin === 'rows' ? verdictColumn(split) : undefined;
  if (column === undefined) return undefined;
  return itemwise((_, unit) => {
    const verdict = unit.cells?.[column] ?? [];
    const allowed = verdictOf(textOf(verdict));
    if (!allowed || !titled(unit)) return undefined;
    const others = (unit.cells ?? [])
      .filter((_cell, index) => index > 0 && index !== column)
      .flat();
    const bare = wordsOf(textOf(verdict)).length === 1;
    if (bare) writer.leave('became-value', textOf(verdict));
    return {
      ...writer.item(unit.title, 'mandate'),
      title: writer.plain(unit.title),
      allowed,
      ...writer.optional('condition', bare ? others : [...verdict, ...others]),
    };
  })(writer, split, source);
};

/* Reactions: a situation each, with what to do one after the other. */

export const kindOf = (text: string): string | undefined =>
  KINDS.find(([, pattern]) => pattern.test(text))?.[0];

const reactions = itemwise((writer, unit) => {
  const blocks = [...unit.body, ...unit.why];
  const quotes = blocks.filter((block) => block.kind === 'quote');
  const steps = blocks
    .filter((block) => block.kind !== 'quote')
    .flatMap((block): Block[][] => (block.kind === 'list' ? block.items : [[block]]));
  if (!titled(unit) || !steps.length) return undefined;
  return {
    ...writer.item(unit.title, 'reaction'),
    kind: kindOf(plain(unit.title)) ?? 'other',
    title: writer.plain(unit.title),
    steps: steps.map((step) => writer.markdown(step)),
    ...(quotes.length && { reply: writer.markdown(quotes.flatMap(({ blocks: inner }) => inner)) }),
  };
});

const platformColumns = [
  ['benefits', /voordel|sterk|goed voor|avantage|atout|benefit|good for|strength/iu],
  ['risks', /risico|nadel|opgelet|risque|inconvénient|risk|drawback/iu],
] as const;

const platforms = itemwise((writer, unit, split) => {
  const field = (index: number) =>
    platformColumns.find(([, pattern]) => pattern.test(textOf(split.head?.[index] ?? [])))?.[0];
  if (!titled(unit)) return undefined;
  const named = (unit.cells ?? []).map((cell, index) => ({ cell, field: field(index) }));
  const of = (name: string) =>
    named.filter((each) => each.field === name).flatMap(({ cell }) => cell);
  const body = unit.cells
    ? named.filter((each, index) => index > 0 && !each.field).flatMap(({ cell }) => cell)
    : [...unit.body, ...unit.why];
  return {
    ...writer.item(unit.title, 'platform'),
    name: writer.plain(unit.title),
    description: writer.markdown(body),
    ...writer.optional('benefits', of('benefits')),
    ...writer.optional('risks', of('risks')),
  };
});

/* Contacts and trainings stand in lists of their own; their sections name them. */

const contacts: Converter = (writer, split) => {
  const intro = around(writer, split);
  const found = split.units.map((unit) => contactFrom(writer, unit));
  if (!found.length || found.some((each) => !each)) return undefined;
  if (split.head) writer.leave('label', split.head.map((cell) => textOf(cell)).join(' | '));
  const people = found.filter((each) => each !== undefined);
  writer.contacts.push(...people);
  return { ...intro, items: people.map(({ id }) => id) };
};

const trainings: Converter = (writer, split) => {
  const intro = around(writer, split);
  if (!split.units.length || !split.units.every(titled)) return undefined;
  if (split.head) writer.leave('label', split.head.map((cell) => textOf(cell)).join(' | '));
  const items = split.units.map((unit) => {
    const training = {
      ...writer.item(unit.title, 'training'),
      title: writer.plain(unit.title),
      ...writer.optional('description', [...unit.body, ...unit.why]),
    };
    writer.trainings.push(training);
    return training.id;
  });
  return { ...intro, items };
};

/** All of it as one text; what a list of runs or blocks says stays as it is. */
const text: Converter = (writer, _split, source) => ({ body: writer.markdown(source.blocks) });

export const converters: Partial<Record<SectionType, Converter>> = {
  text,
  rules: rule,
  guidelines,
  mandates,
  faq,
  check,
  reactions,
  platforms,
  profiles: itemwise(profileFrom),
  contacts,
  reporting: itemwise(described('title', 'description', 'channel')),
  trainings,
  rollout: itemwise(described('title', 'body', 'step', { state: 'planned' })),
};
