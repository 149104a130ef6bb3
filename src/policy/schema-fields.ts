/** What the schemas of the policy and of its sections are made of. */
import * as v from 'valibot';
import { DURATION } from './duration.js';

// Fields nobody here knows are kept: a later format or a local extension is no error. The types
// stay strict all the same, so that a misspelt field is found when compiling.
export const object = v.looseObject as unknown as typeof v.object;
export const list = <T extends v.GenericSchema>(item: T) => v.array(item);
export const maybe = <T extends v.GenericSchema>(schema: T) => v.optional(schema);

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
export const duration = v.pipe(v.string(), v.regex(DURATION, 'duration'));
export const version = v.pipe(v.string(), v.regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'version'));
export const address = v.pipe(v.string(), v.nonEmpty('address'));
// The least number of entries also keeps out a list, which valibot takes for a record.
export const text = v.union([
  v.string(),
  v.pipe(v.record(language, v.string()), v.minEntries(1, 'empty')),
]);

export const ids = maybe(list(id));
/** What people call something, by language: for the search, never shown. */
export const keywords = v.record(language, list(v.string()));
export const common = { id, audience: ids, keywords: maybe(keywords) };
/** An item, or a section, may belong to the short reading. */
export const part = { ...common, core: maybe(v.boolean()) };
export const block = { ...part, type: v.string(), title: text, intro: maybe(text) };

export const section = <const Type extends string, Fields extends v.ObjectEntries>(
  type: Type,
  fields: Fields,
) => object({ ...block, type: v.literal(type), ...fields });
