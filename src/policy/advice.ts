/** What works in a policy and could be better. For editors: no reader's browser runs this. */
import { coverageAdvice } from './coverage.js';
import type { Finding, FindingCode } from './findings.js';
import { itemsOf } from './ids.js';
import type { Policy, Section, SectionOf, SectionType } from './schema.js';
import { matchLanguage, resolveText } from './text.js';
import { sectionSchemas } from './schema.js';
import { isProperName, pointerTo, textsOf } from './texts.js';
import { translatedTexts } from './translations.js';
import { wordsIn } from './count-words.js';

const DAY = 86_400_000;
const YEAR = 366 * DAY;
/** Two printed A4 pages. */
const CORE_WORDS = 1300;
const CORE = new Set(['text', 'rules', 'guidelines', 'mandates']);
const IMAGE_WITHOUT_ALT = /!\[\s*\]\(\s*([^)\s]+)/g;

const advise = (
  code: FindingCode,
  pointer: string,
  params: Record<string, string | number> = {},
): Finding => ({ grade: 'advice', code, pointer, params });

const of = <Type extends SectionType>(policy: Policy, type: Type) =>
  policy.sections.flatMap((section, index) =>
    section.type === type
      ? [{ section: section as SectionOf<Type>, pointer: `/sections/${index}` }]
      : [],
  );

/** Advice for a policy; `now` in milliseconds since the epoch. */
export const adviceOn = (policy: Policy, now = Date.now()): Finding[] => [
  ...coverageAdvice(policy),
  ...review(policy, now),
  ...rulesAndGuidelines(policy),
  ...profiles(policy, now),
  ...sections(policy),
  ...translations(policy),
  ...fallenBehind(policy),
  ...length(policy),
];

function review(policy: Policy, now: number): Finding[] {
  if (!policy.reviewBy) return [advise('review-absent', '/reviewBy')];
  const due = Date.parse(policy.reviewBy);
  const params = { date: policy.reviewBy };
  if (due < now - DAY) return [advise('review-passed', '/reviewBy', params)];
  return due > now + YEAR ? [advise('review-far', '/reviewBy', params)] : [];
}

function rulesAndGuidelines(policy: Policy): Finding[] {
  const noWhy = of(policy, 'rules').flatMap(({ section, pointer }) =>
    section.items.flatMap((rule, index) =>
      rule.why ? [] : [advise('no-why', `${pointer}/items/${index}`, { value: rule.id })],
    ),
  );
  const guidelines = of(policy, 'guidelines');
  const kinds = guidelines.flatMap(({ section }) => section.items.map((item) => item.kind));
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  const negative =
    count('dont') > count('do') && guidelines[0]
      ? [
          advise('more-dont-than-do', `${guidelines[0].pointer}/items`, {
            do: count('do'),
            dont: count('dont'),
          }),
        ]
      : [];
  const askable = Boolean(policy.contacts?.length);
  const alone = askable
    ? []
    : of(policy, 'rules').map(({ pointer }) => advise('nobody-to-ask', pointer));
  return [...noWhy, ...negative, ...alone];
}

const profiles = (policy: Policy, now: number): Finding[] =>
  of(policy, 'profiles').flatMap(({ section, pointer }) =>
    section.items.flatMap((profile, index) =>
      profile.state !== 'closed' && !(Date.parse(profile.verified ?? '') > now - YEAR)
        ? [advise('profile-unverified', `${pointer}/items/${index}`, { value: profile.id })]
        : [],
    ),
  );

function sections(policy: Policy): Finding[] {
  return policy.sections.flatMap((section, index) => {
    const pointer = `/sections/${index}`;
    if (!Object.hasOwn(sectionSchemas, section.type)) {
      return [advise('unknown-type', `${pointer}/type`, { value: section.type })];
    }
    const empty = Array.isArray((section as { items?: unknown }).items) && isEmpty(section);
    return empty ? [advise('section-empty', `${pointer}/items`, { value: section.id })] : [];
  });
}

const isEmpty = (section: Section): boolean =>
  section.type !== 'contacts' && section.type !== 'trainings' && !itemsOf(section).length;

function translations(policy: Policy): Finding[] {
  return [...textsOf(policy)].flatMap((placed) => {
    const written =
      typeof placed.text === 'string'
        ? [[placed.pointer, placed.text] as const]
        : Object.entries(placed.text).map(
            ([lang, text]) => [pointerTo(placed.pointer, lang), text] as const,
          );
    const noAlt = written.flatMap(([pointer, text]) =>
      [...text.matchAll(IMAGE_WITHOUT_ALT)].map((match) =>
        advise('image-without-alt', pointer, { value: match[1]! }),
      ),
    );
    const missing = (isProperName(placed) ? [] : policy.languages)
      .filter((lang) => {
        const found = resolveText(placed.text, lang, policy.languages);
        return found !== undefined && !matchLanguage(found.lang, [lang]);
      })
      .map((lang) => advise('translation-missing', pointerTo(placed.pointer, lang), { lang }));
    return [...noAlt, ...missing];
  });
}

const WORTH = 3;

/** Translations that have fallen behind, that nobody looked at, or that are none. */
const fallenBehind = (policy: Policy): Finding[] =>
  translatedTexts(policy).flatMap(({ state, pointer, lang, source, text }) => {
    if (state === 'stale') return [advise('translation-stale', pointer, { lang })];
    if (state === 'machine') return [advise('translation-machine', pointer, { lang })];
    const same = text === source && wordsIn(source) > WORTH;
    return same ? [advise('translation-same', pointer, { lang })] : [];
  });

function length(policy: Policy): Finding[] {
  const lang = policy.languages[0]!;
  const words = policy.sections
    .filter((section) => CORE.has(section.type))
    .flatMap((section) => [...textsOf(section)])
    .reduce((sum, { text }) => sum + wordsIn(resolveText(text, lang, policy.languages)?.text), 0);
  return words > CORE_WORDS ? [advise('too-long', '/sections', { words })] : [];
}
