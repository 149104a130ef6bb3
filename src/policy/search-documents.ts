/** What of a policy can be found, and by which texts. */
import { entriesOf, idsOf, type Entry } from './ids.js';
import { toPlainText } from './plain-text.js';
import type { Policy, Section, Text } from './schema.js';
import type { SearchLanguage } from './search-language.js';
import { matchLanguage, resolveText, type LocalizedText } from './text.js';
import { isOwnSection, textsOf } from './texts.js';

export type HitKind = Entry['kind'] | 'acknowledgement' | 'history';

export interface SearchDocument {
  id: string;
  kind: HitKind;
  title: string;
  /** Title of the section it stands in. */
  within: string | undefined;
  /** All other texts, as a reader sees them. */
  body: string;
  /** What it is about, in a word each: found by, and not shown. */
  tags: string;
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
  /** Its first words answer its title: "Yes, but …". */
  isAnswer: boolean;
}

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
  audience: 0.4,
  platforms: 0.75,
  section: 0.85,
  faq: 1.2,
  reactions: 1.1,
  rules: 1.1,
};

/** A policy in the language in which it is searched. */
interface Read {
  policy: Policy;
  lang: string;
  language: SearchLanguage;
}

export function documentsOf(
  policy: Policy,
  lang: string,
  language: SearchLanguage,
): SearchDocument[] {
  const read = { policy, lang, language };
  return [...[...entriesOf(policy)].map((entry) => documentOf(entry, read)), ...extras(read)];
}

const resolve = ({ policy, lang }: Read, text: Text | undefined): LocalizedText | undefined =>
  resolveText(text, lang, policy.languages);

const headingOf = (value: object): Text | undefined => {
  const { title, name, question } = value as Record<string, Text | undefined>;
  return title ?? name ?? question;
};

/** What an item of a type nobody here knows is called by: its first text. */
const firstOf = (value: object): Text | undefined => [...textsOf(value, '', true)][0]?.text;

const shorten = (text: string): string =>
  text.length > 80 ? `${text.slice(0, 80).replace(/\s+\S*$/, '')} …` : text;

function documentOf({ kind, value, section, number }: Entry, read: Read): SearchDocument {
  const isOwn = section !== undefined && isOwnSection(section);
  const heading = resolve(read, headingOf(value) ?? (isOwn ? firstOf(value) : undefined));
  const fields = value as Record<string, unknown>;
  const type = kind === 'section' || kind === 'item' ? section!.type : kind;
  return {
    id: value.id,
    kind,
    title: isOwn ? shorten(toPlainText(heading?.text ?? '')) : (heading?.text ?? ''),
    within: kind === 'section' ? undefined : resolve(read, section?.title)?.text,
    ...textsIn(kind === 'section' ? withoutItems(section!) : value, read, isOwn),
    keywords: keywordsOf(fields['keywords'], read.lang, heading?.lang),
    names: namesOf(fields, number),
    ...calledOf(kind, type, fields, read.language),
    weight: weightOf(kind, type),
    isAnswer: kind === 'item' && type === 'faq',
  };
}

/** What people call this type of entry, and the words by which they ask for one. */
function calledOf(
  kind: HitKind,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  { names, asks }: SearchLanguage,
): Pick<SearchDocument, 'type' | 'asks'> {
  const own = kind === 'item' ? type.replace(/s$/, '') : type;
  const detail = kind === 'section' ? fields['topic'] : type === 'reactions' && fields['kind'];
  // Types and kinds are words of whoever wrote the policy: one may be "constructor".
  const called = [own, detail].flatMap((key) =>
    typeof key === 'string' && Object.hasOwn(names, key) ? names[key]! : [],
  );
  const asked = Object.hasOwn(asks, own) ? new Set(asks[own]!.split(' ')) : undefined;
  return { type: called.join(' '), asks: asked };
}

const weightOf = (kind: Entry['kind'], type: string): number =>
  kind === 'section'
    ? type === 'text'
      ? 1
      : WEIGHTS['section']!
    : Object.hasOwn(WEIGHTS, type)
      ? WEIGHTS[type]!
      : 1;

function textsIn(own: object, read: Read, isOwn: boolean): { body: string; tags: string } {
  const texts = [...textsOf(own, '', isOwn)].filter(
    ({ field }) => !/^(title|name|question)$/.test(field),
  );
  const joined = (are: boolean) =>
    texts
      .filter(({ field }) => /^tags\b/.test(field) === are)
      .map(({ text }) => toPlainText(withTitles(resolve(read, text)?.text ?? '', read)))
      .filter(Boolean)
      .join(' · ');
  return { body: joined(false), tags: joined(true) };
}

/** `[](#some-id)` shows the title of what it leads to. */
const withTitles = (markdown: string, read: Read): string =>
  markdown.replace(/\[\]\(#([^)]+)\)/g, (link, id: string) => {
    const value = idsOf(read.policy).get(id)?.value;
    return (value && resolve(read, headingOf(value))?.text) ?? link;
  });

const withoutItems = (section: Section): object => ({
  ...section,
  items: undefined,
  triage: undefined,
});

/** Keywords in the language that is read, and in the one that is shown. */
function keywordsOf(keywords: unknown, ...languages: readonly (string | undefined)[]): string {
  const byLanguage = (keywords ?? {}) as Record<string, readonly string[]>;
  const present = Object.keys(byLanguage);
  const kept = new Set(languages.map((each) => each && matchLanguage(each, present)));
  return [...kept].flatMap((each) => (each ? byLanguage[each]! : [])).join(' · ');
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
function extras(read: Read): SearchDocument[] {
  const { acknowledgement, history } = read.policy;
  const plain = (text: Text | undefined) => toPlainText(resolve(read, text)?.text ?? '');
  const document = (kind: 'acknowledgement' | 'history', id: string, body: string) => ({
    ...{ id, kind, title: '', within: undefined, body, tags: '', keywords: '', names: '' },
    ...calledOf(kind, kind, {}, read.language),
    weight: WEIGHTS[kind] ?? 1,
    isAnswer: false,
  });
  return [
    ...(acknowledgement
      ? [document('acknowledgement', 'acknowledgement', plain(acknowledgement.statement))]
      : []),
    ...(history?.length
      ? [
          document(
            'history',
            'about',
            history.map(({ version, summary }) => `${version} ${plain(summary)}`).join(' · '),
          ),
        ]
      : []),
  ];
}
