/** Markup as text. Everything that comes from a policy goes through `escape`. */
import { sha256 } from '@noble/hashes/sha2.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in markup, within elements and quoted attributes alike. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** Attributes that have a value, each with a space before it. */
export const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('');

/** JSON that can stand in a `<script>`: nothing in it ends the element, or begins a comment. */
export const jsonFor = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028|\u2029/g, (mark) => (mark === '\u2028' ? '\\u2028' : '\\u2029'));

/** What a content security policy calls an inline style or script. */
export function hashOf(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}

/**
 * Without the marks of templates. Of a policy nothing stands in there that has a `<` of its own:
 * lit-ssr escapes it.
 */
export const bareMarkup = (markup: string): string =>
  markup.replace(/<!--\/?(?:lit-(?:part|node)[^>]*|list)-->|<\?>/g, '').trim();

/** A list with its comments, as lit-ssr writes their template. */
const LIST = /<!--lit-part [^>]*--><!--list-->([^]*?)<!--\/list--><!--\/lit-part-->/g;

/** Nothing within a list is changed by Lit: it needs no marks to find it by, but of the list itself. */
export const withBareLists = (markup: string): string =>
  markup.replace(LIST, (_, list: string) => `<!--lit-part-->${bareMarkup(list)}<!--/lit-part-->`);
