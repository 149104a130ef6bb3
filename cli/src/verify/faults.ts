/** What does not match, and what to do about it. */
import type { Words } from '../command.js';

export interface Fault {
  code: keyof typeof FAULTS;
  /** Of a folder: the file in it. */
  file?: string;
  [param: string]: string | undefined;
}

export const FAULTS = {
  unreadable: {
    nl: 'Dit is geen beleid. Haal het bestand terug uit een kopie, of publiceer opnieuw.',
    fr: 'Ceci n’est pas une charte. Reprenez le fichier d’une copie, ou publiez à nouveau.',
    en: 'This is no policy. Take the file back from a copy, or publish again.',
  },
  missing: {
    nl: 'Dit bestand ontbreekt. Publiceer die versie opnieuw.',
    fr: 'Ce fichier manque. Publiez à nouveau cette version.',
    en: 'This file is missing. Publish that version again.',
  },
  digest: {
    nl: 'De tekst is niet die van {expected}, maar die van {digest}. Neem de gepubliceerde tekst, of publiceer de nieuwe als nieuwe versie.',
    fr: 'Le texte n’est pas celui de {expected}, mais celui de {digest}. Prenez le texte publié, ou publiez le nouveau comme nouvelle version.',
    en: 'The text is not that of {expected}, but that of {digest}. Take the text that was published, or publish the new one as a new version.',
  },
  compiled: {
    nl: 'De inhoud is niet wat dit beleid in “{lang}” oplevert. Maak het bestand opnieuw met `policy compile`.',
    fr: 'Le contenu n’est pas ce que donne cette charte en « {lang} ». Refaites le fichier avec `policy compile`.',
    en: 'The content is not what this policy gives in “{lang}”. Make the file again with `policy compile`.',
  },
  'other-version': {
    nl: 'Dit gaat over {about}, en het beleid is {policy}. Geef het beleid van die versie.',
    fr: 'Ceci concerne {about}, et la charte est {policy}. Donnez la charte de cette version.',
    en: 'This is about {about}, and the policy is {policy}. Give the policy of that version.',
  },
  shown: {
    nl: 'Wat getoond werd, of de zin waarmee ingestemd werd, volgt niet uit dit beleid: de bevestiging is veranderd.',
    fr: 'Ce qui a été affiché, ou la phrase approuvée, ne découle pas de cette charte : la confirmation a été modifiée.',
    en: 'What was shown, or the sentence agreed to, does not follow from this policy: the confirmation was altered.',
  },
  'no-receipt': {
    nl: 'Er is geen ontvangstbewijs om na te kijken. Laat --keys weg, of geef het bestand met het bewijs.',
    fr: 'Il n’y a pas de reçu à vérifier. Omettez --keys, ou donnez le fichier avec le reçu.',
    en: 'There is no receipt to check. Leave --keys out, or give the file with the receipt.',
  },
  signature: {
    nl: 'De handtekening past bij geen van deze sleutels: het bewijs is veranderd, of van een andere server.',
    fr: 'La signature ne correspond à aucune de ces clés : le reçu a été modifié, ou vient d’un autre serveur.',
    en: 'The signature fits none of these keys: the receipt was altered, or another server signed it.',
  },
  altered: {
    nl: '“{field}” is niet zoals het ondertekend werd.',
    fr: '« {field} » n’est pas tel qu’il a été signé.',
    en: '“{field}” is not as it was signed.',
  },
} satisfies Record<string, Words>;
