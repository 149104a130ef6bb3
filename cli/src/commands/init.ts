import { stat } from 'node:fs/promises';
import {
  createStarter,
  SECTOR_NAMES,
  SECTORS,
  STARTER_LANGUAGES,
  type StarterLanguage,
  type StarterOptions,
} from '@policy-elements/authoring';
import { writeResult, writeWhole } from '../files.js';
import { CommandError, UsageError, type Call, type Command, type Words } from '../command.js';

const TEXTS = {
  sector: { nl: 'Voor welke sector?', fr: 'Pour quel secteur ?', en: 'For which sector?' },
  languages: {
    nl: 'In welke talen? De eerste is de taal waarin je schrijft.',
    fr: 'Dans quelles langues ? La première est celle dans laquelle vous écrivez.',
    en: 'In which languages? The first is the one you write in.',
  },
  organisation: {
    nl: 'Hoe heet je organisatie?',
    fr: 'Quel est le nom de votre organisation ?',
    en: 'What is your organisation called?',
  },
  file: { nl: 'Naar welk bestand?', fr: 'Dans quel fichier ?', en: 'To which file?' },
  cancelled: {
    nl: 'Gestopt; er is niets geschreven.',
    fr: 'Arrêté ; rien n’a été écrit.',
    en: 'Stopped; nothing was written.',
  },
  needed: {
    nl: 'Zeg voor welke sector: --sector {sectors}.',
    fr: 'Indiquez le secteur : --sector {sectors}.',
    en: 'Say for which sector: --sector {sectors}.',
  },
  unknownLanguage: {
    nl: '“{lang}” kan niet: de talen zijn nl, fr en en.',
    fr: '« {lang} » n’est pas possible : les langues sont nl, fr et en.',
    en: '“{lang}” cannot be: the languages are nl, fr and en.',
  },
  exists: {
    nl: '{file} bestaat al. Kies een andere naam, of voeg --force toe om het te overschrijven.',
    fr: '{file} existe déjà. Choisissez un autre nom ou ajoutez --force pour l’écraser.',
    en: '{file} is there already. Choose another name, or add --force to write over it.',
  },
  next: {
    nl: 'Vul in wat tussen [[ ]] staat: policy check {file} zegt waar.',
    fr: 'Complétez ce qui figure entre [[ ]] : policy check {file} dit où.',
    en: 'Fill in what stands between [[ ]]: policy check {file} says where.',
  },
} satisfies Record<string, Words>;

interface Wishes extends StarterOptions {
  out: string | undefined;
}

const isLanguage = (lang: string): lang is StarterLanguage =>
  STARTER_LANGUAGES.some((each) => each === lang);

function languagesOf(call: Call, given: string): StarterLanguage[] {
  const wished = [
    ...new Set(
      given
        .split(/[,\s]+/)
        .filter(Boolean)
        .map((lang) => lang.toLowerCase()),
    ),
  ];
  return wished.map((lang) => {
    if (!isLanguage(lang)) throw new UsageError(call.say(TEXTS.unknownLanguage, { lang }));
    return lang;
  });
}

/** Asks, one thing after the other, what was not said. */
async function ask(call: Call): Promise<Wishes> {
  const { isCancel, multiselect, select, text } = await import('@clack/prompts');
  const { say, messages } = call;
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (isCancel(answer)) throw new CommandError(say(TEXTS.cancelled));
    return answer as Exclude<T, symbol>;
  };
  const sector = answered(
    await select({
      message: say(TEXTS.sector),
      options: SECTORS.map((value) => ({ value, label: SECTOR_NAMES[value][messages] })),
    }),
  );
  const names = { nl: 'Nederlands', fr: 'Français', en: 'English' };
  const chosen = answered(
    await multiselect({
      message: say(TEXTS.languages),
      options: STARTER_LANGUAGES.map((value) => ({ value, label: names[value] })),
      initialValues: [messages],
      required: true,
    }),
  );
  const languages = [...chosen].sort((a, b) => Number(b === messages) - Number(a === messages));
  const organisation = answered(await text({ message: say(TEXTS.organisation), defaultValue: '' }));
  const file =
    call.option('out') ??
    answered(
      await text({
        message: say(TEXTS.file),
        defaultValue: 'policy.json',
        placeholder: 'policy.json',
      }),
    );
  return { sector, languages, out: file, ...(organisation && { organisation }) };
}

function wishesOf(call: Call): Wishes {
  const sector = SECTORS.find((each) => each === call.option('sector'));
  if (!sector) throw new UsageError(call.say(TEXTS.needed, { sectors: SECTORS.join('|') }));
  const organisation = call.option('organisation');
  const languages = languagesOf(call, call.option('languages') ?? call.messages);
  return { sector, languages, out: call.option('out'), ...(organisation && { organisation }) };
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

export const command: Command = {
  summary: {
    nl: 'begint een beleid met een voorbeeld voor je sector',
    fr: 'commence une charte à partir d’un modèle pour votre secteur',
    en: 'begins a policy with a starter for your sector',
  },
  usage: '[--sector SECTOR] [--languages nl,fr,en] [--out FILE]',
  words: [0, 0],
  options: [
    {
      name: 'sector',
      value: SECTORS.join('|'),
      choices: SECTORS,
      help: {
        nl: 'de sector van je organisatie',
        fr: 'le secteur de votre organisation',
        en: 'the sector of your organisation',
      },
    },
    {
      name: 'languages',
      value: 'nl,fr,en',
      help: {
        nl: 'talen; de eerste is die waarin je schrijft',
        fr: 'langues ; la première est celle dans laquelle vous écrivez',
        en: 'languages; the first is the one you write in',
      },
    },
    {
      name: 'organisation',
      value: 'NAME',
      help: {
        nl: 'naam van je organisatie',
        fr: 'nom de votre organisation',
        en: 'name of your organisation',
      },
    },
    {
      name: 'out',
      value: 'FILE',
      help: {
        nl: 'schrijft naar dit bestand in plaats van naar het scherm',
        fr: 'écrit dans ce fichier plutôt qu’à l’écran',
        en: 'writes to this file instead of standard output',
      },
    },
    {
      name: 'force',
      help: {
        nl: 'overschrijft een bestand dat er al is',
        fr: 'écrase un fichier existant',
        en: 'writes over a file that is there',
      },
    },
  ],
  notes: {
    nl: 'Zonder --sector vraagt de opdracht wat ze moet weten, op een terminal.',
    fr: 'Sans --sector, la commande demande ce qu’elle doit savoir, dans un terminal.',
    en: 'Without --sector the command asks what it needs to know, on a terminal.',
  },
  async run(call) {
    const asks = call.option('sector') === undefined && process.stdin.isTTY && process.stdout.isTTY;
    const { out, ...options } = asks ? await ask(call) : wishesOf(call);
    const policy = `${JSON.stringify(createStarter(options), null, 2)}\n`;
    if (out === undefined || out === '-') {
      await writeResult(call, policy);
      return 0;
    }
    if (!call.has('force') && (await isThere(out))) {
      throw new CommandError(call.say(TEXTS.exists, { file: out }), 2);
    }
    await writeWhole(out, policy);
    if (call.json) call.output.write(`${JSON.stringify({ file: out, ...options })}\n`);
    else call.output.tell(call.say(TEXTS.next, { file: out }));
    return 0;
  },
};
