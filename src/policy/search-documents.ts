/** What of a policy can be found, and by which texts. */
import { entriesOf, type Entry } from './ids.js';
import { toPlainText } from './plain-text.js';
import type { Policy, Section, Text } from './schema.js';
import type { SearchLanguage } from './search-language.js';
import { resolveText } from './text.js';
import { textsOf } from './texts.js';

export type HitKind = Entry['kind'] | 'acknowledgement' | 'history';

export interface SearchDocument {
  id: string;
  kind: HitKind;
  title: string;
  /** Title of the section it stands in. */
  within: string | undefined;
  /** All other texts, as a reader sees them. */
  body: string;
  /** What the editor says people call it. */
  keywords: string;
  /** Names of platforms, addresses, the number: what is typed as it stands. */
  names: string;
  /** What people call this type of section or entry. */
  type: string;
  /** Words by which people ask for this type of entry. */
  asks: ReadonlySet<string> | undefined;
  /** How likely it is what somebody asks for. */
  weight: number;
}

type Plain = (text: Text | undefined) => string;

/** What asks a question answers none; papers and plans come after what the policy itself says. */
const WEIGHTS: Readonly<Record<string, number>> = {
  quiz: 0.2,
  question: 0.2,
  check: 0.45,
  document: 0.5,
  rollout: 0.5,
  history: 0.4,
  profiles: 0.8,
  contact: 0.9,
  audience: 0.6,
  platforms: 0.75,
  section: 0.85,
  faq: 1.2,
  reactions: 1.1,
  rules: 1.1,
};

export function documentsOf(
  policy: Policy,
  lang: string,
  language: SearchLanguage,
): SearchDocument[] {
  const plain: Plain = (text) => resolveText(text, lang, policy.languages)?.text ?? '';
  const all = [...entriesOf(policy)].map((entry) => documentOf(entry, plain, lang, language));
  return [...all, ...extras(policy, plain, language)];
}

function documentOf(
  { kind, value, section, number }: Entry,
  plain: Plain,
  lang: string,
  { names, asks }: SearchLanguage,
): SearchDocument {
  const fields = value as Record<string, unknown>;
  const { title, name, question } = fields as Record<string, Text | undefined>;
  const own = kind === 'section' ? withoutItems(section!) : value;
  const type = kind === 'section' ? section!.type : kind === 'item' ? section!.type : kind;
  const topic = kind === 'section' ? (fields['topic'] as string | undefined) : undefined;
  const reactionKind = type === 'reactions' ? (fields['kind'] as string | undefined) : undefined;
  const singular = type.replace(/s$/, '');
  return {
    id: value.id,
    kind,
    title: plain(title ?? name ?? question),
    within: section && kind !== 'section' ? plain(section.title) : undefined,
    body: bodyOf(own, plain),
    keywords: keywordsOf(fields['keywords'], lang),
    names: namesOf(fields, number),
    type: (kind === 'section'
      ? [names[type], topic && names[topic]]
      : [names[singular], reactionKind && names[reactionKind]]
    )
      .filter(Boolean)
      .join(' '),
    asks: asks[singular] === undefined ? undefined : new Set(asks[singular].split(' ')),
    weight: weightOf(kind, type, topic),
  };
}

function weightOf(kind: Entry['kind'], type: string, topic: string | undefined): number {
  if (kind !== 'section') return WEIGHTS[type] ?? 1;
  return topic !== undefined || type === 'text' ? 1 : WEIGHTS['section']!;
}

function bodyOf(own: object, plain: Plain): string {
  return [...textsOf(own)]
    .filter(({ field }) => !/^(title|name|question)$/.test(field))
    .map(({ text }) => toPlainText(plain(text)))
    .filter(Boolean)
    .join(' · ');
}

const withoutItems = (section: Section): object => ({
  ...section,
  items: undefined,
  triage: undefined,
});

/** Keywords of the language read, and those written once for all. */
function keywordsOf(keywords: unknown, lang: string): string {
  if (Array.isArray(keywords)) return keywords.join(' · ');
  const byLanguage = (keywords ?? {}) as Record<string, unknown>;
  const own = byLanguage[lang] ?? Object.values(byLanguage)[0];
  return Array.isArray(own) ? own.join(' · ') : '';
}

function namesOf(fields: Record<string, unknown>, number: string | undefined): string {
  return [
    fields['platform'],
    fields['handle'],
    fields['url'],
    fields['email'],
    fields['phone'],
    number,
  ]
    .filter((each) => typeof each === 'string')
    .map((each) => each.replace(/^https?:\/\/(?:www\.)?|[/@]/g, ' '))
    .join(' ');
}

/** The form to confirm by, and the history: neither is an entry. */
function extras(policy: Policy, plain: Plain, { names, asks }: SearchLanguage): SearchDocument[] {
  const { acknowledgement, history } = policy;
  const found: SearchDocument[] = [];
  const add = (kind: 'acknowledgement' | 'history', id: string, body: string) =>
    found.push({
      ...{ id, kind, title: '', within: undefined, body, keywords: '', names: '' },
      asks: asks[kind] === undefined ? undefined : new Set(asks[kind].split(' ')),
      type: names[kind] ?? '',
      weight: WEIGHTS[kind] ?? 1,
    });
  if (acknowledgement)
    add('acknowledgement', 'acknowledgement', toPlainText(plain(acknowledgement.statement)));
  if (history?.length) {
    const body = history.map((each) => `${each.version} ${toPlainText(plain(each.summary))}`);
    add('history', 'about', body.join(' · '));
  }
  return found;
}
