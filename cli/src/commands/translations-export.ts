import { toCsv, toXliff, translationUnits } from '@policy-elements/authoring';
import type { Policy } from 'policy-elements';
import { writeWhole } from '../files.js';
import { OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import { UsageError, type Command, type Words } from '../command.js';

const TEXTS = {
  language: {
    nl: 'Zeg naar welke taal vertaald wordt, een andere dan {from}: bijvoorbeeld --to {to}.',
    fr: 'Indiquez la langue de traduction, autre que {from} : par exemple --to {to}.',
    en: 'Say which language to translate to, other than {from}: for example --to {to}.',
  },
  out: {
    nl: 'Een Word-bestand kan niet op het scherm: geef --out, bijvoorbeeld --out {to}.docx.',
    fr: 'Un fichier Word ne s’affiche pas à l’écran : indiquez --out, par exemple --out {to}.docx.',
    en: 'A Word file cannot go to the screen: give --out, for example --out {to}.docx.',
  },
  written: {
    nl: 'Teksten: {count}; nog te vertalen of na te kijken: {open}.',
    fr: 'Textes : {count} ; à traduire ou à relire : {open}.',
    en: '{count} texts, {open} of them to be translated or reviewed.',
  },
} satisfies Record<string, Words>;

const KINDS = ['xliff', 'csv', 'docx'] as const;
type Kind = (typeof KINDS)[number];

/** The kind asked for, or that of the file's name. */
function kindOf(format: string | undefined, out: string | undefined): Kind {
  const extension = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase();
  const wanted = format ?? (extension === 'xlf' ? 'xliff' : extension);
  return KINDS.find((kind) => kind === wanted) ?? 'xliff';
}

async function make(kind: Kind, policy: Policy, to: string): Promise<string | Uint8Array> {
  if (kind === 'xliff') return toXliff(policy, to);
  if (kind === 'csv') return toCsv(policy, to);
  const { toWord } = await import('@policy-elements/authoring/translation-files/docx-file.js');
  return toWord(policy, to);
}

export const command: Command = {
  summary: {
    nl: 'maakt een bestand voor wie vertaalt (XLIFF, CSV of Word)',
    fr: 'crée un fichier pour qui traduit (XLIFF, CSV ou Word)',
    en: 'makes a file for whoever translates (XLIFF, CSV or Word)',
  },
  usage: 'FILE --to LANG [--format xliff|csv|docx] [--out FILE]',
  words: [1, 1],
  options: [
    {
      name: 'to',
      value: 'LANG',
      help: {
        nl: 'taal waarnaar vertaald wordt',
        fr: 'langue de la traduction',
        en: 'language to translate to',
      },
    },
    {
      name: 'format',
      value: 'xliff|csv|docx',
      choices: KINDS,
      help: {
        nl: 'xliff voor een vertaalbureau, csv voor Excel, docx voor wie in Word werkt; anders naar de naam van --out',
        fr: 'xliff pour un bureau de traduction, csv pour Excel, docx pour qui travaille dans Word ; sinon d’après le nom de --out',
        en: 'xliff for a translation bureau, csv for Excel, docx for whoever works in Word; otherwise by the name of --out',
      },
    },
    OUT,
  ],
  async run(call) {
    const { output, say } = call;
    const [file = ''] = call.words;
    const { policy } = await policyOf(file, call);
    const [from = 'en'] = policy.languages;
    const to = call.option('to') ?? '';
    if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(to) || to === from) {
      throw new UsageError(say(TEXTS.language, { from, to: from === 'fr' ? 'nl' : 'fr' }));
    }
    const out = call.option('out');
    const kind = kindOf(call.option('format'), out);
    if (kind === 'docx' && out === undefined) throw new UsageError(say(TEXTS.out, { to }));
    const content = await make(kind, policy, to);
    if (out === undefined || typeof content !== 'string') {
      if (typeof content === 'string') output.write(content);
      else await writeWhole(out ?? '', content);
    } else await writeWhole(out, content);
    const units = translationUnits(policy, to);
    const open = units.filter(({ state }) => state !== 'current').length;
    if (call.json && out !== undefined) {
      output.write(
        `${JSON.stringify({ file: out, kind, to, texts: units.length, open }, null, 2)}\n`,
      );
    } else output.tell(say(TEXTS.written, { count: units.length, open }));
    return 0;
  },
};
