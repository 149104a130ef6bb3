/**
 * The one schema. The TypeScript types, `policy.schema.json` and the checks derive from it.
 * Descriptions for editors' tools live in `schema.descriptions.json`, so that no reader pays for them.
 */
import * as v from 'valibot';

// Fields nobody here knows are kept: a later format or a local extension is no error. The types
// stay strict all the same, so that a misspelt field is found when compiling.
const object = v.looseObject as unknown as typeof v.object;
const list = <T extends v.GenericSchema>(item: T) => v.array(item);
const maybe = <T extends v.GenericSchema>(schema: T) => v.optional(schema);

const ACTUAL_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** The 30th of February: some engines make it a day in March, others no date at all. */
const isDate = (value: string): boolean => {
  const date = new Date(`${value}T00:00Z`);
  return ACTUAL_DATE.test(value) && date.getUTCDate() === Number(value.slice(-2));
};

export const TEXT_LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
export const language = v.pipe(v.string(), v.regex(TEXT_LANGUAGE, 'language'));
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'id'));
export const date = v.pipe(v.string(), v.check(isDate, 'date'));
export const duration = v.pipe(
  v.string(),
  v.regex(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'duration'),
);
export const version = v.pipe(v.string(), v.regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'version'));
export const address = v.pipe(v.string(), v.nonEmpty('address'));
// The least number of entries also keeps out a list, which valibot takes for a record.
export const text = v.union([
  v.string(),
  v.pipe(v.record(language, v.string()), v.minEntries(1, 'empty')),
]);

const ids = maybe(list(id));
/** What people call something, by language: for the search, never shown. */
export const keywords = v.record(language, list(v.string()));
const common = { id, audience: ids, keywords: maybe(keywords) };
/** An item, or a section, may belong to the short reading. */
const part = { ...common, core: maybe(v.boolean()) };
const block = { ...part, type: v.string(), title: text, intro: maybe(text) };

const section = <const Type extends string, Fields extends v.ObjectEntries>(
  type: Type,
  fields: Fields,
) => object({ ...block, type: v.literal(type), ...fields });

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

export const platform = object({
  ...part,
  name: text,
  description: text,
  benefits: maybe(text),
  risks: maybe(text),
});
export const rule = object({
  ...part,
  title: text,
  body: text,
  why: maybe(text),
  consequence: maybe(text),
  requires: ids,
});
export const mandate = object({
  ...part,
  title: text,
  allowed: v.picklist(['yes', 'conditional', 'no'], 'choice'),
  who: ids,
  requires: ids,
  condition: maybe(text),
});
export const guideline = object({
  ...part,
  kind: v.string(),
  title: text,
  body: text,
  why: maybe(text),
  example: maybe(text),
  tags: maybe(list(text)),
});
export const profile = object({
  ...part,
  platform: v.string(),
  name: text,
  url: address,
  handle: maybe(v.string()),
  languages: maybe(list(language)),
  purpose: maybe(text),
  owner: maybe(id),
  state: maybe(v.picklist(['active', 'dormant', 'closed'], 'choice')),
  verified: maybe(date),
});
export const reaction = object({
  ...part,
  kind: v.string(),
  title: text,
  steps: list(text),
  reply: maybe(text),
  contact: maybe(id),
  within: maybe(duration),
});
export const triageQuestion = object({
  id,
  question: text,
  answers: list(object({ label: text, to: id })),
});
export const checkQuestion = object({
  ...part,
  question: text,
  help: maybe(text),
  expect: maybe(v.picklist(['yes', 'no'], 'choice')),
});
export const faqEntry = object({
  ...part,
  question: text,
  answer: text,
  tags: maybe(list(text)),
});
export const reportingChannel = object({
  ...part,
  title: text,
  description: text,
  anonymous: maybe(v.boolean()),
  contact: maybe(id),
  url: maybe(address),
});
export const rolloutStep = object({
  ...part,
  title: text,
  body: maybe(text),
  on: maybe(date),
  state: v.picklist(['planned', 'running', 'done'], 'choice'),
});
export const quizQuestion = object({
  ...part,
  question: text,
  options: list(object({ label: text, correct: maybe(v.boolean()) })),
  explanation: text,
  about: maybe(id),
});

/** Section schemas by `type`. */
export const sectionSchemas = {
  text: section('text', { body: text, topic: maybe(v.string()) }),
  platforms: section('platforms', { items: list(platform) }),
  rules: section('rules', { items: list(rule) }),
  mandates: section('mandates', { items: list(mandate) }),
  guidelines: section('guidelines', { items: list(guideline) }),
  profiles: section('profiles', { items: list(profile) }),
  reactions: section('reactions', { items: list(reaction), triage: maybe(list(triageQuestion)) }),
  check: section('check', { items: list(checkQuestion) }),
  faq: section('faq', { items: list(faqEntry) }),
  contacts: section('contacts', { items: ids }),
  reporting: section('reporting', { items: list(reportingChannel) }),
  trainings: section('trainings', { items: ids }),
  rollout: section('rollout', { items: list(rolloutStep) }),
  quiz: section('quiz', { items: list(quizQuestion) }),
};
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
export type Platform = v.InferOutput<typeof platform>;
export type Rule = v.InferOutput<typeof rule>;
export type Mandate = v.InferOutput<typeof mandate>;
export type Guideline = v.InferOutput<typeof guideline>;
export type Profile = v.InferOutput<typeof profile>;
export type Reaction = v.InferOutput<typeof reaction>;
export type TriageQuestion = v.InferOutput<typeof triageQuestion>;
export type CheckQuestion = v.InferOutput<typeof checkQuestion>;
export type FaqEntry = v.InferOutput<typeof faqEntry>;
export type ReportingChannel = v.InferOutput<typeof reportingChannel>;
export type RolloutStep = v.InferOutput<typeof rolloutStep>;
export type QuizQuestion = v.InferOutput<typeof quizQuestion>;
/** The section of a known type, e.g. `SectionOf<'faq'>`. */
export type SectionOf<Type extends SectionType> = v.InferOutput<(typeof sectionSchemas)[Type]>;
export type OtherSection = v.InferOutput<typeof otherSection>;
export type Group = v.InferOutput<typeof group>;
export type Translation = v.InferOutput<typeof translation>;
export type Section = SectionOf<SectionType> | OtherSection;
/** A policy in all its languages, as the policy format describes it. */
export type Policy = v.InferOutput<typeof policySchema>;
/** What a reader may do with the acknowledgement. */
export type Act = 'acknowledge' | 'decline' | 'request-exception';
