/** Where in a policy something is, in words: section › item › field, as an editor knows them. */
import { messagesIn } from './messages/in-language.js';
import type { MessageLanguage, Messages } from './messages/messages.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const NAMES = ['title', 'name', 'question', 'label', 'version', 'id'];

/** What something is called: its title, name or question, in the first language it has. */
function nameOf(value: unknown, languages: readonly string[]): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of NAMES) {
    const text = value[key];
    const found = isObject(text)
      ? (languages.map((lang) => text[lang]).find(isFilled) ?? Object.values(text).find(isFilled))
      : text;
    if (isFilled(found)) return shorten(found);
  }
  return undefined;
}

const isFilled = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 47).trimEnd()}…` : line;
};

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i;

const own = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** One step of a pointer in words; nothing where it says nothing. */
function step(key: string, outer: unknown, list: string, words: Messages, languages: string[]) {
  const value = isObject(outer) ? outer[key] : undefined;
  if (Array.isArray(outer)) {
    const name = nameOf(value, languages);
    if (list === 'sections' && name) return words.section(name);
    const kind = own(words.entries, list) ?? own(words.fields, list) ?? list;
    return name ? words.quoted(name) : `${kind} ${Number(key) + 1}`;
  }
  if (Array.isArray(value) && own(words.entries, key)) return undefined;
  const field = own(words.fields, key);
  return field ?? (key === 'items' ? undefined : key);
}

/** `section “Rules” › “Ask first” › why (fr)` */
export function whereIs(policy: unknown, pointer: string, lang: MessageLanguage): string {
  const words = messagesIn(lang);
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const listed = isObject(policy) ? policy['languages'] : undefined;
  const languages = [
    lang,
    ...(Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : []),
  ];
  const steps: string[] = [];
  let outer: unknown = policy;
  let list = '';
  for (const [at, key] of keys.entries()) {
    const last = at === keys.length - 1;
    if (last && at > 0 && LANGUAGE.test(key) && isTextAt(outer, languages)) {
      const field = steps.pop();
      steps.push(`${field ?? ''} (${key})`.trim());
      break;
    }
    const said = step(key, outer, list, words, languages);
    if (said) steps.push(said);
    if (!Array.isArray(outer)) list = key;
    outer = isObject(outer) ? outer[key] : undefined;
  }
  return steps.join(' › ');
}

/** A text by language, or a plain one that a language is missing in. */
const isTextAt = (value: unknown, languages: readonly string[]): boolean =>
  typeof value === 'string' ||
  (isObject(value) &&
    !Array.isArray(value) &&
    Object.keys(value).some((key) => languages.includes(key)));
