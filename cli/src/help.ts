import { COMMON } from './options.js';
import type { MessageLanguage, Command, Words } from './command.js';
import { COMMANDS } from './commands.js';

const TEXTS = {
  usage: { nl: 'Gebruik', fr: 'Utilisation', en: 'Usage' },
  command: { nl: 'opdracht', fr: 'commande', en: 'command' },
  commands: { nl: 'Opdrachten', fr: 'Commandes', en: 'Commands' },
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

/** All commands with what they are for. */
export async function overview(lang: MessageLanguage): Promise<string> {
  const rows = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => {
      const { command } = await load();
      return row(`${name} ${command.usage}`.trim(), command.summary[lang]);
    }),
  );
  const common = COMMON.map(optionRow(lang));
  return `${TEXTS.title[lang]}

${TEXTS.usage[lang]}: policy <${TEXTS.command[lang]}> …

${TEXTS.commands[lang]}:
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

/** One command with its options. */
export function explain(name: string, command: Command, lang: MessageLanguage): string {
  const options = [...command.options, ...COMMON].map(optionRow(lang));
  const notes = command.notes ? `\n${command.notes[lang]}\n` : '';
  return `policy ${name} - ${command.summary[lang]}

${TEXTS.usage[lang]}: policy ${`${name} ${command.usage}`.trim()}

${TEXTS.options[lang]}:
${options.join('\n')}
${notes}
${TEXTS.exit[lang]}
`;
}
