/**
 * A policy of any size, the same for every contender: size 1 has 20 guidelines, 30 questions and 25
 * profiles, in three languages. Every text holds a word that stands nowhere else, by which it is
 * looked for on the page; some texts are hostile.
 */
const LANGUAGES = ['nl', 'fr', 'en'];
const WORDS = {
  nl: 'wie een bericht plaatst namens de organisatie denkt eerst aan de mensen die het lezen en aan wat zij daarvan zullen vinden omdat een post die snel gemaakt is lang blijft staan'.split(
    ' ',
  ),
  fr: 'avant de publier un message au nom de la maison on pense aux personnes qui vont le lire et à ce qu’elles en diront parce qu’une parole vite écrite reste longtemps en ligne'.split(
    ' ',
  ),
  en: 'whoever posts a message on behalf of the organisation first thinks of the people who will read it and of what they may say because a post that was made fast stays for long'.split(
    ' ',
  ),
};
const HOSTILE = [
  '<img src="x" onerror="globalThis.hit = 1">',
  '[press](javascript:globalThis.hit=1) <script>globalThis.hit = 1</script>',
];

/** Numbers that look random, and are the same every time. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What makes the texts of a policy: each in three languages, with a mark of its own. */
function writer(seed) {
  const roll = dice(seed);
  let count = 0;
  const words = (lang, length) =>
    Array.from({ length }, () => WORDS[lang][roll(WORDS[lang].length)]).join(' ');
  const text = (make) => {
    const mark = `kw${(++count).toString(36)}z`;
    return Object.fromEntries(LANGUAGES.map((lang) => [lang, make(lang, `${mark}${lang}`)]));
  };
  const paragraphs = (lang, index) =>
    [
      `\n\n- ${words(lang, 8)}\n- ${words(lang, 6)} *${words(lang, 2)}*\n- ${words(lang, 7)}`,
      ` ${words(lang, 10)} [${words(lang, 2)}](https://example.org/${index}) ${words(lang, 8)}.`,
      `\n\n${words(lang, 30)}. \`${words(lang, 1)}\` ${words(lang, 12)}.`,
      '',
    ][roll(4)];
  const hostile = (index) => (index < HOSTILE.length ? `\n\n${HOSTILE[index]}` : '');
  return {
    line: (length) => text((lang, mark) => `${mark} ${words(lang, length)}`),
    prose: (index) =>
      text(
        (lang, mark) =>
          `${mark} ${words(lang, 14)} **${words(lang, 2)}** ${words(lang, 16)}.${paragraphs(lang, index)}${hostile(index)}`,
      ),
    purpose: (index) =>
      text((lang, mark) => `${mark} ${words(lang, 8)} ${index < 2 ? HOSTILE[0] : ''}`),
  };
}

const ITEMS = {
  guidelines: ({ line, prose }, index) => ({
    id: `g${index}`,
    kind: index % 3 ? 'do' : 'dont',
    title: line(6),
    body: prose(index),
    why: line(14),
    ...(index % 2 && { example: line(16) }),
  }),
  profiles: ({ purpose }, index) => ({
    id: `p${index}`,
    platform: ['facebook', 'instagram', 'linkedin', 'youtube', 'x'][index % 5],
    name: `Bench kwname${index}z`,
    url: `https://example.org/profile/${index}`,
    handle: `@bench.${index}`,
    languages: ['nl'],
    purpose: purpose(index),
  }),
  faq: ({ line, prose }, index) => ({ id: `f${index}`, question: line(9), answer: prose(index) }),
};
const COUNTS = { guidelines: 20, profiles: 25, faq: 30 };
/** An index beyond those that are hostile. */
const HARMLESS = 9;

export function makePolicy(size) {
  const write = writer(size);
  const section = (type) => ({
    id: type,
    type,
    title: write.line(2),
    intro: write.prose(HARMLESS),
    items: Array.from({ length: COUNTS[type] * size }, (_, index) => ITEMS[type](write, index)),
  });
  return {
    format: 1,
    id: `bench-${size}`,
    version: '1.0',
    status: 'published',
    languages: LANGUAGES,
    title: write.line(3),
    summary: write.prose(HARMLESS),
    organisation: { name: 'Bench' },
    sections: [
      { id: 'purpose', type: 'text', title: write.line(3), body: write.prose(HARMLESS) },
      ...Object.keys(COUNTS).map(section),
    ],
    acknowledgement: { statement: write.line(12) },
  };
}

/** The words by which every text in a language is found on a page. */
export function marksOf(policy, lang) {
  const json = JSON.stringify(policy);
  const own = [...json.matchAll(/kw[0-9a-z]+z(nl|fr|en)/g)].filter(([, of]) => of === lang);
  const names = [...json.matchAll(/kwname\d+z/g)];
  return [...own, ...names].map(([mark]) => mark);
}
