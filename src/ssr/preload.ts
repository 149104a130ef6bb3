import { LABEL_LANGUAGES } from '../localization/locales.js';
import type { ParseResult } from '../policy/findings.js';
import { matchLanguage } from '../policy/text.js';
import { OTHER_ELEMENTS, SECTIONS, type SectionEntry } from '../sections/registry.js';
import { attributes } from './markup.js';
import { PART_FILES } from './part-files.js';

const ENTRIES: readonly [string, SectionEntry][] = Object.entries(SECTIONS);
const PLAIN: SectionEntry = { tag: 'policy-section', part: OTHER_ELEMENTS['policy-section'] };

/** The parts of the ready-made file that show a section type, or that bring an element. */
const partsOf = ({ part, marks }: SectionEntry): string[] => [
  ...(part ? [part] : []),
  ...(marks ? ['platforms'] : []),
];
const partsOfType = (type: string): string[] =>
  partsOf(ENTRIES.find(([each]) => each === type)?.[1] ?? PLAIN);
const partsOfTag = (tag: string): string[] =>
  ENTRIES.filter(([, entry]) => entry.tag === tag).flatMap(([, entry]) => partsOf(entry));

export interface Ahead {
  lang: string;
  /** Address of the script. */
  script: string;
  /** Where the script reads the policy. */
  src: string;
  /** Tag of the element. */
  element: string;
  /** Parts of the viewer to leave out. */
  hide: string;
}

/**
 * Links by which a browser fetches, beside the ready-made file and not after it, what that file
 * needs to take over from the server; nothing where the script is another one.
 */
export function linksAhead(read: ParseResult, { lang, script, src, element, hide }: Ahead): string {
  const [, base] = /^(.*\/|)policy-elements\.js(\?.*)?$/.exec(script) ?? [];
  if (base === undefined) return '';
  const { sections = [], acknowledgement } = read.policy ?? {};
  const whole = element === 'policy-viewer';
  const shown = whole
    ? sections.flatMap(({ type }) => partsOfType(type))
    : [OTHER_ELEMENTS[element as keyof typeof OTHER_ELEMENTS], ...partsOfTag(element)];
  const hidden = new Set(hide.split(/\s+/));
  const labels = matchLanguage(lang, LABEL_LANGUAGES);
  const inline = src.startsWith('#');
  const compiled = inline ? Boolean(read.compiled) : src.includes('.compiled.');
  const names = [
    'ssr-takeover',
    'element-rest',
    whole && 'viewer-rest',
    labels && labels !== 'en' && labels,
    !compiled && 'parser',
    whole && !hidden.has('search') && 'search-field',
    whole && acknowledgement && !hidden.has('acknowledgement') && 'acknowledgement',
    ...new Set(shown),
    read.gaps.size && 'findings',
  ];
  const files = names.map((name) => {
    const file = name && PART_FILES[name];
    return file ? `<link${attributes({ rel: 'modulepreload', href: base + file })}>` : '';
  });
  const policy = attributes({ rel: 'preload', as: 'fetch', crossorigin: '', href: src });
  return files.join('') + (inline ? '' : `<link${policy}>`);
}
