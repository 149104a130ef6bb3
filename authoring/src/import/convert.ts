/** A section of a document → a section of a policy, of one type, with every word in one place. */
import type { Contact, SectionType, Training } from 'policy-elements';
import { plain, textOf, wordsOf, type Left } from './blocks.js';
import type { Ids } from './ids.js';
import type { SourceSection } from './sections.js';
import { converters } from './converters.js';
import { FieldWriter, type Fields } from './field-writer.js';
import { toMarkdown } from './markdown-writer.js';
import { splitUnits } from './units.js';

export interface Converted {
  section: Fields & { id: string; type: string };
  left: Left[];
  contacts: Contact[];
  trainings: Training[];
  /** Something stood after the items, and is in the introduction now. */
  moved: boolean;
}

/** Types a section of a document can be made into. */
export const IMPORTABLE = Object.keys(converters) as SectionType[];

/** Makes a section of a type; `undefined` where what is there does not fit, or a word would be lost. */
export function convert(
  source: SourceSection,
  type: SectionType,
  id: string,
  options: { lang: string; ids: Ids; topic?: string },
): Converted | undefined {
  const where = plain(source.title);
  const writer = new FieldWriter(options.lang, options.ids, where);
  const title = writer.plain(source.title);
  const make = Object.hasOwn(converters, type) ? converters[type] : undefined;
  if (!make) return undefined;
  const split = splitUnits(source.blocks);
  const fields = make(writer, split, source);
  if (!fields) return undefined;
  if (type !== 'text') for (const { text } of split.left) writer.leave('label', text);
  if (!writer.holds(`${where}\n${textOf(source.blocks)}`)) return undefined;
  const topic = type === 'text' && options.topic ? { topic: options.topic } : {};
  return {
    section: { id, type, title, ...topic, ...fields },
    left: writer.left,
    contacts: writer.contacts,
    trainings: writer.trainings,
    moved: type !== 'text' && wordsOf(textOf(split.rest)).length > 0,
  };
}

/** A section of a type whose items do not follow from the text: all of it is the introduction. */
export function asIntroduction(
  source: SourceSection,
  type: SectionType,
  id: string,
  lang: string,
): Converted {
  const text = (value: string) => ({ [lang]: value });
  const intro = toMarkdown(source.blocks);
  return {
    section: {
      ...{ id, type, title: text(plain(source.title)) },
      ...(intro && { intro: text(intro) }),
      // These show the policy’s own lists.
      ...(type !== 'contacts' && type !== 'trainings' && { items: [] }),
    },
    ...{ left: [], contacts: [], trainings: [], moved: false },
  };
}
