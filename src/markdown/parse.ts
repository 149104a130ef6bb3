import { Lexer, type Token, type Tokens } from 'marked';

// Texts come back on every render; a large policy has some thousands of them in a language.
const KEPT = 20_000;
const parsed = new Map<string, Token[]>();

/** The tokens of a Markdown text (CommonMark with GFM). Never throws: what cannot be parsed is a paragraph. */
export function parseMarkdown(markdown: string): Token[] {
  let tokens = parsed.get(markdown);
  if (!tokens) {
    tokens = parse(markdown);
    if (parsed.size >= KEPT) parsed.clear();
    parsed.set(markdown, tokens);
  }
  return tokens;
}

const parse = (markdown: string): Token[] => {
  try {
    return new Lexer({ gfm: true }).lex(markdown);
  } catch {
    // Nested deeper than the parser can follow.
    return [asParagraph(markdown)];
  }
};

const asParagraph = (text: string): Tokens.Paragraph => ({
  type: 'paragraph',
  raw: text,
  text,
  tokens: [{ type: 'text', raw: text, text, escaped: false }],
});
