/** Finds the addresses of links in Markdown without parsing it, so that reading a policy stays cheap. */

const MAY_LINK = /\]\(|\]:|</;
const CODE = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/g;
const INLINE = /\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))/g;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^<>\n]*)>|(\S+))/gm;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/gi;

// Looking for code in a very long text costs too much; what stands in code is then reported as well.
const LONG = 20_000;

/** Addresses of the inline links, images, definitions and autolinks of a Markdown text, as written. */
export function addressesIn(markdown: string): string[] {
  if (!MAY_LINK.test(markdown)) return [];
  const prose = markdown.length < LONG ? markdown.replace(CODE, ' ') : markdown;
  return [INLINE, DEFINITION, AUTOLINK].flatMap((pattern) =>
    [...prose.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''),
  );
}
