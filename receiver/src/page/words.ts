import type { Act } from '../records/record.js';

export const pageLanguages = ['nl', 'fr', 'en'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const languageNames: Record<PageLanguage, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
};

interface Words {
  title: string;
  intro: string;
  skip: string;
  back: string;
  languageChoice: string;
  /** The number stands in front, formatted. */
  count: (count: number) => string;
  range: (first: string, last: string, count: string) => string;
  zone: string;
  tableName: string;
  person: string;
  /** Who was erased; with the start of the random id that remains. */
  erased: (subject: string) => string;
  act: string;
  acts: Record<Act, string>;
  reason: string;
  policy: string;
  version: string;
  languages: string;
  texts: (count: string) => string;
  recorded: string;
  digest: string;
  fullDigest: string;
  shownDigest: string;
  statement: string;
  recordId: string;
  emptyTitle: string;
  emptyText: string;
  paging: string;
  newer: string;
  older: string;
  page: (page: string, pages: string) => string;
  demo: string;
}

const nl: Words = {
  title: 'Kennisnames',
  intro: 'Wie bevestigde welk beleid, in welke versie, in welke taal en wanneer.',
  skip: 'Naar de lijst',
  back: 'Terug naar het intranet',
  languageChoice: 'Taal van deze pagina',
  count: (count) => (count === 1 ? 'antwoord' : 'antwoorden'),
  range: (first, last, count) => `${first} tot ${last} van ${count} antwoorden, nieuwste eerst`,
  zone: 'Tijdzone:',
  tableName: 'Kennisnames, nieuwste eerst',
  person: 'Wie',
  erased: (subject) => `Gewiste persoon ${subject}`,
  act: 'Antwoord',
  acts: {
    acknowledge: 'Kennisgenomen',
    decline: 'Niet akkoord',
    'request-exception': 'Uitzondering gevraagd',
  },
  reason: 'Reden:',
  policy: 'Beleid',
  version: 'Versie',
  languages: 'Gelezen in',
  texts: (count) => `${count} teksten`,
  recorded: 'Geregistreerd',
  digest: 'Vingerafdruk',
  fullDigest: 'Van het beleid',
  shownDigest: 'Van de getoonde teksten',
  statement: 'Verklaring',
  recordId: 'Nummer',
  emptyTitle: 'Nog geen kennisnames',
  emptyText:
    'Open een pagina met het beleid, lees het en bevestig het onderaan. Het antwoord verschijnt dan hier.',
  paging: 'Bladeren',
  newer: 'Nieuwere',
  older: 'Oudere',
  page: (page, pages) => `Pagina ${page} van ${pages}`,
  demo: 'Dit is een demo: de personen zijn verzonnen en iedereen op deze computer ziet deze lijst.',
};

const fr: Words = {
  title: 'Prises de connaissance',
  intro: 'Qui a confirmé quelle politique, dans quelle version, dans quelle langue et quand.',
  skip: 'Aller à la liste',
  back: 'Retour à l’intranet',
  languageChoice: 'Langue de cette page',
  count: (count) => (count <= 1 ? 'réponse' : 'réponses'),
  range: (first, last, count) =>
    `${first} à ${last} sur ${count} réponses, les plus récentes d’abord`,
  zone: 'Fuseau horaire\u00a0:',
  tableName: 'Prises de connaissance, les plus récentes d’abord',
  person: 'Qui',
  erased: (subject) => `Personne effacée ${subject}`,
  act: 'Réponse',
  acts: {
    acknowledge: 'Pris connaissance',
    decline: 'Pas d’accord',
    'request-exception': 'Exception demandée',
  },
  reason: 'Motif\u00a0:',
  policy: 'Politique',
  version: 'Version',
  languages: 'Lu en',
  texts: (count) => `${count} textes`,
  recorded: 'Enregistré',
  digest: 'Empreinte',
  fullDigest: 'De la politique',
  shownDigest: 'Des textes affichés',
  statement: 'Déclaration',
  recordId: 'Numéro',
  emptyTitle: 'Aucune prise de connaissance',
  emptyText:
    'Ouvrez une page avec la politique, lisez-la et confirmez-la en bas. La réponse apparaîtra ici.',
  paging: 'Pages',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  demo: 'Ceci est une démo\u00a0: les personnes sont inventées et chacun sur cet ordinateur voit cette liste.',
};

const en: Words = {
  title: 'Acknowledgements',
  intro: 'Who confirmed which policy, in which version, in which language, and when.',
  skip: 'Skip to the list',
  back: 'Back to the intranet',
  languageChoice: 'Language of this page',
  count: (count) => (count === 1 ? 'answer' : 'answers'),
  range: (first, last, count) => `${first} to ${last} of ${count} answers, newest first`,
  zone: 'Time zone:',
  tableName: 'Acknowledgements, newest first',
  person: 'Who',
  erased: (subject) => `Erased person ${subject}`,
  act: 'Answer',
  acts: {
    acknowledge: 'Acknowledged',
    decline: 'Declined',
    'request-exception': 'Exception requested',
  },
  reason: 'Reason:',
  policy: 'Policy',
  version: 'Version',
  languages: 'Read in',
  texts: (count) => `${count} texts`,
  recorded: 'Recorded',
  digest: 'Fingerprint',
  fullDigest: 'Of the policy',
  shownDigest: 'Of the texts shown',
  statement: 'Statement',
  recordId: 'Number',
  emptyTitle: 'No acknowledgements yet',
  emptyText:
    'Open a page with the policy, read it and confirm it at the end. The answer then appears here.',
  paging: 'Pages',
  newer: 'Newer',
  older: 'Older',
  page: (page, pages) => `Page ${page} of ${pages}`,
  demo: 'This is a demo: the people are invented, and everyone on this computer sees this list.',
};

export const words: Record<PageLanguage, Words> = { nl, fr, en };

function isPageLanguage(value: string | undefined): value is PageLanguage {
  return pageLanguages.some((language) => language === value);
}

/** The language asked for in the address, else the browser's first that exists, else Dutch. */
export function choosePageLanguage(asked: unknown, accepted: string | undefined): PageLanguage {
  if (typeof asked === 'string' && isPageLanguage(asked)) return asked;
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 };
  });
  const best = wishes
    .filter(({ language, weight }) => weight > 0 && isPageLanguage(language))
    .sort((one, other) => other.weight - one.weight)[0]?.language;
  return isPageLanguage(best) ? best : 'nl';
}
