/** The policies the stories show, by name: a name is a control to choose from, an object is not. */
import broken from './policies/broken.json';
import partial from './policies/partial.json';
import poor from './policies/poor.json';
import sample from './policies/sample.json';
import small from './policies/small.json';

export { broken, partial, poor, sample, small };

const withSections = (change: (section: (typeof sample.sections)[number]) => object): object => ({
  ...sample,
  sections: sample.sections.map(change),
});

const withItems = (type: string, items: readonly object[]): object =>
  withSections((section) => (section.type === type ? { ...section, items } : section));

const emptied = (section: object): object => ({
  ...section,
  ...('items' in section && { items: [] }),
  ...('triage' in section && { triage: [] }),
  ...('body' in section && { body: '' }),
});

const PLATFORMS = [
  'facebook',
  'instagram',
  'linkedin',
  'x',
  'youtube',
  'tiktok',
  'whatsapp',
  'blog',
  'intranet',
];
const LANGUAGES = [['nl'], ['fr'], ['en'], ['nl', 'fr'], ['nl', 'fr', 'en']];

function manyProfiles(count: number): object {
  const states = ['active', 'active', 'active', 'active', 'dormant', 'closed'];
  const profile = (_: unknown, at: number) => {
    const platform = PLATFORMS[at % PLATFORMS.length]!;
    return {
      id: `profile-${at + 1}`,
      platform,
      name: `Elzenbrug ${at + 1}`,
      url: `https://${platform}.example/elzenbrug-${at + 1}`,
      handle: `@elzenbrug-${at + 1}`,
      languages: LANGUAGES[at % LANGUAGES.length],
      purpose: {
        nl: `Nieuws van afdeling ${at + 1}`,
        fr: `Les nouvelles du service ${at + 1}`,
        en: `News from department ${at + 1}`,
      },
      owner: 'communication-team',
      state: states[at % states.length],
      verified: '2026-10-05',
    };
  };
  return withItems('profiles', Array.from({ length: count }, profile));
}

function manyQuestions(count: number): object {
  const { items = [] } = sample.sections.find(({ type }) => type === 'faq')!;
  const entries = items.filter(
    (item): item is Extract<typeof item, { answer: object }> =>
      typeof item === 'object' && 'answer' in item,
  );
  const entry = (_: unknown, at: number) => {
    const source = entries[at % entries.length]!;
    const numbered = Object.entries(source.question).map(([lang, text]) => [
      lang,
      `${at + 1}. ${text}`,
    ]);
    return {
      ...source,
      id: `question-${at + 1}`,
      question: Object.fromEntries(numbered),
      audience: [],
    };
  };
  return withItems('faq', Array.from({ length: count }, entry));
}

const MADE = {
  sample: () => sample,
  small: () => small,
  poor: () => poor,
  partial: () => partial,
  broken: () => broken,
  /** Every section is there, nothing is in them. */
  'no-items': () => withSections(emptied),
  'no-sections': () => ({ ...sample, sections: [] }),
  'many-profiles': () => manyProfiles(1500),
  'many-questions': () => manyQuestions(40),
  /** A section for some, among sections for everybody. */
  'for-some': () =>
    withSections((section) =>
      section.id === 'consequences'
        ? { ...section, audience: ['channel-managers', 'spokespeople'] }
        : section,
    ),
  'one-act': () => ({
    ...sample,
    acknowledgement: { ...sample.acknowledgement, acts: ['acknowledge'] },
  }),
  draft: () => ({ ...sample, status: 'draft' }),
  withdrawn: () => ({ ...sample, status: 'withdrawn' }),
  /** A version that cannot be read: nobody can say what would be confirmed. */
  'no-version': () => ({ ...sample, version: 'three' }),
} satisfies Record<string, () => object>;

export type PolicyName = keyof typeof MADE;

export const POLICY_NAMES = Object.keys(MADE) as PolicyName[];

const made = new Map<PolicyName, object>();

/** The policy of a name: the same object each time, as an element reads again what is another. */
export function policyNamed(name: PolicyName): object {
  let policy = made.get(name);
  if (!policy) made.set(name, (policy = MADE[name]()));
  return policy;
}
