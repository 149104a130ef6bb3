import {
  applyTranslations,
  describeOutcome,
  describeTranslationError,
  editSource,
  ImportError,
  readTranslations,
  TranslationFileError,
  type AppliedFile,
  type AppliedTranslation,
  type EntryOutcome,
  type TranslationFile,
} from '@policy-elements/authoring';
import { readBytes, writeResult, writeWhole } from '../files.js';
import { OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import { CommandError, type Call, type Command, type Words } from '../command.js';

const TEXTS = {
  first: {
    nl: 'Vanaf nu houdt {file} bij waarvan vertaald werd. De vertalingen die er al stonden, tellen als actueel.',
    fr: 'Désormais {file} garde trace de ce qui a été traduit. Les traductions déjà présentes comptent comme à jour.',
    en: 'From now on {file} keeps what was translated. Translations that were there already count as current.',
  },
  marks: {
    nl: 'Opmaak of links verschillen van de brontekst, kijk deze na:',
    fr: 'La mise en forme ou les liens diffèrent du texte source, vérifiez :',
    en: 'Marks or links differ from the source, look at these:',
  },
} satisfies Record<string, Words>;

const ORDER: readonly EntryOutcome[] = [
  'written',
  'confirmed',
  'stale',
  'outdated',
  'gone',
  'same-as-source',
  'empty',
  'unchanged',
];
// These name the texts they are about: somebody has to look at them.
const NAMED = new Set<EntryOutcome>(['stale', 'outdated', 'gone', 'same-as-source']);
const MOST_NAMED = 8;

async function read(file: string, call: Call): Promise<TranslationFile> {
  const bytes = await readBytes(file, call);
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped) return readTranslations(bytes);
  const { readWord } = await import('@policy-elements/authoring/translation-files/docx-file.js');
  return readWord(bytes);
}

const attempt = async <T>(file: string, call: Call, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const problem = error instanceof ImportError ? new TranslationFileError('unreadable') : error;
    if (!(problem instanceof TranslationFileError)) throw error;
    throw new CommandError(`${file}: ${describeTranslationError(problem, call.messages)}`);
  }
};

function tell(call: Call, file: string, { results, tookAllAsCurrent }: AppliedFile): void {
  const { output, say, messages } = call;
  if (tookAllAsCurrent) output.tell(say(TEXTS.first, { file }));
  for (const outcome of ORDER) {
    const all = results.filter((each) => each.outcome === outcome);
    if (!all.length) continue;
    output.tell(`${all.length} ${describeOutcome(outcome, messages)}`);
    if (NAMED.has(outcome)) names(call, all);
  }
  const differ = results.filter(({ marksDiffer }) => marksDiffer);
  if (differ.length) {
    output.tell(say(TEXTS.marks));
    names(call, differ);
  }
}

function names({ output }: Call, all: readonly AppliedTranslation[]): void {
  for (const { id, field } of all.slice(0, MOST_NAMED)) output.tell(`    ${id}.${field}`);
  if (all.length > MOST_NAMED) output.tell(`    … +${all.length - MOST_NAMED}`);
}

export const command: Command = {
  summary: {
    nl: 'zet een vertaald bestand (XLIFF, CSV of Word) in het beleid',
    fr: 'place un fichier traduit (XLIFF, CSV ou Word) dans la charte',
    en: 'puts a translated file (XLIFF, CSV or Word) into the policy',
  },
  usage: 'FILE TRANSLATED [--out FILE]',
  words: [2, 2],
  options: [OUT],
  notes: {
    nl: 'Wat van een oudere brontekst vertaald werd, komt erin als verouderd. Wat niet verandert, houdt zijn bytes.',
    fr: 'Ce qui a été traduit d’un texte source plus ancien est repris comme obsolète. Ce qui ne change pas garde ses octets.',
    en: 'What was translated from an older source is taken in as stale. What does not change keeps its bytes.',
  },
  async run(call) {
    const [file = '', translated = ''] = call.words;
    const { source, policy } = await policyOf(file, call);
    const applied = await attempt(translated, call, async () =>
      applyTranslations(policy, await read(translated, call)),
    );
    const written = editSource(source, applied.edits);
    if (call.option('out') !== undefined) await writeResult(call, written);
    else if (applied.edits.length) await writeWhole(file, written);
    if (call.json) {
      const { lang, results, tookAllAsCurrent } = applied;
      call.output.write(`${JSON.stringify({ lang, first: tookAllAsCurrent, results }, null, 2)}\n`);
    } else tell(call, file, applied);
    return 0;
  },
};
