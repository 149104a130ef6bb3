/**
 * The one schema. The TypeScript types, `policy.schema.json` and the checks derive from it.
 * Descriptions for editors' tools live in `schema.descriptions.json`, so that no reader pays for them.
 */
import * as v from 'valibot';
import {
  address,
  block,
  common,
  date,
  duration,
  id,
  language,
  list,
  maybe,
  object,
  text,
  version,
} from './schema-fields.js';
import { schemas as sectionSchemas } from './section-types/index.js';

export const audience = object({ id, title: text, description: maybe(text) });
export const contact = object({
  ...common,
  name: text,
  role: text,
  email: maybe(v.pipe(v.string(), v.regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'email'))),
  phone: maybe(v.string()),
  url: maybe(address),
  languages: maybe(list(language)),
  topics: maybe(text),
});
export const training = object({
  ...common,
  title: text,
  description: maybe(text),
  url: maybe(address),
  duration: maybe(duration),
});
export const relatedDocument = object({
  ...common,
  title: text,
  url: address,
  description: maybe(text),
});

/** Section schemas by `type`. */
export { sectionSchemas };
export type * from './section-types/items.js';
export type SectionType = keyof typeof sectionSchemas;

/** A section of a type nobody here knows: kept, and shown plainly. */
export const otherSection = object(block);

/** Chapters: sections that stand together in the contents. */
export const group = object({ id, title: text, sections: list(id) });

/** A translation by its digest, and whether a person has looked at it. */
export const translation = object({
  text: v.string(),
  state: v.picklist(['current', 'machine'], 'choice'),
});
// One source text may be translated in two ways, in two places. A bare digest is the old form.
const translated = v.union([translation, list(translation), v.string()]);

const isKnown = (type: unknown): type is SectionType =>
  typeof type === 'string' && Object.hasOwn(sectionSchemas, type);

export const anySection: v.GenericSchema<Section> = v.lazy((input): v.GenericSchema<Section> => {
  const type = (input as { type?: unknown } | null | undefined)?.type;
  return isKnown(type) ? sectionSchemas[type] : otherSection;
});

export const policySchema = object({
  format: v.literal(1, 'format'),
  id,
  version,
  status: v.picklist(['draft', 'published', 'withdrawn'], 'choice'),
  languages: v.pipe(list(language), v.minLength(1, 'empty')),
  title: text,
  summary: text,
  organisation: object({ name: text, url: maybe(address), logo: maybe(address) }),
  owner: maybe(id),
  adopted: maybe(object({ by: text, on: date })),
  effective: maybe(date),
  reviewBy: maybe(date),
  audiences: maybe(list(audience)),
  contacts: maybe(list(contact)),
  trainings: maybe(list(training)),
  sections: list(anySection),
  acknowledgement: maybe(
    object({
      statement: text,
      acts: maybe(list(v.picklist(['acknowledge', 'decline', 'request-exception'], 'choice'))),
      validFor: maybe(duration),
      due: maybe(date),
      covers: maybe(v.picklist(['all', 'core'], 'choice')),
    }),
  ),
  documents: maybe(list(relatedDocument)),
  history: maybe(list(object({ version, date, summary: text, src: maybe(address) }))),
  translations: maybe(v.record(v.string(), v.record(language, translated))),
  groups: maybe(list(group)),
});

/** A text in one language, or by BCP 47 language. */
export type Text = v.InferOutput<typeof text>;
export type Audience = v.InferOutput<typeof audience>;
export type Contact = v.InferOutput<typeof contact>;
export type Training = v.InferOutput<typeof training>;
export type RelatedDocument = v.InferOutput<typeof relatedDocument>;
/** The section of a known type, e.g. `SectionOf<'faq'>`. */
export type SectionOf<Type extends SectionType> = v.InferOutput<(typeof sectionSchemas)[Type]>;
/** One of a type that nobody here knows: its further fields are as they were written. */
export type OtherSection = v.InferOutput<typeof otherSection> & {
  readonly [field: string]: unknown;
};
export type Group = v.InferOutput<typeof group>;
export type Translation = v.InferOutput<typeof translation>;
export type Section = SectionOf<SectionType> | OtherSection;
/** A policy in all its languages, as the policy format describes it. */
export type Policy = v.InferOutput<typeof policySchema>;
/** What a reader may do with the acknowledgement. */
export type Act = 'acknowledge' | 'decline' | 'request-exception';
