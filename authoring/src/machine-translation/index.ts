/** Texts on their way to a translation service, and back into the marks that they had. */
import { parseMarkdown, type MarkdownNode } from 'policy-elements';
import { segmentMarkdown, segmentPlain } from './segments.js';
import { withoutTags, withTags } from './tags.js';

export interface ForService {
  /** What is sent: words with tags, each by itself. Empty where there is nothing to translate. */
  segments: readonly string[];
  /**
   * The translation, from what came back in the same order. Nothing where the service lost a mark, a
   * link or a list on the way: half of a text is worse than none.
   */
  restore: (translated: readonly string[]) => string | undefined;
}

/**
 * @example
 * const { segments, restore } = forService('Zie **[de regels](#rules)**.', 'markdown');
 * // ['Zie <g id="1"><g id="2">de regels</g></g>.']
 * restore(['Voir <g id="1"><g id="2">les règles</g></g>.']); // 'Voir **[les règles](#rules)**.'
 */
export function forService(text: string, kind: 'plain' | 'markdown'): ForService {
  const { parts, segments } = kind === 'markdown' ? segmentMarkdown(text) : segmentPlain(text);
  const tagged = segments.map((segment) => withTags(segment, kind));
  return {
    segments: tagged.map((each) => each.text),
    restore(translated) {
      const back = tagged.map((each, index) => withoutTags(translated[index] ?? '', each));
      if (back.some((each) => !each)) return undefined;
      const whole = parts.map((part) => (typeof part === 'number' ? back[part]! : part)).join('');
      return kind === 'plain' || shapeOf(whole) === shapeOf(text) ? whole : undefined;
    },
  };
}

type Nodes = readonly MarkdownNode[];

/** A text without its words: what is a list, a link or code, and where links lead. */
const shapeOf = (markdown: string): string => inOrder(parseMarkdown(markdown));

const inOrder = (nodes: Nodes): string => nodes.map(shape).join('');

/** Other languages have other orders of words. */
const inAnyOrder = (nodes: Nodes): string => nodes.map(shape).sort().join('');

function shape(node: MarkdownNode): string {
  if (typeof node === 'string') return '';
  const [tag, ...rest] = node;
  switch (tag) {
    case 'a':
      return `(a ${String(rest[0])}${inAnyOrder(rest.slice(2) as Nodes)})`;
    case 'img':
    case 'c':
    case 'pre':
      return `(${tag} ${String(rest[0])})`;
    case 'h':
    case 'ol':
      return `(${tag} ${String(rest[0])}${inOrder(rest.slice(1) as Nodes)})`;
    case 'task': {
      const [done, label, ...nodes] = rest;
      return `(task ${String(done)}${inAnyOrder(label as Nodes)}${inOrder(nodes as Nodes)})`;
    }
    case 'table': {
      const [alignments, head, rows] = rest as [unknown, Nodes[], Nodes[][]];
      const cells = [head, ...rows].map((row) => row.map((cell) => `[${inAnyOrder(cell)}]`));
      return `(table ${JSON.stringify(alignments)}${cells.map((row) => row.join('')).join('/')})`;
    }
    case 'ul':
    case 'q':
      return `(${tag}${inOrder(rest as Nodes)})`;
    default:
      return `(${tag}${inAnyOrder(rest as Nodes)})`;
  }
}
