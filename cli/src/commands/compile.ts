import { compilePolicy } from 'policy-elements';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import type { Command } from '../command.js';

export const command: Command = {
  summary: {
    nl: 'maakt per taal een klein bestand, klaar om te tonen',
    fr: 'fait un petit fichier par langue, prêt à afficher',
    en: 'makes a small file for each language, ready to be shown',
  },
  usage: 'FILE [--out DIR]',
  words: [1, 1],
  options: [
    {
      ...OUT,
      value: 'DIR',
      help: {
        nl: 'schrijft in deze map in plaats van naast het beleid',
        fr: 'écrit dans ce dossier plutôt qu’à côté de la charte',
        en: 'writes to this folder instead of beside the policy',
      },
    },
    LANG,
  ],
  async run(call) {
    const [file = ''] = call.words;
    const { source, policy } = await policyOf(file, call, { lenient: true });
    const folder = call.option('out') ?? dirname(file);
    const stem = basename(file, '.json');
    const name = (lang: string) => `${stem}.${lang}.compiled.json`;
    const wanted = policy.languages.filter((each) =>
      [each, undefined].includes(call.option('lang')),
    );
    const written: string[] = [];
    for (const lang of wanted) {
      const others = policy.languages.filter((each) => each !== lang);
      const files = Object.fromEntries(others.map((each) => [each, name(each)]));
      const compiled = compilePolicy(source.value, lang, { files });
      // Without `<` it can stand between script tags as well.
      const json = JSON.stringify(compiled).replaceAll('<', '\\u003c');
      await writeWhole(join(folder, name(lang)), json);
      written.push(join(folder, name(lang)));
    }
    call.output.write(
      call.json ? `${JSON.stringify({ files: written })}\n` : `${written.join('\n')}\n`,
    );
    return 0;
  },
};
