/** A hint to whoever writes: sentences that are long. */
import { parseMarkdown, type MarkdownNode } from 'policy-elements';

const LONG = 25;

/** The plain text of a Markdown text; what ends a block ends a sentence. */
function plain(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node): string => {
      if (typeof node === 'string') return node;
      const [tag, ...rest] = node;
      if (tag === 'pre' || tag === 'c' || tag === 'img') return '';
      const inner = plain(
        rest.filter((each) => typeof each === 'string' || Array.isArray(each)) as MarkdownNode[],
      );
      return ['p', 'li', 'h', 'task', 'q'].includes(tag) ? `${inner}\n` : inner;
    })
    .join('');
}

export interface LongSentence {
  words: number;
  begins: string;
}

/** Sentences of more than twenty-five words. */
export function longSentences(markdown: string, lang: string): LongSentence[] {
  if (markdown.length < 120 || !('Segmenter' in Intl)) return [];
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const words = new Intl.Segmenter(lang, { granularity: 'word' });
  return plain(parseMarkdown(markdown))
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)])
    .flatMap(({ segment }) => {
      const count = [...words.segment(segment)].filter(({ isWordLike }) => isWordLike).length;
      const begins = segment.trim().split(/\s+/).slice(0, 5).join(' ');
      return count > LONG ? [{ words: count, begins }] : [];
    });
}
