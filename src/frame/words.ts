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
      'The policy (src) must be on the same site as this page. Use an address on this site.',
    'endpoint-elsewhere':
      'The endpoint must be on the same site as this page. Use an address on this site.',
    unsound: 'The address of this frame holds something unexpected. Look at: ',
  },
  nl: {
    'src-missing': 'Het adres van dit frame noemt geen beleid. Voeg ?src=/policies/….json toe.',
    'src-elsewhere':
      'Het beleid (src) moet op dezelfde site staan als deze pagina. Gebruik een adres op deze site.',
    'endpoint-elsewhere':
      'Het endpoint moet op dezelfde site staan als deze pagina. Gebruik een adres op deze site.',
    unsound: 'In het adres van dit frame staat iets onverwachts. Kijk naar: ',
  },
  fr: {
    'src-missing':
      'L’adresse de ce cadre n’indique aucune charte. Ajoutez-y ?src=/policies/….json.',
    'src-elsewhere':
      'La charte (src) doit se trouver sur le même site que cette page. Utilisez une adresse de ce site.',
    'endpoint-elsewhere':
      'Le point d’accès (endpoint) doit se trouver sur le même site que cette page. Utilisez une adresse de ce site.',
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
