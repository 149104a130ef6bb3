import { decodeEntities } from '../policy/entities.js';
import { toPlainText } from '../policy/plain-text.js';
import type { Policy, Text } from '../policy/schema.js';
import { resolveText } from '../policy/text.js';
import { textsOf, type TextKind } from '../policy/texts.js';
import { attributes, escape } from './markup.js';

/** A text of the policy in one language, without its Markdown; undefined where there is none. */
export function plainText(
  policy: Policy,
  text: Text | undefined,
  lang: string,
  kind: TextKind = 'markdown',
): { text: string; lang: string } | undefined {
  const found = resolveText(text, lang, policy.languages);
  if (!found) return undefined;
  const read = kind === 'plain' ? found.text : decodeEntities(toPlainText(found.text));
  return { text: read, lang: found.lang };
}

/**
 * All texts as plain headings and paragraphs, for who does not look into a shadow root: search
 * engines, and browsers of old. Where the element is drawn, this is not.
 */
export function plainBody(policy: Policy, lang: string): string {
  const line = (tag: string, text: Text | undefined, kind?: TextKind): string => {
    const found = plainText(policy, text, lang, kind);
    if (!found?.text) return '';
    const foreign = found.lang === lang ? undefined : found.lang;
    return `<${tag}${attributes({ lang: foreign })}>${escape(found.text)}</${tag}>`;
  };
  const sections = policy.sections.map((section) => {
    const texts = [...textsOf(section)].filter(({ pointer }) => pointer !== '/title');
    return (
      line('h2', section.title, 'plain') +
      texts.map((each) => line('p', each.text, each.kind)).join('')
    );
  });
  return `<article${attributes({ lang })}>${line('h1', policy.title, 'plain')}${line('p', policy.summary)}${sections.join('')}</article>`;
}
