/** What a section of a document probably is, how certain that is, and why. */
import type { SectionType } from 'policy-elements';
import { plain, textOf, wordsOf, type Block } from './blocks.js';
import { doColumns, doHeadings, kindOf, negativeKind, verdictColumn } from './converters.js';
import { rankOf } from './outline.js';
import { addressOf } from './people.js';
import type { SourceSection } from './sections.js';
import { splitUnits, type Split, type Unit } from './units.js';
import { EMAIL, MODAL, NETWORK, PHONE, RULE_RANK } from './vocabulary.js';
import { TITLES, TOPICS } from './vocabulary-titles.js';

export type GuessReason =
  | 'title'
  | 'questions-with-answers'
  | 'questions-without-answers'
  | 'yes-no-if-column'
  | 'network-with-address'
  | 'people-to-reach'
  | 'do-and-dont'
  | 'not-in-items'
  | 'numbered-articles'
  | 'numbered-must-or-may'
  | 'situations-with-steps'
  | 'networks'
  | 'topic'
  | 'nothing-else'
  | 'chosen';

export interface Candidate {
  type: SectionType;
  certainty: number;
  reason: GuessReason;
}

/** Below this a section stays text: a wrong type is worse than plain text. */
export const CERTAIN_ENOUGH = 0.6;

const share = <T>(all: readonly T[], test: (each: T) => boolean): number =>
  all.length ? all.filter(test).length / all.length : 0;

type Judge = (
  split: Split,
  titled: ReadonlySet<SectionType>,
  source: SourceSection,
) => Candidate | undefined;

const candidate = (type: SectionType, certainty: number, reason: GuessReason): Candidate => ({
  type,
  certainty: Math.round(Math.min(0.99, certainty) * 100) / 100,
  reason,
});

