import type { ParameterError, ParameterProblem } from './parameters.js';

/**
 * The few sentences of the frame page itself, for whoever embeds it. Labels of elements are
 * localized by the element; here there is none yet.
 */
type Sentence = ParameterProblem;

const WORDS: Record<string, Record<Sentence, string>> = {
  en: {
    'src-missing': 'The address of this frame names no policy. Add ?src=/policies/….json to it.',
    'src-elsewhere':
      'The policy (src) has to stand on the same site as this page. Give its address there.',
    'endpoint-elsewhere':
      'The endpoint has to be on the same site as this page. Give its address there.',
    unsound: 'The address of this frame holds something unexpected. Look at: ',
  },
  nl: {
    'src-missing': 'Het adres van dit kader noemt geen beleid. Voeg ?src=/policies/….json toe.',
    'src-elsewhere':
      'Het beleid (src) moet op dezelfde site staan als deze pagina. Geef het adres daar.',
    'endpoint-elsewhere':
      'Het endpoint moet op dezelfde site staan als deze pagina. Geef het adres daar.',
    unsound: 'In het adres van dit kader staat iets onverwachts. Kijk naar: ',
  },
  fr: {
    'src-missing': 'L’adresse de ce cadre ne nomme aucune charte. Ajoutez ?src=/policies/….json.',
    'src-elsewhere':
      'La charte (src) doit se trouver sur le même site que cette page. Donnez son adresse là.',
    'endpoint-elsewhere':
      'Le point d’accès (endpoint) doit se trouver sur le même site que cette page. Donnez son adresse là.',
    unsound: 'L’adresse de ce cadre contient quelque chose d’inattendu. Vérifiez : ',
  },
};

/** The first of the languages that has words, else English. */
export function languageOf(wanted: readonly string[]): string {
  const known = wanted.map((lang) => lang.slice(0, 2).toLowerCase());
  return known.find((lang) => Object.hasOwn(WORDS, lang)) ?? 'en';
}

export function sentence({ code, parameter }: ParameterError, lang: string): string {
  return `${WORDS[lang]![code]}${parameter}`;
}
