/** Fields that the format does not have, and what the schema says of a place in a document. */
import type * as v from 'valibot';
import type { Finding } from '../findings.js';
import { anySection, policySchema, sectionSchemas } from '../schema.js';
import { pointerTo } from '../texts.js';
import { closestField } from './synonyms.js';

type Schema = v.GenericSchema & {
  wrapped?: Schema;
  item?: Schema;
  entries?: Readonly<Record<string, Schema>>;
  options?: readonly unknown[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What holds for a value: of an optional schema the one within, of a section the one of its type. */
function actual(schema: Schema | undefined, value: unknown): Schema | undefined {
  if (schema?.wrapped) return actual(schema.wrapped, value);
  if ((schema as unknown) !== anySection) return schema;
  const type = isRecord(value) ? value['type'] : undefined;
  return typeof type === 'string' && Object.hasOwn(sectionSchemas, type)
    ? sectionSchemas[type as keyof typeof sectionSchemas]
    : undefined;
}

/** Names that are for tools and comments. */
const OWN = /^[$_]|^x-|^comment$/;

/** Fields that nothing reads: misspelt, or in another language. */
export function unknownFields(
  value: unknown,
  schema: Schema | undefined = policySchema,
  pointer = '',
): Finding[] {
  const own = actual(schema, value);
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => unknownFields(each, own?.item, pointerTo(pointer, at)));
  }
  if (!own?.entries || !isRecord(value)) return [];
  const { entries } = own;
  const free = Object.keys(entries).filter((name) => !Object.hasOwn(value, name));
  return Object.entries(value).flatMap(([name, each]) => {
    const at = pointerTo(pointer, name);
    if (Object.hasOwn(entries, name)) return unknownFields(each, entries[name], at);
    if (OWN.test(name)) return [];
    const suggestion = closestField(name, free);
    const params = { value: name, ...(suggestion && { suggestion }) };
    return [{ grade: 'advice', code: 'unknown-field', pointer: at, params } as const];
  });
}

export interface PlaceInSchema {
  type: string;
  /** The words that may stand there. */
  choices?: readonly string[];
  /** It may not be left out. */
  required: boolean;
}

/** What the schema says of a place in a document; nothing where it says nothing. */
export function schemaAt(source: unknown, pointer: string): PlaceInSchema | undefined {
  let value = source;
  let schema = actual(policySchema, source);
  let required = true;
  for (const key of keysOf(pointer)) {
    const outer = schema;
    value = (value as Record<string, unknown> | undefined)?.[key];
    const next = Array.isArray(outer?.item) ? undefined : (outer?.entries?.[key] ?? outer?.item);
    required = next?.type !== 'optional';
    schema = actual(next, value);
    if (!schema) return undefined;
  }
  if (!schema) return undefined;
  const { type, options } = schema;
  const choices = type === 'picklist' ? options?.map(String) : undefined;
  return { type, required, ...(choices && { choices }) };
}

export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

export const valueAt = (source: unknown, pointer: string): unknown =>
  keysOf(pointer).reduce(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    source,
  );
