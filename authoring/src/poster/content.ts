/** What a poster says: do and don't, what to ask oneself, and whom to ask. */
import {
  resolveText,
  type Contact,
  type Policy,
  type Section,
  type SectionOf,
  type Text,
} from 'policy-elements';

export interface PosterLine {
  title: string;
  body: string;
}
export interface PosterContent {
  organisation: string;
  title: string;
  questions: string[];
  dos: PosterLine[];
  donts: PosterLine[];
  /** Rules, where there are no guidelines. */
  rules: PosterLine[];
  contacts: { name: string; role: string; phone: string; email: string }[];
  version: string;
}

const MOST = { lines: 4, questions: 3, contacts: 2 };
type Kind = 'guidelines' | 'rules' | 'check';

export function posterContent(policy: Policy, lang: string): PosterContent {
  const say = (text: Text | undefined): string =>
    plain(text === undefined ? '' : (resolveText(text, lang, policy.languages)?.text ?? ''));
  const line = ({ title, body }: { title: Text; body: Text }): PosterLine => ({
    title: say(title),
    body: firstSentence(say(body)),
  });
  const guidelines = itemsOf(policy, 'guidelines');
  const of = (kind: string) =>
    guidelines
      .filter((item) => item.kind === kind)
      .slice(0, MOST.lines)
      .map(line);
  const rules = guidelines.length
    ? []
    : itemsOf(policy, 'rules')
        .slice(0, MOST.lines * 2)
        .map(line);
  return {
    organisation: say(policy.organisation.name),
    title: say(policy.title),
    questions: itemsOf(policy, 'check')
      .slice(0, MOST.questions)
      .map(({ question }) => say(question)),
    dos: of('do'),
    donts: of('dont'),
    rules,
    contacts: people(policy).map(({ name, role, phone = '', email = '' }) => ({
      name: say(name),
      role: say(role),
      phone,
      email,
    })),
    version: policy.version,
  };
}

const isCore = (part: object): boolean => 'core' in part && part.core === true;
const isOf =
  <Type extends Kind>(type: Type) =>
  (section: Section): section is SectionOf<Type> =>
    section.type === type;

/** Of what is core; of all, where nothing is. */
function itemsOf<Type extends Kind>(
  policy: Policy,
  type: Type,
): SectionOf<Type>['items'][number][] {
  const sections = policy.sections.filter(isOf(type));
  const core = sections.flatMap((section) => {
    const items: SectionOf<Type>['items'][number][] = section.items;
    const marked = items.filter(isCore);
    return marked.length || !isCore(section) ? marked : items;
  });
  return core.length
    ? core
    : sections.flatMap((section) => section.items as SectionOf<Type>['items'][number][]);
}

/** The owner first, then who else can be reached. */
function people({ contacts = [], owner }: Policy): Contact[] {
  const reachable = contacts.filter(({ email, phone }) => email ?? phone);
  const order = [...reachable].sort((a, b) => Number(b.id === owner) - Number(a.id === owner));
  return order.slice(0, MOST.contacts);
}

/** Markdown without its marks; a reference without a text of its own has none here. */
const plain = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/[^.!?]*\[\]\(#[^)]*\)[^.!?]*[.!?]?/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*+>#]+|\d+[.)])[ \t]+/gm, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\*\*|~~|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const firstSentence = (text: string): string => {
  const end = /^.{8,}?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;
  // A question alone says nothing here.
  return end.length <= 110 && !end.endsWith('?') ? end : '';
};
