/** Slips that change what readers see, and break nothing: each with what was likely meant. */
import type { Finding } from '../findings.js';
import { coreReading, hasCore } from '../core.js';
import { wordsIn } from '../count-words.js';
import type { Policy, SectionOf } from '../schema.js';
import { resolveText } from '../text.js';
import { pointerTo, textsOf } from '../texts.js';
import { addressSlip } from './addresses.js';
import { keysOf, unknownFields, valueAt } from './fields.js';
import { closest, closestLanguage } from './synonyms.js';
import { advise, textSlips } from './texts.js';

export const slipsOf = (source: unknown, policy: Policy): Finding[] => [
  ...unknownFields(source),
  ...languages(policy),
  ...textSlips(policy, isListed(source, policy)),
  ...addresses(policy),
  ...words(policy),
  ...incomplete(policy),
  ...shortReading(policy),
  ...chapters(policy),
];

/** Whether the policy has the languages it lists; what could not be read was left out. */
const isListed = (source: unknown, { languages: all }: Policy): boolean =>
  JSON.stringify(valueAt(source, '/languages')) === JSON.stringify(all);

function languages({ languages: all }: Policy): Finding[] {
  return all.flatMap((lang, at) => {
    const meant = closestLanguage(lang);
    return meant && meant !== lang
      ? [advise('language-spelling', `/languages/${at}`, { value: lang, suggestion: meant })]
      : [];
  });
}

/** E-mail addresses and links that lead elsewhere. */
function addresses(value: unknown, pointer = ''): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = pointerTo(pointer, key);
    if (typeof each !== 'string') return addresses(each, at);
    const mail = /^\s*mailto:\s*/i;
    if (key === 'email' && mail.test(each)) {
      return [advise('mailto', at, { value: each, suggestion: each.replace(mail, '') })];
    }
    const suggestion = key === 'url' || key === 'src' ? addressSlip(each) : undefined;
    return suggestion ? [advise('no-scheme', at, { value: each, suggestion })] : [];
  });
}

/** Fields with usual words; what is far from all of them is a word of the editor's own. */
const USUAL: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^\/sections\/\d+\/items\/\d+\/kind$/, 'guidelines', ['do', 'dont']],
  [
    /^\/sections\/\d+\/items\/\d+\/kind$/,
    'reactions',
    ['complaint', 'compliment', 'question', 'rumour', 'crisis', 'mistake'],
  ],
  [
    /^\/sections\/\d+\/topic$/,
    'text',
    [
      ...['purpose', 'definition', 'scope', 'objectives', 'monitoring', 'wellbeing'],
      ...['consequences', 'ambassadors'],
    ],
  ],
  [
    /^\/sections\/\d+\/items\/\d+\/platform$/,
    'profiles',
    [
      ...['facebook', 'instagram', 'linkedin', 'x', 'youtube', 'tiktok', 'whatsapp', 'mastodon'],
      ...['bluesky', 'threads', 'pinterest', 'telegram', 'github', 'rss', 'podcast', 'blog'],
    ],
  ],
];

function words(policy: Policy): Finding[] {
  return policy.sections.flatMap((section, index) => {
    const own = USUAL.filter(([, type]) => type === section.type);
    const { items } = section as { items?: unknown };
    const places = [
      `/sections/${index}/topic`,
      ...(Array.isArray(items) ? items : []).flatMap((_, at) =>
        ['kind', 'platform'].map((key) => `/sections/${index}/items/${at}/${key}`),
      ),
    ];
    return places.flatMap((pointer) => {
      const usual = own.find(([pattern]) => pattern.test(pointer))?.[2];
      const value = valueAt(policy, pointer);
      if (!usual || typeof value !== 'string' || usual.includes(value)) return [];
      const platform = keysOf(pointer).at(-1) === 'platform';
      if (platform && usual.includes(value.trim().toLowerCase())) return [];
      const suggestion = closest(value, usual);
      // Of a guideline there are two kinds; elsewhere any word of one's own will do.
      if (!suggestion && section.type !== 'guidelines') return [];
      const params = { value, choices: usual.join(', '), ...(suggestion && { suggestion }) };
      return [advise('unknown-word', pointer, params)];
    });
  });
}

/** Questions without a right answer, and conditions that are not told. */
function incomplete(policy: Policy): Finding[] {
  return policy.sections.flatMap((section, index) => {
    const at = (item: number) => `/sections/${index}/items/${item}`;
    if (section.type === 'quiz') {
      return (section as SectionOf<'quiz'>).items.flatMap(({ options }, item) =>
        options.some(({ correct }) => correct)
          ? []
          : [advise('no-correct-answer', `${at(item)}/options`, {})],
      );
    }
    if (section.type !== 'mandates') return [];
    return (section as SectionOf<'mandates'>).items.flatMap(
      ({ allowed, condition, requires }, item) =>
        allowed === 'conditional' && !condition && !requires?.length
          ? [advise('condition-missing', at(item), {})]
          : [],
    );
  });
}

/** One sheet of A4, both sides, at a size people read. */
const SHEET_WORDS = 950;

function shortReading(policy: Policy): Finding[] {
  const covers = policy.acknowledgement?.covers === 'core';
  if (!hasCore(policy)) {
    return covers ? [advise('core-missing', '/acknowledgement/covers', {})] : [];
  }
  const lang = policy.languages[0]!;
  const count = [...textsOf(coreReading(policy))].reduce(
    (sum, { text }) => sum + wordsIn(resolveText(text, lang, policy.languages)?.text),
    0,
  );
  return count > SHEET_WORDS ? [advise('core-too-long', '/sections', { words: count })] : [];
}

function chapters({ groups = [] }: Policy): Finding[] {
  const seen = new Set<string>();
  return groups.flatMap(({ sections }, index) =>
    sections.flatMap((id, at) => {
      const twice = seen.has(id);
      seen.add(id);
      if (!twice) return [];
      return [advise('in-two-groups', `/groups/${index}/sections/${at}`, { value: id })];
    }),
  );
}
