import {
  describeGuess,
  describeImportError,
  describeLeft,
  describeNote,
  editSource,
  importInto,
  ImportError,
  typeName,
  type Alignment,
  type DocumentType,
  type ImportDraft,
  type Left,
} from '@policy-elements/authoring';
import { importIsolated } from '@policy-elements/authoring/import/isolated.js';
import { readBytes, writeResult, writeWhole } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import { CommandError, UsageError, type Call, type Command, type Words } from '../command.js';

const TEXTS = {
  language: {
    nl: 'Zeg in welke taal het document geschreven is: --lang nl, --lang fr of --lang en.',
    fr: 'Indiquez la langue du document : --lang nl, --lang fr ou --lang en.',
    en: 'Say which language the document is written in: --lang nl, --lang fr or --lang en.',
  },
  taken: {
    nl: 'Overgenomen woorden: {taken} van {words}; onderdelen: {sections}.',
    fr: 'Mots repris : {taken} sur {words} ; rubriques : {sections}.',
    en: '{taken} of {words} words were taken over, in {sections} sections.',
  },
  guesses: {
    nl: 'Wat we dachten te zien (met --retype ID=TYPE kies je iets anders):',
    fr: 'Ce que nous avons cru voir (--retype ID=TYPE pour choisir autre chose) :',
    en: 'What we thought we saw (--retype ID=TYPE chooses something else):',
  },
  instead: { nl: 'of: {types}', fr: 'ou : {types}', en: 'or: {types}' },
  left: {
    nl: 'Niet in het beleid:',
    fr: 'N’est pas dans la charte :',
    en: 'Not in the policy:',
  },
  next: {
    nl: 'Vul in wat tussen [[ ]] staat, en kijk na met: policy check {file}',
    fr: 'Complétez ce qui figure entre [[ ]], puis vérifiez avec : policy check {file}',
    en: 'Fill in what stands between [[ ]], and look it over with: policy check {file}',
  },
  pairs: {
    nl: 'Teksten met een vertaling in “{lang}”: {count}. Kijk vooral deze na:',
    fr: 'Textes traduits en « {lang} » : {count}. Vérifiez surtout ceux-ci :',
    en: '{count} texts got a translation in “{lang}”. Look at these first:',
  },
  allSure: {
    nl: 'Teksten met een vertaling in “{lang}”: {count}.',
    fr: 'Textes traduits en « {lang} » : {count}.',
    en: '{count} texts got a translation in “{lang}”.',
  },
  missing: {
    nl: 'Hiervoor vonden we niets: {titles}',
    fr: 'Rien trouvé pour : {titles}',
    en: 'Nothing was found for: {titles}',
  },
  first: {
    nl: '“{lang}” is de taal waarin {file} geschreven is. --into is voor een tweede taal.',
    fr: '« {lang} » est la langue de rédaction de {file}. --into sert à une deuxième langue.',
    en: '“{lang}” is the language {file} is written in. --into is for a second language.',
  },
  noSection: {
    nl: 'Er is geen onderdeel “{id}” om een ander type te geven. Er is: {ids}.',
    fr: 'Il n’y a pas de rubrique « {id} » dont changer le type. Il y a : {ids}.',
    en: 'There is no section “{id}” to give another type. There is: {ids}.',
  },
  retype: {
    nl: '“{id}” kan geen “{type}” worden. Het kan: {types}.',
    fr: '« {id} » ne peut pas devenir « {type} ». Possible : {types}.',
    en: '“{id}” cannot become “{type}”. It can: {types}.',
  },
} satisfies Record<string, Words>;

const TYPES: Readonly<Record<string, DocumentType>> = {
  docx: 'docx',
  dotx: 'docx',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  txt: 'text',
};
// Below this a pair is shown to whoever imports.
const SURE = 0.75;
const MOST_SHOWN = 12;

