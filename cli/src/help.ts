import { COMMON } from './options.js';
import type { MessageLanguage, Verb, Words } from './verb.js';
import { VERBS } from './verbs.js';

const TEXTS = {
  usage: { nl: 'Gebruik', fr: 'Utilisation', en: 'Usage' },
  verb: { nl: 'opdracht', fr: 'commande', en: 'command' },
  verbs: { nl: 'Opdrachten', fr: 'Commandes', en: 'Commands' },
  options: { nl: 'Opties', fr: 'Options', en: 'Options' },
  title: {
    nl: 'policy - controleert, vertaalt, compileert en publiceert een beleid',
    fr: 'policy - vérifie, traduit, compile et publie une charte',
    en: 'policy - checks, translates, compiles and publishes a policy',
  },
  more: {
    nl: 'Elke opdracht legt zichzelf uit: policy <opdracht> --help',
    fr: 'Chaque commande s’explique elle-même : policy <commande> --help',
    en: 'Every command explains itself: policy <command> --help',
  },
  exit: {
    nl: 'Eindcode: 0 in orde, 1 er is iets fout, 2 verkeerd opgeroepen.',
    fr: 'Code de sortie : 0 tout est en ordre, 1 il y a une erreur, 2 mauvaise utilisation.',
    en: 'Exit code: 0 success, 1 something is wrong, 2 wrong usage.',
  },
} satisfies Record<string, Words>;

const WIDTH = 30;
const row = (left: string, right: string): string =>
  left.length < WIDTH
    ? `  ${left.padEnd(WIDTH)}${right}`
    : `  ${left}\n  ${' '.repeat(WIDTH)}${right}`;

/** All verbs with what they are for. */
export async function overview(lang: MessageLanguage): Promise<string> {
  const rows = await Promise.all(
    Object.entries(VERBS).map(async ([name, load]) => {
      const { verb } = await load();
      return row(`${name} ${verb.usage}`.trim(), verb.summary[lang]);
    }),
  );
  const common = COMMON.map(optionRow(lang));
  return `${TEXTS.title[lang]}

${TEXTS.usage[lang]}: policy <${TEXTS.verb[lang]}> …

${TEXTS.verbs[lang]}:
${rows.join('\n')}

${TEXTS.options[lang]}:
${common.join('\n')}

${TEXTS.more[lang]}
${TEXTS.exit[lang]}
`;
}

const optionRow =
  (lang: MessageLanguage) =>
  ({ name, value, help }: { name: string; value?: string; help: Words }): string =>
    row(`--${name}${value ? ` ${value}` : ''}`, help[lang]);

/** One verb with its options. */
export function explain(name: string, verb: Verb, lang: MessageLanguage): string {
  const options = [...verb.options, ...COMMON].map(optionRow(lang));
  const notes = verb.notes ? `\n${verb.notes[lang]}\n` : '';
  return `policy ${name} - ${verb.summary[lang]}

${TEXTS.usage[lang]}: policy ${`${name} ${verb.usage}`.trim()}

${TEXTS.options[lang]}:
${options.join('\n')}
${notes}
${TEXTS.exit[lang]}
`;
}
