/** What a new section is called: in the language of the policy, whatever the studio speaks. */
import type { SectionType } from 'policy-elements';
import { TOPIC } from '../fields/choices.js';
import { formOf } from '../fields/sections.js';
import { labelIn } from '../localization/localize.js';
import type { BlockTask } from './tasks.js';

/** The studio has no German of its own; policies are written in it. */
const GERMAN: Readonly<Record<string, string>> = {
  text: 'Text',
  rules: 'Regeln',
  guidelines: 'Empfehlungen',
  mandates: 'Wer was darf',
  platforms: 'Plattformen',
  profiles: 'Offizielle Profile',
  reactions: 'Wenn andere über uns sprechen',
  check: 'Fragen vor dem Posten',
  faq: 'Fragen und Antworten',
  contacts: 'Ansprechpersonen',
  reporting: 'Etwas melden',
  trainings: 'Schulungen',
  rollout: 'So führen wir es ein',
  quiz: 'Quiz',
  purpose: 'Warum diese Richtlinie',
  definition: 'Was wir soziale Medien nennen',
  scope: 'Für wen sie gilt',
  objectives: 'Was wir erreichen wollen',
  monitoring: 'Wir hören zu',
  wellbeing: 'Das Recht, abzuschalten',
  consequences: 'Was nach einem Verstoß geschieht',
  ambassadors: 'Kolleginnen und Kollegen als Botschafter',
} satisfies Record<SectionType, string> & Record<string, string>;
const isGerman = (lang: string): boolean => /^de(?![a-z])/i.test(lang);

/** English where the language is not known; the studio's own where its words cannot be fetched. */
async function said(key: string, label: () => string, lang: string): Promise<string> {
  if (isGerman(lang) && GERMAN[key]) return GERMAN[key];
  const found = await labelIn(lang, label).catch(label);
  return found ?? (await labelIn('en', label)) ?? label();
}

export const sectionTitle = (type: string, lang: string): Promise<string> =>
  said(type, formOf(type).name, lang);

/** What a block is asked for is no title: that is what its text is about, or its kind. */
export async function blockTitle({ type, topic }: BlockTask, lang: string): Promise<string> {
  if (topic === undefined) return sectionTitle(type ?? 'text', lang);
  return said(topic, () => TOPIC().find(([each]) => each === topic)?.[1] ?? topic, lang);
}
