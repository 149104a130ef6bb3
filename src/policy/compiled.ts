/**
 * A policy made ready for readers of one language: checked, its Markdown parsed, no more texts than
 * they see. `compile.ts` makes it. It is as untrusted as any other file: what is not shaped as
 * promised is left to the full reader.
 */
import type { CompiledPart, Finding, ParseResult } from './findings.js';
import { plainTree, type MarkdownTree } from './markdown-tree.js';
import type { Policy } from './schema.js';
import { TEXT_FIELDS, textsOf } from './texts.js';

export type { CompiledPart };

/** One file of a compiled policy: what `compilePolicy` makes. */
export interface CompiledPolicy {
  /** Version of this form. */
  compiled: 1;
  /** Language of the texts (BCP 47): one of the policy's. */
  lang: string;
  /** `sha-256:<hex>` of the canonical policy JSON it was made from. */
  digest: string;
  /** Addresses of the other languages' files by language, from this one. */
  files: Readonly<Record<string, string>>;
  /** What was wrong in the policy, and in which section. */
  findings?: readonly (Finding & { section: string })[];
  /** Ids of the sections with texts that are older than those they were translated from. */
  stale?: readonly string[];
  /** Ids of the sections with texts in another language, as they are not translated. */
  foreign?: readonly string[];
  /** Words of each section by its id; of the short reading for everybody, by `''`. */
  words?: Readonly<Record<string, number>>;
  policy: Policy;
  /** Trees of the Markdown texts in the order of the document; `0` for a text without any marks. */
  trees: readonly (MarkdownTree | 0)[];
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const all = (value: unknown, check: (each: unknown) => boolean): boolean =>
  isObject(value) ? Object.values(value).every(check) : Array.isArray(value) && value.every(check);

export const isCompiled = (value: unknown): value is JsonObject =>
  isObject(value) && 'compiled' in value && isObject(value['policy']);

/** Reads a compiled policy; nothing where it is not what it should be. */
export function readCompiled(source: JsonObject): ParseResult | undefined {
  if (!isWhole(source)) return undefined;
  const { policy, lang, digest, files, trees, findings = [], stale, foreign, words = {} } = source;
  const gaps = new Map<string, Finding[]>();
  for (const finding of findings) {
    gaps.set(finding.section, [...(gaps.get(finding.section) ?? []), finding]);
  }
  const compiled = {
    lang,
    digest,
    files,
    stale: new Set(stale),
    foreign: new Set(foreign),
    words,
    tree: treesOf(policy, trees),
  };
  return { policy, findings: [...findings], gaps, source, compiled };
}

/** Trees by text; made when the first is asked for. */
function treesOf(policy: Policy, trees: CompiledPolicy['trees']): CompiledPart['tree'] {
  let byText: Map<string, MarkdownTree> | undefined;
  const make = () => {
    const found = new Map<string, MarkdownTree>();
    let at = 0;
    for (const { kind, text } of textsOf(policy)) {
      const tree = kind === 'markdown' && trees[at++];
      if (tree) found.set(isString(text) ? text : Object.values(text)[0]!, tree);
    }
    return found;
  };
  return (text) => (byText ??= make()).get(text) ?? plainTree(text);
}

const LISTS =
  /^(sections|items|audiences|contacts|trainings|documents|history|options|answers|triage|groups)$/;
const WORDS = /^(languages|audience|who|requires|acts)$/;
const OBJECTS = /^(organisation|adopted|acknowledgement)$/;
const STRINGS =
  /^(id|type|kind|topic|platform|version|status|url|src|logo|handle|owner|contact|email|phone|on|to|about|date|duration|within|state|allowed|expect|effective|reviewBy|verified|validFor|due|covers)$/;

/** Whether every field that is drawn has the shape its name says. */
function isShaped(value: unknown): boolean {
  if (!isObject(value)) return isString(value);
  return Object.entries(value).every(([key, each]) => {
    if (Object.hasOwn(TEXT_FIELDS, key))
      return isText(each) || (Array.isArray(each) && each.every(isText));
    if (LISTS.test(key)) return Array.isArray(each) && each.every(isShaped);
    if (WORDS.test(key)) return isWords(each);
    if (OBJECTS.test(key)) return isObject(each) && isShaped(each);
    if (key === 'keywords') return isObject(each) && all(each, isWords);
    return !STRINGS.test(key) || isString(each);
  });
}

const isWords = (value: unknown): boolean => Array.isArray(value) && value.every(isString);

const isText = (value: unknown): boolean =>
  isString(value) || (isObject(value) && all(value, isString) && Object.keys(value).length === 1);

const has = (value: unknown, ...keys: string[]): boolean =>
  isObject(value) && keys.every((key) => isString(value[key]));

function isPolicy(policy: JsonObject): boolean {
  const { languages, sections, organisation, title } = policy;
  return (
    has(policy, 'id', 'version', 'status') &&
    isShaped(policy) &&
    [languages, sections].every(Array.isArray) &&
    (languages as string[]).length > 0 &&
    isText(title) &&
    isObject(organisation) &&
    (sections as unknown[]).every((section) => has(section, 'id', 'type'))
  );
}

const isFinding = (value: unknown): boolean =>
  has(value, 'grade', 'code', 'pointer', 'section') &&
  all((value as JsonObject)['params'] ?? {}, (each) => isString(each) || typeof each === 'number');

const isWhole = (source: JsonObject): source is JsonObject & CompiledPolicy =>
  source['compiled'] === 1 &&
  has(source, 'lang', 'digest') &&
  all(source['files'], isString) &&
  Array.isArray(source['trees']) &&
  source['trees'].every((tree) => tree === 0 || Array.isArray(tree)) &&
  all(source['findings'] ?? [], isFinding) &&
  isWords(source['stale'] ?? []) &&
  isWords(source['foreign'] ?? []) &&
  all(source['words'] ?? {}, Number.isInteger) &&
  isPolicy(source['policy'] as JsonObject);
