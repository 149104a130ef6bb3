import { editDistance } from '../policy/edit-distance.js';
import type { Policy, Text } from '../policy/schema.js';
import type { UnknownWord } from './unknown-word.js';

/** What editors write who think in another language, by what it means here. */
const MEANT: Readonly<Record<string, string>> = {
  title: 'titel titre',
  contents: 'inhoud inhoudstafel inhoudsopgave toc sommaire contenu navigation menu',
  search: 'zoeken zoekveld zoek recherche rechercher',
  languages: 'talen taal taalkeuze language lang langues langue',
  audiences: 'doelgroepen doelgroep audience publics public',
  print: 'afdrukken printen imprimer impression',
  changes: 'wijzigingen veranderingen modifications changements',
  acknowledgement:
    'bevestiging bevestigen kennisname acknowledgment confirmation accusé form formulier formulaire',
  core: 'kern kort essentieel essentiel court short essentials',
  all: 'alles volledig tout complet full everything',
  text: 'tekst texte texts',
  platforms: 'platformen kanalen plateformes channels',
  rules: 'regels règles regles',
  mandates: 'mandaten mandats',
  guidelines: 'richtlijnen richtlijn tips lignes-directrices directives',
  profiles: 'profielen accounts profils comptes',
  reactions: 'reacties réactions reacties',
  check: 'checklist controle vérification',
  faq: 'vragen questions veelgestelde-vragen foire-aux-questions',
  contacts: 'contactpersonen contact contacten',
  reporting: 'melden meldpunt meldpunten signalement signalements',
  trainings: 'opleidingen opleiding vormingen training formations formation',
  rollout: 'uitrol invoering déploiement',
  quiz: 'test toets',
  nl: 'nederlands dutch néerlandais flemish vlaams ned',
  fr: 'frans french français francais fra',
  en: 'engels english anglais eng',
  de: 'duits german allemand deutsch',
  lang: 'language taal langue locale',
  src: 'source url href file',
};

/** What takes objects and functions, which no attribute holds. */
const PROPERTIES = new Set(['policy', 'send', 'headers']);

/** What a word does not mean, and what was probably meant; nothing for what is not meant for us. */
export function explain(
  tag: string,
  { attribute, word, known }: UnknownWord,
  policy: Policy,
): string | undefined {
  if (!attribute && PROPERTIES.has(word))
    return `<${tag} ${word}="…"> does nothing: "${word}" is a property, to be set by a script.`;
  const meant = suggestion(word, known, policy);
  const hint = meant ? ` Did you mean "${meant}"?` : '';
  if (!attribute) return meant && `<${tag}> has no attribute "${word}": it does nothing.${hint}`;
  const takes = known.length ? ` It takes: ${known.join(', ')}.` : '';
  // Where sections are asked for by name, nothing takes the place of one that is not there.
  const effect = /^sections?$/.test(attribute) ? '' : ', and is ignored';
  return `<${tag} ${attribute}>: "${word}" means nothing here${effect}.${hint}${takes}`;
}

/** The word that comes nearest: in its letters, in another language, or as the title of what it names. */
function suggestion(word: string, known: readonly string[], policy: Policy): string | undefined {
  const plain = simple(word);
  const same = known.find((each) => simple(each) === plain);
  const other = known.find(
    (each) =>
      Object.hasOwn(MEANT, each) && MEANT[each]!.split(' ').some((name) => simple(name) === plain),
  );
  return same ?? other ?? byTitle(plain, known, policy) ?? nearest(plain, known);
}

const simple = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}_-]/gu, '');

function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.min(3, Math.floor(word.length / 3));
  const ranked = known
    .map((each) => ({ each, far: editDistance(word, simple(each), most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.each;
}

/** An id is often not what people call the thing. */
function byTitle(word: string, known: readonly string[], policy: Policy): string | undefined {
  const named = [...policy.sections, ...(policy.audiences ?? [])];
  const found = named.find(({ id, title }) => known.includes(id) && titles(title).includes(word));
  return found?.id;
}

const titles = (title: Text | undefined): string[] =>
  (typeof title === 'string' ? [title] : Object.values(title ?? {})).map((each) =>
    simple(each.replace(/\s+/g, '')),
  );
