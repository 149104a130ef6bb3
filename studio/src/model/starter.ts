/** A first policy to write on: one written for a sector, or the nine blocks with a word about each. */
import type { Draft, Json } from '@policy-elements/authoring';
import {
  createStarter,
  STARTER_LANGUAGES,
  type Sector,
} from '@policy-elements/authoring/starters/index.js';
import { STATEMENT } from './statement.js';

export interface StarterInput {
  id: string;
  title: string;
  organisation: string;
  languages: readonly string[];
  /** Nothing: the headings only. */
  sector?: Sector | undefined;
}

type Words = Readonly<Record<string, string>>;

interface Block {
  id: string;
  type: string;
  topic?: string;
  title: Words;
  /** What belongs there; between double brackets, so that it is found again. */
  hint?: Words;
  empty?: boolean;
}

const BLOCKS: readonly Block[] = [
  {
    ...{ id: 'why', type: 'text', topic: 'purpose' },
    title: { nl: 'Waarom dit beleid', fr: 'Pourquoi cette charte', en: 'Why this policy' },
    hint: {
      nl: 'Wat dit beleid beschermt, en wat we ermee winnen',
      fr: 'Ce que cette charte protège, et ce qu’elle nous apporte',
      en: 'What this policy protects, and what we win by it',
    },
  },
  {
    ...{ id: 'what', type: 'text', topic: 'definition' },
    title: {
      nl: 'Wat we sociale media noemen',
      fr: 'Ce que nous appelons réseaux sociaux',
      en: 'What we call social media',
    },
    hint: {
      nl: 'Welke platformen je bedoelt, elk met wat er goed aan is en wat er mis kan gaan',
      fr: 'De quelles plateformes il s’agit, avec leurs atouts et leurs risques',
      en: 'Which platforms you mean, each with what it is good for and what can go wrong',
    },
  },
  {
    ...{ id: 'whom', type: 'text', topic: 'scope' },
    title: { nl: 'Voor wie', fr: 'Pour qui', en: 'For whom' },
    hint: {
      nl: 'Voor wie het geldt: vast, tijdelijk, ingehuurd, vrijwillig',
      fr: 'À qui elle s’adresse : personnel permanent, temporaire, externe, bénévole',
      en: 'Whom it is for: permanent, temporary, hired in, volunteers',
    },
  },
  {
    ...{ id: 'rules', type: 'rules', empty: true },
    title: { nl: 'Afspraken', fr: 'Règles', en: 'Rules' },
  },
  {
    ...{ id: 'guidelines', type: 'guidelines', empty: true },
    title: { nl: 'Richtlijnen', fr: 'Lignes directrices', en: 'Guidelines' },
  },
  {
    ...{ id: 'profiles', type: 'profiles', empty: true },
    title: { nl: 'Waar we te vinden zijn', fr: 'Où nous trouver', en: 'Where to find us' },
  },
  {
    ...{ id: 'monitoring', type: 'text', topic: 'monitoring' },
    title: { nl: 'We luisteren mee', fr: 'Nous sommes à l’écoute', en: 'We listen' },
    hint: {
      nl: 'Dat de organisatie volgt wat er over haar gezegd wordt, zodat niemand later verrast is',
      fr: 'Que l’organisation suit ce qui se dit d’elle, pour que personne ne soit surpris',
      en: 'That the organisation follows what is said about it, so that nobody is surprised later',
    },
  },
  {
    ...{ id: 'reactions', type: 'reactions', empty: true },
    title: {
      nl: 'Als iemand iets over ons zegt',
      fr: 'Quand on parle de nous',
      en: 'When people talk about us',
    },
  },
  {
    ...{ id: 'questions', type: 'contacts' },
    title: { nl: 'Bij wie je terechtkunt', fr: 'À qui s’adresser', en: 'Whom to ask' },
  },
];

const SUMMARY: Words = {
  nl: 'Wat dit beleid in twee of drie zinnen zegt',
  fr: 'Ce que dit cette charte, en deux ou trois phrases',
  en: 'What this policy says, in two or three sentences',
};

export function starter({ sector, ...input }: StarterInput): Draft {
  return sector ? written({ sector, ...input }) : headings(input);
}

/** The texts of a sector; a title that is the person's own stands in their language only. */
function written({
  id,
  title,
  organisation,
  ...options
}: StarterInput & { sector: Sector }): Draft {
  const languages = STARTER_LANGUAGES.filter((lang) => options.languages.includes(lang));
  const [first = 'en'] = options.languages;
  languages.sort((one) => (one === first ? -1 : 0));
  const policy = createStarter({ sector: options.sector, languages, organisation });
  const titles = policy.title as Readonly<Record<string, string>>;
  return {
    ...(policy as unknown as Draft),
    id,
    title: titles[first] === title ? titles : { [first]: title },
  };
}

function headings({ id, title, organisation, languages }: StarterInput): Draft {
  const [first = 'en'] = languages;
  const said = (words: Words): Json =>
    Object.fromEntries(
      languages.flatMap((lang) => {
        const text = words[lang] ?? (lang === first ? words['en'] : undefined);
        return text === undefined ? [] : [[lang, text]];
      }),
    );
  const asked = (words: Words): Json => ({ [first]: `[[${words[first] ?? words['en']}]]` });
  const sections = BLOCKS.map(({ id: own, type, topic, title: name, hint, empty }): Json => ({
    ...{ id: own, type, title: said(name) },
    ...(topic && { topic }),
    ...(hint && { body: asked(hint) }),
    ...(empty && { items: [] }),
  }));
  return {
    ...{ format: 1, id, version: '0.1', status: 'draft', languages: [...languages] },
    title: { [first]: title },
    summary: asked(SUMMARY),
    organisation: { name: organisation },
    sections,
    acknowledgement: { statement: said(STATEMENT), acts: ['acknowledge'] },
  };
}
