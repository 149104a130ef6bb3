/** The name, also where a letter of it is escaped. */
const REACHES = /__proto__|\\u00(?:5f|70|72|6f|74)/i;

/** JSON text → value; a key that would reach a prototype is left out. */
export const parseJson = (json: string): unknown =>
  // Looking at every key costs more than all the rest of the parsing.
  REACHES.test(json) ? JSON.parse(json, withoutPrototype) : JSON.parse(json);

function withoutPrototype(this: unknown, key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
