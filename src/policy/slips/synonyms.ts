/** What people write for the words of the format, in Dutch, French and English. */
import { editDistance } from '../edit-distance.js';

const pairs = (table: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  Object.entries(table).flatMap(([word, others]) =>
    others.split('|').map((other) => [other, word] as const),
  );
const group = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(pairs(table));

// One word may be meant for several fields: which one depends on those that are there.
const FIELDS = pairs({
  title: 'titel|titre|heading|kop|naam|name',
  name: 'naam|nom|title',
  body: 'tekst|texte|text|inhoud|content|contenu|corps|description',
  description: 'beschrijving|omschrijving|body|text',
  intro: 'inleiding|introductie|introduction',
  summary: 'samenvatting|resume|description',
  question: 'vraag',
  answer: 'antwoord|reponse',
  why: 'waarom|pourquoi|reden|reason|raison|rationale',
  example: 'voorbeeld|exemple',
  consequence: 'gevolg|gevolgen|consequences|sanctie|sanction',
  reviewBy: 'herziening|herzieningsdatum|review|reviewdate|revision|revisie',
  effective: 'ingang|datum|vanaf|date|validfrom',
  languages: 'talen|taal|langues|langue|language|lang',
  contacts: 'contacten|contactpersonen|contact|personnes',
  audiences: 'doelgroepen|doelgroep|publics|audience',
  audience: 'doelgroep|doelgroepen|public|publics|audiences',
  sections: 'onderdelen|hoofdstukken|secties|rubriques|chapters',
  items: 'elementen|elements|lijst|list|regels|rules|questions|vragen|profiles',
  steps: 'stappen|etapes',
  options: 'opties|antwoorden|answers|choix',
  owner: 'verantwoordelijke|eigenaar|responsable|proprietaire',
  email: 'mail|e-mail|courriel|emailadres',
  phone: 'telefoon|tel|telephone|gsm',
  url: 'link|adres|href|website|lien|adresse|address',
  organisation: 'organization|organisatie|bedrijf|entreprise|company',
  acknowledgement: 'acknowledgment|kennisneming|bevestiging|confirmation',
  statement: 'verklaring|declaration|text',
  version: 'versie',
  kind: 'soort|genre|type',
  type: 'soort|kind',
  documents: 'documenten|bijlagen|annexes',
  history: 'geschiedenis|historique|changelog',
  allowed: 'toegelaten|mag|permis|autorise',
  condition: 'voorwaarde|conditions',
  requires: 'vereist|require|requis',
  within: 'binnen|delai',
  due: 'deadline|tegen|echeance',
  covers: 'cover',
  keywords: 'trefwoorden|zoekwoorden|motscles|keyword',
  core: 'kern|short',
  groups: 'hoofdstukken|chapitres|chapters',
  validFor: 'geldigheid|geldig|validity|validite',
});

const WORDS = pairs({
  do: 'doen|wel|wel doen|a faire|faire|dos',
  dont: "don't|don’t|niet|niet doen|nietdoen|a eviter|eviter|do not|donts|ne pas",
  yes: 'ja|oui|true|y|o|altijd',
  no: 'nee|neen|non|false|n|nooit',
  conditional: 'mits|misschien|voorwaardelijk|sous condition|conditionnel|if|maybe|conditioneel',
  published: 'gepubliceerd|publie|public|publiek|live|final|definitief',
  draft: 'ontwerp|concept|brouillon|projet|klad',
  withdrawn: 'ingetrokken|retire|archived|gearchiveerd',
  active: 'actief|actif|open|in use',
  dormant: 'slapend|inactief|inactif|inactive|en sommeil',
  closed: 'gesloten|ferme|dicht',
  planned: 'gepland|prevu|todo',
  running: 'bezig|lopend|en cours|busy',
  done: 'klaar|gedaan|fait|termine|finished',
  complaint: 'klacht|plainte|klachten',
  compliment: 'compliment|lof|felicitation|praise',
  question: 'vraag|vragen|demande',
  rumour: 'gerucht|rumeur|rumor',
  crisis: 'crise',
  mistake: 'fout|erreur|vergissing|error',
  purpose: 'doel|waarom|but|why',
  definition: 'definitie|wat|what',
  scope: 'toepassing|bereik|portee|voor wie',
  objectives: 'doelstellingen|objectifs|objective|doelen',
  wellbeing: 'welzijn|bien-etre|well-being|deconnectie',
  consequences: 'gevolgen|sancties|sanctions',
  ambassadors: 'ambassadeurs|ambassador',
  text: 'tekst|texte|paragraph',
  platforms: 'platformen|plateformes|platform',
  rules: 'regels|afspraken|regles|rule',
  mandates: 'mandaten|mandats|mandate',
  guidelines: 'richtlijnen|conseils|lignes directrices|guideline',
  profiles: 'profielen|profils|comptes|accounts|profile',
  reactions: 'reacties|reaction',
  check: 'controle|checklist|verification',
  faq: 'vragen|questions|veelgestelde vragen',
  contacts: 'contacten|contactpersonen|contact',
  reporting: 'meldpunt|melden|signalement|report',
  trainings: 'opleidingen|formations|training',
  rollout: 'invoering|uitrol|deploiement',
  quiz: 'kwis|toets|test',
  acknowledge: 'bevestigen|kennisnemen|confirm|confirmer',
  decline: 'weigeren|refuser|reject',
  'request-exception': 'uitzondering|exception|exception-request',
  all: 'alles|tout|everything|full',
  core: 'kern|kort|court|short',
});

const LANGUAGES = group({
  nl: 'nederlands|dutch|neerlandais|ned|nld|dut|vl|vlaams|flemish|be-nl',
  fr: 'frans|french|francais|fra|fre|be-fr',
  en: 'engels|english|anglais|eng|uk',
  de: 'duits|german|allemand|deutsch|deu|ger',
});

const plain = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").trim().toLowerCase();

/** The one of `known` that a word was likely meant to be. */
export function closest(
  word: string,
  known: readonly string[],
  synonyms: readonly (readonly [string, string])[] = WORDS,
): string | undefined {
  const own = plain(word);
  const same = known.find((each) => plain(each) === own);
  if (same !== undefined) return same;
  const synonym = synonyms.find(([other, each]) => other === own && known.includes(each));
  if (synonym) return synonym[1];
  const most = own.length < 4 ? 1 : 2;
  const near = known
    .map((each) => [editDistance(own, plain(each), most), each] as const)
    .filter(([distance, each]) => distance <= most && distance < each.length - 1)
    .sort(([one], [other]) => one - other);
  return near[0]?.[1];
}

export const closestField = (name: string, known: readonly string[]): string | undefined =>
  FIELDS.find(([other, field]) => other === plain(name) && known.includes(field))?.[1] ??
  closest(name, known, []);

export const closestLanguage = (word: string): string | undefined => {
  const tag = word.trim().replaceAll('_', '-');
  const synonym = LANGUAGES.get(plain(tag));
  if (synonym) return synonym;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};
