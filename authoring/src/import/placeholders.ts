/** What a draft still needs: `[[…]]` is found by `check`, and `publish` refuses it. */
const TEXTS = {
  title: {
    nl: '[[Titel van het beleid]]',
    fr: '[[Titre de la charte]]',
    en: '[[Title of the policy]]',
    de: '[[Titel der Richtlinie]]',
  },
  summary: {
    nl: '[[Vat het beleid samen in één of twee zinnen]]',
    fr: '[[Résumez la charte en une ou deux phrases]]',
    en: '[[Say in a sentence or two what the policy is about]]',
    de: '[[Fassen Sie die Richtlinie in ein oder zwei Sätzen zusammen]]',
  },
  organisation: {
    nl: '[[Naam van je organisatie]]',
    fr: '[[Nom de votre organisation]]',
    en: '[[Name of your organisation]]',
    de: '[[Name Ihrer Organisation]]',
  },
  role: { nl: '[[Functie]]', fr: '[[Fonction]]', en: '[[Role]]', de: '[[Funktion]]' },
  about: {
    nl: 'Over dit document',
    fr: 'À propos de ce document',
    en: 'About this document',
    de: 'Über dieses Dokument',
  },
  introduction: { nl: 'Inleiding', fr: 'Introduction', en: 'Introduction', de: 'Einleitung' },
} as const;

export type Placeholder = keyof typeof TEXTS;

export const placeholder = (what: Placeholder, lang: string): string => {
  const language = lang.split('-')[0]!.toLowerCase();
  const texts: Readonly<Record<string, string>> = TEXTS[what];
  return texts[language] ?? TEXTS[what].en;
};
