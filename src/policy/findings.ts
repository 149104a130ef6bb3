import type { MarkdownTree } from './markdown-tree.js';
import type { Policy } from './schema.js';

/** Something an editor should know about a policy. Sentences for it: `localization/findings.ts`. */
export interface Finding {
  /** `error`: means nothing there. `advice`: works, and could be better. */
  grade: 'error' | 'advice';
  code: FindingCode;
  /** RFC 6901 JSON Pointer into the document as it was given. */
  pointer: string;
  /** What the sentence needs: a value, an id, a language. */
  params?: Readonly<Record<string, string | number>>;
}

/** Grade error: what readers may meet. */
export type ErrorCode =
  | 'not-json'
  | 'not-a-policy'
  | 'missing'
  | 'wrong-shape'
  | 'empty'
  | 'format'
  | 'id'
  | 'date'
  | 'duration'
  | 'version'
  | 'language'
  | 'choice'
  | 'email'
  | 'address'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'unsafe-address'
  | 'unsafe-link'
  /** Of an element, which was given no policy. */
  | 'no-source';

/** Grade advice: what editors are told. */
export type AdviceCode =
  | 'unknown-type'
  | 'unknown-field'
  | 'unknown-word'
  | 'language-spelling'
  | 'language-unlisted'
  | 'html'
  | 'markdown-in-plain'
  | 'mailto'
  | 'no-scheme'
  | 'damaged-text'
  | 'mojibake'
  | 'text-empty'
  | 'to-fill-in'
  | 'placeholder'
  | 'id-says-nothing'
  | 'no-why'
  | 'more-dont-than-do'
  | 'review-absent'
  | 'review-passed'
  | 'review-far'
  | 'translation-missing'
  | 'translation-stale'
  | 'translation-machine'
  | 'translation-same'
  | 'core-missing'
  | 'core-too-long'
  | 'in-two-groups'
  | 'no-correct-answer'
  | 'condition-missing'
  | 'image-without-alt'
  | 'profile-unverified'
  | 'nobody-to-ask'
  | 'too-long'
  | 'section-empty'
  | 'block-missing'
  | 'block-weak';

export type FindingCode = ErrorCode | AdviceCode;

/** What a read policy has more, where it was compiled. */
export interface CompiledPart {
  /** Language of the texts (BCP 47). */
  lang: string;
  /** Of the whole policy it was made from. */
  digest: string;
  /** Addresses of the other languages' files by language, from this one. */
  files: Readonly<Record<string, string>>;
  /** Ids of the sections with texts that are older than those they were translated from. */
  stale: ReadonlySet<string>;
  /** Ids of the sections with texts in another language, as they are not translated. */
  foreign: ReadonlySet<string>;
  /** Words of each section by its id; of the short reading for everybody, by `''`. */
  words: Readonly<Record<string, number>>;
  tree(markdown: string): MarkdownTree;
}

/** A policy as read, with what was wrong in it. */
export interface ParseResult {
  /** The sound part of the document; `undefined` when there is nothing to show. */
  policy: Policy | undefined;
  findings: Finding[];
  /** Findings of grade error by the id of the section they fall in; `''` for the rest. */
  gaps: ReadonlyMap<string, readonly Finding[]>;
  /** The document as it was given: what a digest is taken of. */
  source: unknown;
  /** Where it was loaded from; relative addresses in it start there. */
  url?: string;
  /** Where it was compiled: for one language, its Markdown parsed. */
  compiled?: CompiledPart;
}
