/** Reading with as little as the policy needs: a compiled one does without schema and parser. */
import { isCompiled, readCompiled } from './compiled.js';
import type { ParseResult } from './findings.js';
import { recall, remember } from './parse-cache.js';
import { plainTree, type MarkdownTree } from './markdown-tree.js';

type FullReader = typeof import('./full-parser.js');

let full: FullReader | undefined;
let loading: Promise<FullReader> | undefined;

/**
 * Loads what reads a policy that was not compiled; then `readNow` reads any at once.
 * @throws where it cannot be had; the next call asks again.
 */
export const loadReader = (): Promise<FullReader> =>
  (loading ??= import('./full-parser.js').then(
    (module) => (full = module),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));

/** A policy read before, a compiled one, or any once the reader is there; else nothing yet. */
export function readNow(value: unknown): ParseResult | undefined {
  const known = recall(value);
  if (known && (known.compiled || full)) return known;
  const read = isCompiled(value)
    ? // A damaged one is still a policy in one language.
      (readCompiled(value) ?? full?.readUnknown(value['policy']))
    : full?.readUnknown(value);
  return read && remember(value, read);
}

/** As `readNow`, once what it takes is there. */
export async function readSoon(value: unknown): Promise<ParseResult> {
  const read = readNow(value);
  if (read) return read;
  await loadReader();
  return readNow(value)!;
}

/** The tree of a Markdown text of a policy. */
export const treeOf = ({ compiled }: ParseResult, markdown: string): MarkdownTree =>
  compiled ? compiled.tree(markdown) : (full?.parseMarkdown(markdown) ?? plainTree(markdown));
