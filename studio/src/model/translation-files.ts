/** Files for whoever translates outside of the studio, out and back. Comes when somebody asks. */
import { digestValue, readField, type Draft, type Edit } from '@policy-elements/authoring';
import {
  applyTranslations,
  describeOutcome,
  describeTranslationError,
  readTranslations,
  toCsv,
  toXliff,
  translationUnits,
  TranslationFileError,
  type AppliedTranslation,
  type EntryOutcome,
  type TranslationFile,
} from '@policy-elements/authoring/translation-files/index.js';
import type { Policy } from 'policy-elements';

export { describeOutcome, TranslationFileError, describeTranslationError };
export type FileKind = 'docx' | 'csv' | 'xliff';

const ENDING = { docx: 'docx', csv: 'csv', xliff: 'xlf' } as const;
const TYPE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv;charset=utf-8',
  xliff: 'application/xliff+xml',
} as const;

const policyOf = (draft: Draft): Policy => draft as unknown as Policy;

export async function translationFile(draft: Draft, lang: string, kind: FileKind): Promise<File> {
  const policy = policyOf(draft);
  const content = await (kind === 'docx'
    ? wordFile(policy, lang)
    : kind === 'csv'
      ? toCsv(policy, lang)
      : toXliff(policy, lang));
  const name = `${policy.id}.${lang}.${ENDING[kind]}`;
  return new File([content as BlobPart], name, { type: TYPE[kind] });
}

// Writing Word files weighs more than all the rest of this.
async function wordFile(policy: Policy, lang: string): Promise<Uint8Array> {
  const { toWord } = await import('@policy-elements/authoring/translation-files/docx-file.js');
  return toWord(policy, lang);
}

async function read(bytes: Uint8Array): Promise<TranslationFile> {
  // A zip, as every Word file is.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readTranslations(bytes);
  const { readWord } = await import('@policy-elements/authoring/translation-files/docx-file.js');
  return readWord(bytes);
}

export interface ReadTranslations {
  lang: string;
  /** What there is to change in the draft, all at once. */
  edits: readonly Edit[];
  /** How many texts had which outcome, those that matter first. */
  outcomes: readonly (readonly [EntryOutcome, number])[];
  /** Written, but with other marks or links than the source has. */
  marksDiffer: readonly AppliedTranslation[];
}

const ORDER: readonly EntryOutcome[] = [
  ...(['written', 'stale', 'confirmed', 'outdated', 'gone', 'same-as-source'] as const),
  ...(['empty', 'unchanged'] as const),
];

/** @throws TranslationFileError where it is no such file, or one of another policy. */
export async function readTranslated(file: Blob, draft: Draft): Promise<ReadTranslations> {
  const translated = await read(new Uint8Array(await file.arrayBuffer()));
  const applied = applyTranslations(policyOf(draft), translated);
  const keys = new Map(translated.entries.map((each) => [`${each.id}.${each.field}`, each.key]));
  const units = new Map(
    translationUnits(applied.policy, applied.lang).map((unit) => [unit.pointer, unit]),
  );
  const edits = applied.results.flatMap((result): Edit[] => {
    const unit = units.get(result.pointer);
    if (!unit || !['written', 'stale', 'confirmed'].includes(result.outcome)) return [];
    const id = unit.id === draft['id'] ? '' : unit.id;
    const from = result.outcome === 'stale' ? keys.get(`${result.id}.${result.field}`) : unit.key;
    const { lang } = applied;
    return [
      {
        ...{ id, field: unit.field, lang, value: result.target },
        baseDigest: digestValue(readField(draft, id, unit.field, lang)),
        sourceDigest: digestValue(unit.source),
        made: {
          from: from ?? unit.key,
          state: unit.state === 'machine' ? 'machine' : 'current',
        },
      },
    ];
  });
  const count = (outcome: EntryOutcome): number =>
    applied.results.filter((each) => each.outcome === outcome).length;
  return {
    lang: applied.lang,
    edits,
    outcomes: ORDER.map((outcome) => [outcome, count(outcome)] as const).filter(([, n]) => n),
    marksDiffer: applied.results.filter(({ marksDiffer }) => marksDiffer),
  };
}
