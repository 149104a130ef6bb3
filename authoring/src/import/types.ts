/** What the types of section are called, for people. */
import type { SectionType } from 'policy-elements';
import type { MessageLanguage } from './messages.js';

const NAMES: Readonly<Record<SectionType, Readonly<Record<MessageLanguage, string>>>> = {
  text: { nl: 'tekst', fr: 'texte', en: 'text' },
  platforms: { nl: 'platformen', fr: 'plateformes', en: 'platforms' },
  rules: { nl: 'afspraken', fr: 'règles', en: 'rules' },
  mandates: { nl: 'wie mag wat', fr: 'qui peut quoi', en: 'who may do what' },
  guidelines: { nl: 'richtlijnen', fr: 'conseils', en: 'guidelines' },
  profiles: { nl: 'officiële profielen', fr: 'comptes officiels', en: 'official profiles' },
  reactions: { nl: 'reacties', fr: 'réactions', en: 'reactions' },
  check: { nl: 'vragen vooraf', fr: 'questions à se poser', en: 'questions to ask yourself' },
  faq: { nl: 'veelgestelde vragen', fr: 'questions fréquentes', en: 'frequently asked questions' },
  contacts: { nl: 'contacten', fr: 'contacts', en: 'contacts' },
  reporting: { nl: 'meldpunten', fr: 'canaux de signalement', en: 'reporting channels' },
  trainings: { nl: 'opleidingen', fr: 'formations', en: 'training' },
  rollout: { nl: 'invoering', fr: 'mise en place', en: 'bringing it in' },
  quiz: { nl: 'quiz', fr: 'quiz', en: 'quiz' },
};

export const typeName = (type: SectionType, lang: MessageLanguage): string => NAMES[type][lang];
