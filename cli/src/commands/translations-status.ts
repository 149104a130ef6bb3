import { translationStatus, whereIs } from '@policy-elements/authoring';
import type { TranslatedText } from 'policy-elements';
import { LANG } from '../options.js';
import { policyOf } from '../policy-of.js';
import type { Command, Words } from '../command.js';

const STATES = ['missing', 'stale', 'machine', 'current'] as const;

const TEXTS = {
  missing: { nl: 'ontbreekt', fr: 'manque', en: 'missing' },
  stale: { nl: 'verouderd', fr: 'dépassé', en: 'stale' },
  machine: { nl: 'machine, niet nagekeken', fr: 'machine, non relu', en: 'machine, not reviewed' },
  current: { nl: 'actueel', fr: 'à jour', en: 'current' },
  notStarted: {
    nl: 'Dit beleid houdt nog niet bij waarvan vertaald werd: alle vertalingen tellen als actueel. `policy translations accept {file}` begint ermee.',
    fr: 'Cette charte ne garde pas encore trace de ce qui a été traduit : toutes les traductions comptent comme à jour. `policy translations accept {file}` commence à le faire.',
    en: 'This policy does not yet keep what was translated: all translations count as current. `policy translations accept {file}` starts it.',
  },
} satisfies Record<string, Words>;

export const command: Command = {
  summary: {
    nl: 'zegt welke vertalingen ontbreken of verouderd zijn',
    fr: 'dit quelles traductions manquent ou sont dépassées',
    en: 'says which translations are missing or stale',
  },
  usage: 'FILE',
  words: [1, 1],
  options: [LANG],
  async run(call) {
    const [file = ''] = call.words;
    const { source, policy } = await policyOf(file, call);
    const { started, languages, texts } = translationStatus(policy);
    const lang = call.option('lang');
    const wanted = texts.filter((each) => lang === undefined || each.lang === lang);
    const place = (each: TranslatedText) => source.locate(each.pointer);
    if (call.json) {
      const listed = wanted.map(({ id, field, lang: to, state, pointer }) => ({
        ...{ id, field, lang: to, state, pointer },
        ...source.locate(pointer),
      }));
      const answer = { started, languages, texts: listed };
      call.output.write(`${JSON.stringify(answer, null, 2)}\n`);
      return 0;
    }
    for (const [to, counts] of Object.entries(languages)) {
      if (lang !== undefined && lang !== to) continue;
      const parts = STATES.map((state) => `${call.say(TEXTS[state])} ${counts[state]}`);
      call.output.write(`${call.output.colour(to, 'bold')}: ${parts.join(', ')}\n`);
      for (const each of wanted) {
        if (each.lang !== to || each.state === 'current') continue;
        const where = whereIs(source.value, each.pointer, call.messages);
        const name = `${each.id}.${each.field}`;
        const at = `${file}:${place(each).line}`;
        call.output.write(`  ${call.say(TEXTS[each.state])}: ${where}  (${name}, ${at})\n`);
      }
    }
    if (!started) call.output.tell(call.say(TEXTS.notStarted, { file }));
    return 0;
  },
};
