import { LABEL_LANGUAGES } from '../localization/locales.js';
import type { ParseResult } from '../policy/findings.js';
import { matchLanguage } from '../policy/text.js';
import { attributes } from './markup.js';

/** Types of sections whose elements and marks stand in files of their own: see rollup.config.js. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  guided: ['check', 'quiz', 'reactions'],
  organisation: ['contacts', 'mandates', 'platforms', 'reporting', 'rollout', 'trainings'],
  platforms: ['platforms', 'profiles'],
};

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
  const [, base] = /^(.*\/?policy-elements)\.js$/.exec(script) ?? [];
  if (!base) return '';
  const { sections = [], acknowledgement } = read.policy ?? {};
  const whole = element === 'policy-viewer';
  const types = new Set(
    whole ? sections.map(({ type }) => type) : [element.replace('policy-', '')],
  );
  const hidden = new Set(hide.split(/\s+/));
  const labels = matchLanguage(lang, LABEL_LANGUAGES);
  const inline = src.startsWith('#');
  const compiled = inline ? Boolean(read.compiled) : src.includes('.compiled.');
  const names = [
    'still',
    labels && labels !== 'en' && labels,
    !compiled && 'reader',
    whole && !hidden.has('search') && 'find',
    whole && acknowledgement && !hidden.has('acknowledgement') && 'acknowledgement',
    ...Object.keys(FILES).filter((name) => FILES[name]!.some((type) => types.has(type))),
    read.gaps.size && 'findings',
  ];
  const files = names.map((name) =>
    name ? `<link${attributes({ rel: 'modulepreload', href: `${base}.${name}.js` })}>` : '',
  );
  const policy = attributes({ rel: 'preload', as: 'fetch', crossorigin: '', href: src });
  return files.join('') + (inline ? '' : `<link${policy}>`);
}
