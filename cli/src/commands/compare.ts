import { nextVersion } from '@policy-elements/authoring';
import type { Change } from 'policy-elements';
import { writeResult } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import type { Command, Words } from '../command.js';

const TEXTS = {
  added: { nl: 'Nieuw', fr: 'Nouveau', en: 'New' },
  changed: { nl: 'Gewijzigd', fr: 'Modifié', en: 'Changed' },
  moved: { nl: 'Verplaatst', fr: 'Déplacé', en: 'Moved' },
  removed: { nl: 'Verwijderd', fr: 'Supprimé', en: 'Removed' },
  none: { nl: 'Er is niets gewijzigd.', fr: 'Rien n’a changé.', en: 'Nothing has changed.' },
  major: {
    nl: 'MAJOR: {version}. Iedereen bevestigt opnieuw, omdat dit gewijzigd is: {reasons}.',
    fr: 'MAJOR : {version}. Tout le monde confirme à nouveau, parce que ceci a changé : {reasons}.',
    en: 'MAJOR: {version}. Everybody confirms again, because this has changed: {reasons}.',
  },
  minor: {
    nl: 'MINOR: {version}. Er wordt niets anders gevraagd: niemand hoeft opnieuw te bevestigen.',
    fr: 'MINOR : {version}. Il n’est rien demandé d’autre qu’avant : personne n’a à confirmer à nouveau.',
    en: 'MINOR: {version}. Nothing else is asked: nobody has to confirm again.',
  },
} satisfies Record<string, Words>;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const FORMS = {
  md: {
    line: (text: string) => `- ${text}`,
    head: (text: string) => `## ${text}`,
    text: (t: string) => t,
  },
  html: {
    line: (text: string) => `<p>${text}</p>`,
    head: (text: string) => `<h2>${text}</h2>`,
    text: escape,
  },
};

export const command: Command = {
  summary: {
    nl: 'zegt wat tussen twee versies gewijzigd is, en of het een MAJOR is',
    fr: 'dit ce qui a changé entre deux versions, et si c’est une MAJOR',
    en: 'says what changed between two versions, and whether it is a MAJOR',
  },
  usage: 'OLD NEW',
  words: [2, 2],
  options: [
    {
      name: 'format',
      value: 'md|html',
      choices: ['md', 'html'],
      help: { nl: 'vorm van het antwoord', fr: 'forme de la réponse', en: 'form of the answer' },
    },
    LANG,
    OUT,
  ],
  async run(call) {
    const [old = '', now = ''] = call.words;
    const before = await policyOf(old, call, { lenient: true });
    const after = await policyOf(now, call, { lenient: true });
    const proposal = nextVersion(before.policy, after.policy);
    if (call.json) {
      await writeResult(call, `${JSON.stringify(proposal, null, 2)}\n`);
      return 0;
    }
    const { line, head, text } = FORMS[call.option('format') === 'html' ? 'html' : 'md'];
    const titles = (all: readonly Change[]) => all.map(({ title }) => title).join('; ');
    const verdict =
      proposal.kind === 'none'
        ? call.say(TEXTS.none)
        : call.say(TEXTS[proposal.kind], {
            version: proposal.version,
            reasons: titles(proposal.reasons),
          });
    const parts = (['added', 'changed', 'moved', 'removed'] as const).flatMap((kind) => {
      const all = proposal.changes.filter(({ change }) => change === kind);
      if (all.length === 0) return [];
      const rows = all.flatMap(({ title, within, texts, values }) => {
        const said = texts.map(({ before: was, after: is }) => `“${was}” → “${is}”`);
        const name = [title, within].filter(Boolean).join(' · ');
        return line(text([name, ...said, values.join(', ')].filter(Boolean).join('  ')));
      });
      return ['', head(text(call.say(TEXTS[kind]))), '', ...rows];
    });
    await writeResult(call, `${[text(verdict), ...parts].join('\n')}\n`);
    return 0;
  },
};
