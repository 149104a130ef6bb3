import type { Option } from './command.js';

/** What every command takes. */
export const COMMON: readonly Option[] = [
  {
    name: 'json',
    help: {
      nl: 'antwoordt in JSON, voor programma’s',
      fr: 'répond en JSON, pour des programmes',
      en: 'answers in JSON, for programs',
    },
  },
  {
    name: 'messages',
    value: 'nl|fr|en',
    choices: ['nl', 'fr', 'en'],
    help: {
      nl: 'taal van de berichten; anders die van het systeem',
      fr: 'langue des messages ; sinon celle du système',
      en: 'language of the messages; otherwise the system’s',
    },
  },
  {
    name: 'help',
    help: { nl: 'toont deze tekst', fr: 'affiche ce texte', en: 'shows this text' },
  },
];

export const OUT: Option = {
  name: 'out',
  value: 'FILE',
  help: {
    nl: 'schrijft naar dit bestand in plaats van naar het scherm',
    fr: 'écrit dans ce fichier plutôt qu’à l’écran',
    en: 'writes to this file instead of standard output',
  },
};

export const LANG: Option = {
  name: 'lang',
  value: 'LANG',
  help: {
    nl: 'taal van de inhoud, bijvoorbeeld nl',
    fr: 'langue du contenu, par exemple fr',
    en: 'language of the content, for example en',
  },
};
