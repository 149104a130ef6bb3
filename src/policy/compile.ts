import { readCompiled, type CompiledPolicy } from './compiled.js';
import { coreReading } from './core.js';
import { countWords } from './count-words.js';
import { digestPolicy } from './digest.js';
import type { Finding, ParseResult } from './findings.js';
import { hasForeignTexts } from './foreign-texts.js';
import type { MarkdownTree } from './markdown-tree.js';
import { parseMarkdown } from './parse-markdown.js';
import { readUnknown } from './parse.js';
import type { Policy, Text } from './schema.js';
import { entriesOf } from './ids.js';
import { matchLanguage, resolveText } from './text.js';
import { textsOf } from './texts.js';
import { staleSections } from './translations.js';

export interface CompileOptions {
  /** Addresses of the other languages' files by language, as seen from this one. */
  files?: Readonly<Record<string, string>>;
}

/**
 * Makes a policy ready for readers of one of its languages: one small JSON value that the elements
 * show without checking or parsing again. It holds no more texts than those readers see, each in
 * the language it is shown in, and the digest of the policy it was made from.
 * @throws TypeError where it is no policy, or has no such language.
 */
export function compilePolicy(
  source: unknown,
  lang: string,
  { files = {} }: CompileOptions = {},
): CompiledPolicy {
  const read = readUnknown(source);
  if (!read.policy) throw new TypeError('This is no policy.');
  const own = matchLanguage(lang, read.policy.languages);
  if (!own) throw new TypeError(`The policy is not written in "${lang}".`);
  const policy = inOneLanguage(read.policy, own);
  const findings = read.findings.map((finding) => ({
    ...finding,
    section: sectionOf(finding, read),
  }));
  const stale = staleSections(read.policy, own);
  const foreign = policy.sections
    .filter((each) => hasForeignTexts(each, own, policy))
    .map(({ id }) => id);
  const compiled: CompiledPolicy = {
    compiled: 1,
    lang: own,
    digest: digestPolicy(source),
    files,
    ...(findings.length && { findings }),
    ...(stale.length && { stale }),
    ...(foreign.length && { foreign }),
    words: wordsOf(policy, own),
    policy,
    trees: treesOf(policy),
  };
  // A field of the editor's own may have the name of another: the elements would not take it.
  if (!readCompiled({ ...compiled }))
    throw new TypeError('The policy has fields of another shape.');
  return compiled;
}

const sectionOf = (finding: Finding, { gaps }: ParseResult): string =>
  [...gaps].find(([, found]) => found.includes(finding))?.[0] ?? '';

/** The policy with of every text only what a reader of `lang` is shown. */
function inOneLanguage(policy: Policy, lang: string): Policy {
  const copy = structuredClone(policy);
  delete copy.translations;
  for (const { text, pointer } of textsOf(policy)) {
    if (typeof text !== 'string') put(copy, pointer, only(text, lang, policy.languages));
  }
  keepKeywords(copy, lang);
  return copy;
}

/** For the time that reading takes. */
function wordsOf(policy: Policy, lang: string): Record<string, number> {
  const count = (part: object): number => countWords(part, lang, policy);
  const sections = policy.sections.map((section) => [section.id, count(section)] as const);
  return { '': count(coreReading(policy, [])), ...Object.fromEntries(sections) };
}

/** Of the words for the search those in the language that is read, and in those that are shown. */
function keepKeywords(copy: Policy, lang: string): void {
  for (const { value } of entriesOf(copy)) {
    const { keywords } = value as { keywords?: Record<string, string[]> };
    if (!keywords) continue;
    const shown = [...textsOf(value)].flatMap(({ text }) =>
      typeof text === 'string' ? [copy.languages[0]!] : Object.keys(text),
    );
    const kept = new Set([lang, ...shown]);
    const languages = Object.entries(keywords).filter(([key]) => matchLanguage(key, [...kept]));
    value['keywords'] = Object.fromEntries(languages);
  }
}

function only(text: Text, lang: string, languages: readonly string[]): Text {
  const found = resolveText(text, lang, languages as Policy['languages']);
  return found ? { [found.lang]: found.text } : { [lang]: '' };
}

/** Puts a value where a JSON Pointer says. */
function put(document: unknown, pointer: string, value: unknown): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  const holder = keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], document);
  (holder as Record<string, unknown>)[last] = value;
}

function treesOf(policy: Policy): (MarkdownTree | 0)[] {
  const texts = [...textsOf(policy)].filter(({ kind }) => kind === 'markdown');
  return texts.map(({ text }) => {
    const markdown = typeof text === 'string' ? text : Object.values(text)[0]!;
    const tree = parseMarkdown(markdown);
    const plain =
      tree.length === 1 && tree[0]![0] === 'p' && tree[0]!.length === 2 && tree[0]![1] === markdown;
    return plain ? 0 : tree;
  });
}