const isQuestion = (text: string): boolean => /\?[\s»”"]*$/.test(text.trim());

const questions: Judge = ({ units }, titled) => {
  const asked = share(units, ({ title }) => isQuestion(plain(title)));
  if (units.length < 2 || asked < 0.7) return undefined;
  const answered = share(units, ({ body }) => wordsOf(textOf(body)).length > 0);
  if (answered === 1) {
    return candidate(
      'faq',
      0.5 + 0.25 * asked + (titled.has('faq') ? 0.2 : 0) + Math.min(0.1, units.length / 50),
      'questions-with-answers',
    );
  }
  if (answered > 0.3 || units.length < 3 || asked < 0.8) return undefined;
  return candidate(
    'check',
    0.5 + 0.2 * asked + (titled.has('check') ? 0.2 : 0),
    'questions-without-answers',
  );
};

const mandates: Judge = (split) =>
  split.units.length >= 2 && split.origin === 'rows' && verdictColumn(split) !== undefined
    ? candidate('mandates', 0.9, 'yes-no-if-column')
    : undefined;

const profiles: Judge = ({ units, origin }, titled) => {
  const known = share(
    units,
    (unit) =>
      Boolean(addressOf(unit)) &&
      NETWORK.test(`${plain(unit.title)} ${textOf(unit.cells?.flat() ?? unit.body)}`),
  );
  // Links to articles about networks are not profiles: the network itself has to be the address.
  const own = share(units, (unit) => SOCIAL.test(addressOf(unit) ?? ''));
  if (units.length < 2 || known < 0.9 || own < 0.7 || origin === 'headings') return undefined;
  return candidate(
    'profiles',
    titled.has('profiles') || origin === 'rows' ? 0.85 : 0.65,
    'network-with-address',
  );
};
const SOCIAL =
  /^https?:\/\/(?:[\w-]+\.)*(?:facebook|instagram|linkedin|twitter|x|youtube|tiktok|bsky|threads|pinterest|snapchat|mastodon|vimeo|flickr|whatsapp|t)\.(?:com|be|app|net|social|me|nl|fr)\/[^\s]+/i;

const contacts: Judge = ({ units, origin }, titled) => {
  const reachable = share(units, (unit) => {
    const text = `${plain(unit.title)} ${textOf(unit.cells?.flat() ?? unit.body)}`;
    return EMAIL.test(text) || PHONE.test(text);
  });
  const short = units.every(
    (unit) => wordsOf(textOf(unit.cells?.flat() ?? unit.body)).length <= 45,
  );
  if (reachable < 1 || !short) return undefined;
  if (units.length < 2 && !titled.has('contacts')) return undefined;
  return candidate(
    'contacts',
    titled.has('contacts') ? 0.9 : origin === 'rows' ? 0.75 : 0.6,
    'people-to-reach',
  );
};

const guidelines: Judge = (split, titled) => {
  if (doColumns(split) || doHeadings(split)) return candidate('guidelines', 0.95, 'do-and-dont');
  const { units, origin } = split;
  if (units.length < 3 || origin === 'rows' || !titled.has('guidelines')) return undefined;
  const dont = share(units, ({ title }) => negativeKind(title) === 'dont');
  const short = share(units, ({ title }) => wordsOf(plain(title)).length <= 25);
  // Long passages under headings are chapters about something, not one piece of advice each.
  if (short < 0.8 || wordsEach(units) > 60) return undefined;
  return dont > 0
    ? candidate('guidelines', 0.7, 'not-in-items')
    : candidate('guidelines', 0.65, 'title');
};

/** Articles about the document itself. */
const FINAL =
  /slotbepaling|overgangs|dispositions? (?:finale|transitoire)|final provisions|transitional/iu;

const rules: Judge = (split, titled, { blocks, title }) => {
  const { units, origin } = split;
  const articles =
    origin === 'headings' &&
    share(
      units,
      ({ title }) => rankOf({ kind: 'heading', level: 1, runs: title }) === RULE_RANK,
    ) === 1;
  if (articles && units.length >= 3 && !FINAL.test(plain(title)))
    return candidate('rules', 0.8, 'numbered-articles');
  if (origin !== 'items' || units.length < 3) return undefined;
  const modal = share(units, ({ title, body }) => MODAL.test(`${plain(title)} ${textOf(body)}`));
  const most = wordsOf(textOf(units.flatMap(({ body }) => body))).length + units.length * 5;
  const short = share(units, ({ title }) => wordsOf(plain(title)).length <= 40);
  const listed = most >= wordsOf(textOf(blocks)).length * 0.2;
  if (modal < 0.4 || short < 0.7 || !listed || wordsEach(units) > 120) return undefined;
  if (titled.has('rules')) return candidate('rules', 0.6 + modal * 0.3, 'numbered-must-or-may');
  return split.ordered && units.length >= 4
    ? candidate('rules', 0.4 + modal * 0.35, 'numbered-must-or-may')
    : undefined;
};

const reactions: Judge = ({ units, origin }, titled) => {
  const known = share(
    units,
    ({ title }) => Boolean(kindOf(plain(title))) && wordsOf(plain(title)).length <= 12,
  );
  const kinds = new Set(units.map(({ title }) => kindOf(plain(title))));
  const asks = share(units, ({ title }) => isQuestion(plain(title)));
  if (units.length < 2 || origin === 'rows' || known < 0.75 || kinds.size < 2 || asks > 0.5)
    return undefined;
  const listed = share(units, ({ body }) => body.some(({ kind }) => kind === 'list'));
  if (origin === 'items' && !titled.has('reactions')) return undefined;
  return candidate(
    'reactions',
    0.5 + 0.2 * known + (listed > 0.5 ? 0.1 : 0) + (titled.has('reactions') ? 0.15 : 0),
    'situations-with-steps',
  );
};

const platforms: Judge = ({ units }, titled) => {
  const networks = share(
    units,
    ({ title }) => NETWORK.test(plain(title)) && wordsOf(plain(title)).length <= 4,
  );
  const told = share(
    units,
    (unit) => wordsOf(textOf(unit.cells?.slice(1).flat() ?? unit.body)).length > 3,
  );
  if (units.length < 2 || networks < 0.8 || told < 0.8) return undefined;
  return candidate('platforms', titled.has('platforms') ? 0.9 : 0.7, 'networks');
};

const wordsEach = (units: readonly Unit[]): number =>
  wordsOf(textOf(units.flatMap(({ body, why }) => [...body, ...why]))).length / units.length;

const JUDGES = [guidelines, mandates, profiles, contacts, questions, reactions, platforms, rules];

/** Types by their titles alone, the likeliest first. */
export const typesByTitle = (title: string): SectionType[] =>
  TITLES.filter(([, pattern]) => pattern.test(title)).map(([type]) => type);

/** The topic of a text, by its title; short titles only, longer ones are about something else. */
export const topicByTitle = (title: string): string | undefined =>
  wordsOf(title).length <= 8 ? TOPICS.find(([, pattern]) => pattern.test(title))?.[0] : undefined;

/** What a section may be, the likeliest first. */
export function candidatesFor(source: SourceSection): Candidate[] {
  const split = splitUnits(source.blocks);
  const titled = new Set(typesByTitle(plain(source.title)));
  const judged = JUDGES.flatMap((judge) => judge(split, titled, source) ?? []);
  const told = mostlyUnits(split, source.blocks);
  return judged
    .map((each) => (told ? each : { ...each, certainty: Math.min(each.certainty, 0.5) }))
    .sort((a, b) => b.certainty - a.certainty);
}

const MOST_REST = 80;
/** A list within an essay does not make the essay a list. */
function mostlyUnits(split: Split, blocks: readonly Block[]): boolean {
  const around = wordsOf(textOf([...split.intro, ...split.rest])).length;
  // What follows would have to go before: more than a remark is text in its own right.
  if (wordsOf(textOf(split.rest)).length > MOST_REST) return false;
  const all = wordsOf(textOf(blocks)).length;
  return around <= 60 || around <= all * 0.5;
}
