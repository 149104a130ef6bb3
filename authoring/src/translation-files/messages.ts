/** Sentences about files of translations. */
import type { MessageLanguage } from '../import/messages.js';
import type { EntryOutcome } from './apply.js';
import type { TranslationFileError, TranslationProblem } from './file.js';

type Words = Readonly<Record<MessageLanguage, string>>;

const PROBLEMS: Readonly<Record<TranslationProblem, Words>> = {
  unreadable: {
    nl: 'Dit bestand is beschadigd of onvolledig. Vraag het opnieuw aan wie vertaald heeft.',
    fr: 'Ce fichier est endommagé ou incomplet. Demandez-le à nouveau à la personne qui a traduit.',
    en: 'This file is damaged or incomplete. Ask the translator for it again.',
  },
  'no-language': {
    nl: 'Het bestand zegt niet in welke taal het vertaald is. Exporteer het opnieuw met --to.',
    fr: 'Le fichier n’indique pas la langue de la traduction. Exportez-le à nouveau avec --to.',
    en: 'The file does not say which language it was translated to. Export it again with --to.',
  },
  'other-policy': {
    nl: 'Dit bestand hoort bij het beleid “{file}”, niet bij “{policy}”.',
    fr: 'Ce fichier appartient à la charte « {file} », et non à « {policy} ».',
    en: 'This file belongs to the policy “{file}”, not to “{policy}”.',
  },
  'same-language': {
    nl: '“{lang}” is de taal waarin het beleid geschreven is: daar valt niets naar te vertalen.',
    fr: '« {lang} » est la langue de rédaction de la charte : il n’y a rien à traduire.',
    en: '“{lang}” is the language the policy is written in: there is nothing to translate to it.',
  },
  'no-columns': {
    nl: 'De kolommen “reference”, brontaal en doeltaal zijn niet te vinden. Laat de eerste rij van het bestand staan zoals ze was.',
    fr: 'Les colonnes « reference », langue source et langue cible sont introuvables. Laissez la première ligne du fichier telle quelle.',
    en: 'The columns “reference”, source language and target language cannot be found. Leave the first row of the file as it was.',
  },
  'unknown-kind': {
    nl: 'Dit is geen XLIFF-, CSV- of Word-bestand met vertalingen.',
    fr: 'Ce n’est pas un fichier de traductions XLIFF, CSV ou Word.',
    en: 'This is not an XLIFF, CSV or Word file with translations.',
  },
};

const OUTCOMES: Readonly<Record<EntryOutcome, Words>> = {
  written: { nl: 'overgenomen', fr: 'reprises', en: 'taken over' },
  confirmed: { nl: 'bevestigd', fr: 'confirmées', en: 'confirmed' },
  unchanged: { nl: 'niet veranderd', fr: 'inchangées', en: 'unchanged' },
  stale: {
    nl: 'overgenomen als verouderd: de brontekst is intussen veranderd',
    fr: 'reprises comme obsolètes : le texte source a changé entre-temps',
    en: 'taken over as stale: the source has changed since',
  },
  outdated: {
    nl: 'niet overgenomen: er is al een vertaling van een nieuwere brontekst',
    fr: 'non reprises : il existe déjà une traduction d’un texte source plus récent',
    en: 'not taken over: there is a translation of a newer source',
  },
  gone: {
    nl: 'niet overgenomen: wat ze vertalen, staat niet meer in het beleid',
    fr: 'non reprises : ce qu’elles traduisent ne figure plus dans la charte',
    en: 'not taken over: what they translate is no longer in the policy',
  },
  'same-as-source': {
    nl: 'niet overgenomen: ze herhalen alleen de brontekst',
    fr: 'non reprises : elles ne font que répéter le texte source',
    en: 'not taken over: they only repeat the source',
  },
  empty: { nl: 'nog leeg', fr: 'encore vides', en: 'still empty' },
};

export const describeTranslationError = (
  { code, params }: TranslationFileError,
  lang: MessageLanguage,
): string =>
  PROBLEMS[code][lang].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
/** What became of some translations, to stand behind their number. */
export const describeOutcome = (outcome: EntryOutcome, lang: MessageLanguage): string =>
  OUTCOMES[outcome][lang];
