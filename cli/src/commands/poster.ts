import { createPoster, PosterError, type PosterProblem } from '@policy-elements/authoring';
import { matchLanguage } from 'policy-elements';
import { writeResult } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import { CommandError, UsageError, type Command, type Words } from '../command.js';

const PROBLEMS: Readonly<Record<PosterProblem, Words>> = {
  'nothing-to-say': {
    nl: 'In {file} staan geen richtlijnen en geen afspraken: er is niets om op een poster te zetten.',
    fr: '{file} ne contient ni conseils ni règles : il n’y a rien à mettre sur une affiche.',
    en: 'There are no guidelines and no rules in {file}: there is nothing to put on a poster.',
  },
  'bad-address': {
    nl: '“{value}” is geen adres voor de QR-code. Geef het volledige adres, met https:// ervoor.',
    fr: '« {value} » n’est pas une adresse pour le code QR. Donnez l’adresse complète, précédée de https://.',
    en: '“{value}” is no address for the QR code. Give the whole address, with https:// in front.',
  },
  'bad-colour': {
    nl: '“{value}” is geen kleur. Schrijf ze als #0b5563.',
    fr: '« {value} » n’est pas une couleur. Écrivez-la comme #0b5563.',
    en: '“{value}” is no colour. Write it like #0b5563.',
  },
};
const TEXTS = {
  url: {
    nl: 'Zeg waar het beleid te lezen is: --url https://intranet.example/beleid. De QR-code leidt ernaartoe.',
    fr: 'Indiquez où lire la charte : --url https://intranet.example/charte. Le code QR y mène.',
    en: 'Say where the policy is to be read: --url https://intranet.example/policy. The QR code leads there.',
  },
  print: {
    nl: 'Open de poster in een browser en druk hem af op {size}, zonder marges en met achtergrond.',
    fr: 'Ouvrez l’affiche dans un navigateur et imprimez-la en {size}, sans marges et avec l’arrière-plan.',
    en: 'Open the poster in a browser and print it on {size}, without margins and with background.',
  },
} satisfies Record<string, Words>;

export const command: Command = {
  summary: {
    nl: 'maakt een poster met de kern van het beleid en een QR-code',
    fr: 'crée une affiche avec l’essentiel de la charte et un code QR',
    en: 'makes a poster with the essentials of the policy and a QR code',
  },
  usage: 'FILE --url ADDRESS [--lang LANG] [--size A4|A3] [--accent #RRGGBB] [--out FILE]',
  words: [1, 1],
  options: [
    {
      name: 'url',
      value: 'ADDRESS',
      help: {
        nl: 'waar het beleid te lezen is',
        fr: 'où lire la charte',
        en: 'where the policy is to be read',
      },
    },
    LANG,
    {
      name: 'size',
      value: 'A4|A3',
      choices: ['A4', 'A3'],
      help: { nl: 'papier; anders A4', fr: 'papier ; sinon A4', en: 'paper; otherwise A4' },
    },
    {
      name: 'accent',
      value: '#RRGGBB',
      help: { nl: 'kleur van het huis', fr: 'couleur de la maison', en: 'the house’s colour' },
    },
    OUT,
  ],
  async run(call) {
    const [file = ''] = call.words;
    const url = call.option('url');
    if (!url) throw new UsageError(call.say(TEXTS.url));
    const { policy } = await policyOf(file, call);
    const wanted = call.option('lang') ?? call.messages;
    const lang = matchLanguage(wanted, policy.languages) ?? policy.languages[0] ?? 'en';
    const size = call.option('size') === 'A3' ? 'A3' : 'A4';
    const accent = call.option('accent');
    try {
      await writeResult(call, createPoster(policy, { lang, url, size, ...(accent && { accent }) }));
    } catch (error) {
      if (!(error instanceof PosterError)) throw error;
      throw new CommandError(call.say(PROBLEMS[error.code], { file, value: error.value }), 2);
    }
    if (call.option('out') !== undefined) call.output.tell(call.say(TEXTS.print, { size }));
    return 0;
  },
};
