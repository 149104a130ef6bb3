/**
 * The pictures of the stories: every element on a phone and on a desk, in one scheme and then in
 * the other, and what the viewer says when something is the matter. A language each; all three
 * over the whole. Every story that is not named here has one picture.
 */

/**
 * One story in one setting, seen at some widths.
 * @typedef {{
 *   id: string,
 *   element: string,
 *   story: string,
 *   language: 'nl' | 'fr' | 'en',
 *   scheme: 'light' | 'dark',
 *   theme: 'neutral' | 'government' | 'warm' | 'dark',
 *   forced: boolean,
 *   widths: number[],
 * }} View
 */

const LANGUAGES = ['nl', 'fr', 'en'];

/** `look('faq open', 'fr dark 360')`: an element and its story, then what differs from the usual. */
function look(what, settings) {
  const [element, story = 'default'] = what.split(' ');
  const words = settings.split(' ');
  return {
    id: `elements-policy-${element}--${story}`,
    element,
    story,
    language: words.find((word) => LANGUAGES.includes(word)) ?? 'nl',
    scheme: words.includes('dark') ? 'dark' : 'light',
    theme: words.find((word) => word.startsWith('theme='))?.slice('theme='.length) ?? 'neutral',
    forced: words.includes('forced'),
    widths: words.map(Number).filter(Boolean),
  };
}

/** Every element by itself: light at two widths, dark at a third, in another language. */
const ELEMENTS = [
  ...['text', 'section', 'platforms', 'rules', 'mandates', 'guidelines', 'profiles'],
  ...['reactions', 'check', 'faq', 'contacts', 'reporting', 'trainings', 'rollout', 'quiz'],
  ...['acknowledgement', 'changes', 'search', 'notice', 'tip'],
].flatMap((element, at) => [
  look(element, `${LANGUAGES[at % 3]} light 360 1280`),
  look(element, `${LANGUAGES[(at + 1) % 3]} dark 768`),
]);

/** @type {readonly View[]} */
const NAMED = [
  look('viewer', 'nl light 360 768 1280'),
  look('viewer', 'fr dark 360 1280'),
  look('viewer', 'en light forced 768'),
  look('viewer', 'nl light theme=government 1280'),
  look('viewer', 'fr dark theme=warm 768'),
  look('viewer', 'en dark theme=dark 1280'),
  look('viewer small', 'fr light 768'),
  look('viewer for-an-audience', 'fr light 360'),
  look('viewer other-language', 'nl light 360'),
  look('viewer loading', 'nl light 1280'),
  look('viewer empty', 'en light 768'),
  look('viewer draft', 'nl light 360'),
  look('viewer withdrawn', 'fr dark 768'),
  look('viewer not-found', 'fr light 360'),
  look('viewer unreachable', 'nl dark 768'),
  look('viewer not-json', 'en light 360'),
  look('viewer broken', 'nl light 768'),
  look('viewer partly-translated', 'en light 1280'),
  ...ELEMENTS,
  look('guidelines', 'nl light forced 768'),
  look('mandates everybody', 'fr light forced 1280'),
  look('profiles many', 'nl light 768'),
  look('reactions chosen', 'fr light 360'),
  look('reactions open', 'en dark 768'),
  look('check not-yet', 'nl light 360'),
  look('faq open', 'en light 360'),
  look('faq searched', 'nl light 768'),
  look('quiz wrong', 'fr light 360'),
  look('quiz wrong', 'en light forced 768'),
  look('quiz result', 'nl dark 360'),
  look('acknowledgement nothing-chosen', 'fr light 360'),
  look('acknowledgement recorded', 'nl light 360'),
  look('acknowledgement recorded', 'fr light forced 768'),
  look('acknowledgement waiting-to-be-sent', 'en dark 360'),
  look('acknowledgement new-major-version', 'en light 768'),
  look('changes everything', 'nl light 360'),
  look('search found', 'nl light 360'),
  look('search nothing-found', 'fr dark 768'),
];

/**
 * Views of all stories that there are.
 * @param {readonly string[]} ids
 * @returns {View[]}
 */
export function viewsOf(ids) {
  const named = new Set(NAMED.map(({ id }) => id));
  const views = [...NAMED, ...ids.filter((id) => !named.has(id)).map(anyView)];
  // Those of one setting together: between them the page need not load anew.
  return views.toSorted((a, b) => (settingOf(a) < settingOf(b) ? -1 : 1));
}

const settingOf = ({ language, scheme, theme, forced }) => [language, scheme, theme, forced].join();

/** A story in one setting or another, and always in the same. */
function anyView(id) {
  const [, element, story] = /^(?:elements-policy|tools)-(.+)--(.+)$/.exec(id);
  const lot = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0);
  const settings = [LANGUAGES[lot % 3], lot % 4 ? 'light' : 'dark', lot % 2 ? 360 : 768];
  return { ...look(`${element} ${story}`, settings.join(' ')), id };
}

/** The name of a picture's file, without its ending. */
export const nameOf = ({ element, story, language, scheme, theme, forced }, width) =>
  [
    element,
    ...(story === 'default' ? [] : [story]),
    width,
    language,
    ...(forced ? ['forced'] : [scheme]),
    ...(theme === 'neutral' ? [] : [theme]),
  ].join('-');
