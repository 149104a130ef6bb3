import { acceptTranslations, editSource } from '@policy-elements/authoring';
import { writeWhole } from '../files.js';
import { LANG } from '../options.js';
import { policyOf } from '../policy-of.js';
import { CommandError, type Command, type Words } from '../command.js';

const TEXTS = {
  first: {
    nl: 'Vanaf nu houdt {file} bij waarvan vertaald werd. Alle vertalingen die er staan, tellen als actueel.',
    fr: 'Désormais {file} garde trace de ce qui a été traduit. Toutes les traductions présentes comptent comme à jour.',
    en: 'From now on {file} keeps what was translated. All translations in it count as current.',
  },
  accepted: {
    nl: 'Aanvaard: {count}.',
    fr: 'Acceptées : {count}.',
    en: 'Accepted: {count}.',
  },
  unknown: {
    nl: 'In dit beleid is er geen tekst “{id}”. Schrijf de id van een item, of id.veld, zoals `policy translations status` ze noemt.',
    fr: 'Il n’y a pas de texte « {id} » dans cette charte. Écrivez l’identifiant d’un élément, ou id.champ, comme les nomme `policy translations status`.',
    en: 'This policy has no text “{id}”. Write the id of an item, or id.field, as `policy translations status` names them.',
  },
  language: {
    nl: 'Naar “{lang}” wordt dit beleid niet vertaald: de talen zijn {languages}.',
    fr: 'Cette charte n’est pas traduite en « {lang} » : les langues sont {languages}.',
    en: 'This policy is not translated into “{lang}”: the languages are {languages}.',
  },
} satisfies Record<string, Words>;

export const command: Command = {
  summary: {
    nl: 'aanvaardt vertalingen zoals ze zijn',
    fr: 'accepte des traductions telles quelles',
    en: 'accepts translations as they are',
  },
  usage: 'FILE [ID…]',
  words: [1, Number.POSITIVE_INFINITY],
  options: [
    LANG,
    {
      name: 'same-meaning',
      help: {
        nl: 'de brontekst betekent wat hij betekende: wat er een vertaling van was, blijft dat',
        fr: 'le texte source veut dire ce qu’il disait : ce qui en était la traduction le reste',
        en: 'the source text means what it meant: what was its translation stays so',
      },
    },
  ],
  notes: {
    nl: 'Zonder ID: alle vertalingen. ID is de id van een item of onderdeel, of id.veld. Het bestand wordt herschreven; wat niet verandert, houdt zijn bytes.',
    fr: 'Sans ID : toutes les traductions. ID est l’identifiant d’un élément ou d’une rubrique, ou id.champ. Le fichier est réécrit ; ce qui ne change pas garde ses octets.',
    en: 'Without ID: all translations. ID is the id of an item or a section, or id.field. The file is rewritten; what does not change keeps its bytes.',
  },
  async run(call) {
    const { output, say, json } = call;
    const [file = '', ...ids] = call.words;
    const { source, policy } = await policyOf(file, call);
    const lang = call.option('lang');
    const languages = policy.languages.slice(1);
    if (lang !== undefined && !languages.includes(lang)) {
      throw new CommandError(say(TEXTS.language, { lang, languages: languages.join(', ') }), 2);
    }
    const result = acceptTranslations(policy, {
      ...(ids.length > 0 && { ids }),
      ...(lang !== undefined && { lang }),
      sameMeaning: call.has('same-meaning'),
    });
    const [id] = result.unknown;
    if (id !== undefined) throw new CommandError(say(TEXTS.unknown, { id }), 2);
    const edits = [{ path: ['translations'], value: result.translations }];
    await writeWhole(file, editSource(source, edits));
    if (json) {
      const accepted = result.accepted.map((each) => ({
        ...{ id: each.id, field: each.field, lang: each.lang, before: each.state },
      }));
      output.write(`${JSON.stringify({ first: result.first, accepted }, null, 2)}\n`);
      return 0;
    }
    if (result.first) output.tell(say(TEXTS.first, { file }));
    output.tell(say(TEXTS.accepted, { count: result.accepted.length }));
    return 0;
  },
};
