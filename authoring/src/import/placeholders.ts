/** What a draft still needs: `[[…]]` is found by `check`, and `publish` refuses it. */
const TEXTS = {
  title: {
    nl: '[[Titel van het beleid]]',
    fr: '[[Titre de la charte]]',
    en: '[[Title of the policy]]',
  },
  summary: {
    nl: '[[Vat het beleid samen in één of twee zinnen]]',
    fr: '[[Résumez la charte en une ou deux phrases]]',
    en: '[[Say in a sentence or two what the policy is about]]',
  },
  organisation: {
    nl: '[[Naam van je organisatie]]',
    fr: '[[Nom de votre organisation]]',
    en: '[[Name of your organisation]]',
  },
  role: { nl: '[[Functie]]', fr: '[[Fonction]]', en: '[[Role]]' },
  about: {
    nl: 'Over dit document',
    fr: 'À propos de ce document',
    en: 'About this document',
  },
  introduction: { nl: 'Inleiding', fr: 'Introduction', en: 'Introduction' },
} as const;

export type Placeholder = keyof typeof TEXTS;

export const placeholder = (what: Placeholder, lang: string): string => {
  const language = lang.split('-')[0] ?? '';
  return language === 'nl' || language === 'fr' ? TEXTS[what][language] : TEXTS[what].en;
};