async function read(file: string, lang: string, call: Call): Promise<ImportDraft> {
  const type = TYPES[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  const bytes = await readBytes(file, call);
  try {
    return await importIsolated(bytes, { lang, ...(type && { type }) });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new CommandError(`${file}: ${describeImportError(error, call.messages)}`);
  }
}

const short = (text: string, most = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

function tellLeft(call: Call, left: readonly Left[]): void {
  const { output, messages, say } = call;
  if (!left.length) return;
  output.tell(`\n${say(TEXTS.left)}`);
  for (const reason of new Set(left.map((each) => each.reason))) {
    const all = left.filter((each) => each.reason === reason);
    output.tell(`  ${describeLeft(reason, messages)} (${all.length})`);
    for (const { text, where } of all.slice(0, 3)) {
      output.tell(`    ${short(text) || '–'}${where ? `  [${short(where, 30)}]` : ''}`);
    }
    if (all.length > 3) output.tell(`    … +${all.length - 3}`);
  }
}

function tellDraft(call: Call, { policy, guesses, report, lang }: ImportDraft, out: string): void {
  const { output, messages, say } = call;
  const { words, taken, left, notes } = report;
  output.tell(say(TEXTS.taken, { taken, words, sections: policy.sections.length }));
  output.tell(`\n${say(TEXTS.guesses)}`);
  for (const { id, as, certainty, reason, alternatives } of guesses) {
    const section = policy.sections.find((each) => each.id === id);
    const title = typeof section?.title === 'object' ? (section.title[lang] ?? '') : '';
    output.tell(`  ${id}  ${output.colour(short(title, 40), 'bold', 'stderr')}`);
    const others = alternatives.slice(0, 3).join(', ');
    const instead = certainty < 0.8 && others ? ` ${say(TEXTS.instead, { types: others })}` : '';
    const sure = `${Math.round(certainty * 100)} %`;
    output.tell(
      `      ${as} = ${typeName(as, messages)} (${sure}). ${describeGuess(reason, messages)}${instead}`,
    );
  }
  for (const [code, count] of Object.entries(notes)) {
    output.tell(describeNote(code as keyof typeof notes, count, messages));
  }
  tellLeft(call, left);
  output.tell(`\n${say(TEXTS.next, { file: out })}`);
}

function tellAlignment(call: Call, { pairs, missing, left, lang }: Alignment): void {
  const { output, say } = call;
  const unsure = pairs.filter(({ certainty }) => certainty < SURE);
  const count = pairs.length;
  output.tell(say(unsure.length ? TEXTS.pairs : TEXTS.allSure, { count, lang }));
  for (const { id, field, certainty, source, text } of unsure.slice(0, MOST_SHOWN)) {
    output.tell(`  ${id}.${field} (${Math.round(certainty * 100)} %)`);
    output.tell(`      ${short(source)}\n      ${short(text)}`);
  }
  if (unsure.length > MOST_SHOWN) output.tell(`  … +${unsure.length - MOST_SHOWN}`);
  if (missing.length) {
    output.tell(
      say(TEXTS.missing, { titles: missing.map(({ title }) => short(title, 40)).join('; ') }),
    );
  }
  tellLeft(call, left);
}

async function into(call: Call, target: string, draft: ImportDraft): Promise<object> {
  const { source, policy } = await policyOf(target, call);
  if (policy.languages[0] === draft.lang) {
    throw new CommandError(call.say(TEXTS.first, { lang: draft.lang, file: target }), 2);
  }
  const alignment = importInto(policy, draft);
  const written = editSource(source, alignment.edits);
  const out = call.option('out');
  if (out === undefined) await writeWhole(target, written);
  else await writeResult(call, written);
  if (!call.json) tellAlignment(call, alignment);
  const { pairs, missing, left } = alignment;
  return { pairs, missing, left };
}

async function retyped(call: Call, draft: ImportDraft): Promise<ImportDraft> {
  const { retype } = await import('@policy-elements/authoring');
  let changed = draft;
  for (const wish of (call.option('retype') ?? '').split(',').filter(Boolean)) {
    const [id = '', type = ''] = wish.split('=');
    const guess = changed.guesses.find((each) => each.id === id);
    if (!guess) {
      const ids = draft.guesses.map((each) => each.id).join(', ');
      throw new CommandError(call.say(TEXTS.noSection, { id, ids }), 2);
    }
    const possible = [guess.as, ...guess.alternatives];
    const found = possible.find((each) => each === type);
    if (!found) {
      const types = possible.join(', ');
      throw new CommandError(call.say(TEXTS.retype, { id, type, types }), 2);
    }
    if (guess.as !== found) changed = retype(changed, id, found);
  }
  return changed;
}

async function fresh(call: Call, given: ImportDraft): Promise<object> {
  const draft = await retyped(call, given);
  await writeResult(call, `${JSON.stringify(draft.policy, null, 2)}\n`);
  if (!call.json) tellDraft(call, draft, call.option('out') ?? 'policy.json');
  const { guesses, report } = draft;
  return { guesses, report };
}

export const command: Command = {
  summary: {
    nl: 'maakt van een document (Word, Markdown, HTML) een eerste versie van een beleid',
    fr: 'fait une première version à partir d’un document (Word, Markdown, HTML)',
    en: 'makes a first draft of a document (Word, Markdown, HTML)',
  },
  usage: 'DOCUMENT --lang LANG [--out FILE | --into FILE]',
  words: [1, 1],
  options: [
    LANG,
    OUT,
    {
      name: 'into',
      value: 'FILE',
      help: {
        nl: 'zet het document als tweede taal in dit beleid',
        fr: 'place le document comme deuxième langue dans cette charte',
        en: 'puts the document into this policy as a second language',
      },
    },
    {
      name: 'retype',
      value: 'ID=TYPE,…',
      help: {
        nl: 'geeft een onderdeel een ander type, bijvoorbeeld afspraken=rules',
        fr: 'change le type d’une rubrique, par exemple regles=rules',
        en: 'makes a section another type, for example rules=guidelines',
      },
    },
    {
      name: 'report',
      value: 'FILE',
      help: {
        nl: 'schrijft elke gok, en alles wat niet overgenomen is, naar dit bestand (JSON)',
        fr: 'écrit chaque supposition et tout ce qui n’a pas été repris dans ce fichier (JSON)',
        en: 'writes each guess, and all that was not taken over, to this file (JSON)',
      },
    },
  ],
  notes: {
    nl: 'Pdf, .doc en .odt: bewaar eerst als Word-document (.docx).',
    fr: 'PDF, .doc et .odt : enregistrez d’abord au format Word (.docx).',
    en: 'PDF, .doc and .odt: save as a Word document (.docx) first.',
  },
  async run(call) {
    const [file = ''] = call.words;
    const lang = call.option('lang');
    if (!lang || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) {
      throw new UsageError(call.say(TEXTS.language));
    }
    const draft = await read(file, lang, call);
    const target = call.option('into');
    const report =
      target === undefined ? await fresh(call, draft) : await into(call, target, draft);
    const json = `${JSON.stringify(report, null, 2)}\n`;
    const reportFile = call.option('report');
    if (reportFile !== undefined) await writeWhole(reportFile, json);
    else if (call.json && (call.option('out') !== undefined || target !== undefined)) {
      call.output.write(json);
    }
    return 0;
  },
};
