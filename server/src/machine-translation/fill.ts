import {
  digestText,
  digestValue,
  readField,
  translationUnits,
  type Draft,
  type SetEdit,
  type TranslationUnit,
} from '@policy-elements/authoring';
import {
  forService,
  type ForService,
} from '@policy-elements/authoring/machine-translation/index.js';
import type { Policy } from 'policy-elements';
import type { Drafts, StoredDraft } from '../drafts/drafts.js';
import type { Person } from '../people/person.js';
import { translateTexts, type BatchOptions } from './batches.js';
import type { ServiceFault, TranslationService } from './service.js';

export interface AskedText {
  /** Empty for the policy itself. */
  id: string;
  field: string;
}

export type TextOutcome = 'written' | 'not-empty' | 'gone' | 'broken' | 'too-long' | ServiceFault;

export interface Filled {
  results: readonly (AskedText & { outcome: TextOutcome })[];
  stored: StoredDraft;
}

/** Letters of one text: some pages. */
const longest = 20_000;

interface Job {
  at: number;
  unit: TranslationUnit;
  sent: ForService;
}

/** Translates texts that are empty, and writes what came back as a machine's. */
export async function fillByMachine(
  { drafts, service }: { drafts: Drafts; service: TranslationService },
  { draft, person, asked }: { draft: StoredDraft; person: Person; asked: readonly AskedText[] },
  options: BatchOptions,
): Promise<Filled> {
  const outcomes: TextOutcome[] = asked.map(() => 'gone');
  const jobs: Job[] = [];
  const units = unitsOf(draft.draft, options.languages.to);
  for (const [at, { id, field }] of asked.entries()) {
    const unit = units.get(`${id} ${field}`);
    if (!unit) continue;
    if (unit.state !== 'missing') outcomes[at] = 'not-empty';
    else if (unit.source.length > longest) outcomes[at] = 'too-long';
    else jobs.push({ at, unit, sent: forService(unit.source, unit.kind) });
    // Asked for twice, it is translated once.
    units.delete(`${id} ${field}`);
  }
  const segments = jobs.flatMap(({ sent }) => sent.segments);
  const back = segments.length ? await translateTexts(service, segments, options) : [];
  let from = 0;
  const edits: { at: number; edit: SetEdit }[] = [];
  for (const { at, unit, sent } of jobs) {
    const own = back.slice(from, (from += sent.segments.length));
    const fault = own.find((each) => 'fault' in each);
    if (fault) {
      outcomes[at] = fault.fault;
      continue;
    }
    const text = sent.restore(own.map((each) => ('text' in each ? each.text : '')));
    if (text === undefined) outcomes[at] = 'broken';
    else edits.push({ at, edit: editOf(draft.draft, unit, text, options.languages.to) });
  }
  const stored = await write(drafts, draft, person, edits, outcomes);
  const results = asked.map(({ id, field }, at) => ({ id, field, outcome: outcomes[at]! }));
  return { results, stored };
}

function unitsOf(draft: Draft, lang: string): Map<string, TranslationUnit> {
  const policy = draft as unknown as Policy;
  return new Map(
    translationUnits(policy, lang).map((unit) => {
      const id = unit.id === policy.id ? '' : unit.id;
      return [`${id} ${unit.field}`, { ...unit, id }] as const;
    }),
  );
}

function editOf(draft: Draft, unit: TranslationUnit, value: string, lang: string): SetEdit {
  const { id, field, source } = unit;
  return {
    ...{ id, field, lang, value },
    // Where somebody wrote there meanwhile, theirs stays.
    baseDigest: digestValue(readField(draft, id, field, lang)),
    sourceDigest: digestValue(source),
    made: { from: digestText(source), state: 'machine' },
  };
}

/** All of it, but for what met something that a person wrote meanwhile. */
async function write(
  drafts: Drafts,
  before: StoredDraft,
  person: Person,
  edits: readonly { at: number; edit: SetEdit }[],
  outcomes: TextOutcome[],
): Promise<StoredDraft> {
  let left = edits;
  while (left.length) {
    const saved = await drafts.save(
      before.policy,
      left.map(({ edit }) => edit),
      person,
    );
    if (saved.state === 'saved') {
      for (const { at } of left) outcomes[at] = 'written';
      return saved.draft;
    }
    if (saved.state !== 'conflict') {
      for (const { at } of left) outcomes[at] = saved.state === 'absent' ? 'gone' : 'too-long';
      break;
    }
    const lost = new Map(saved.conflicts.map(({ index, reason }) => [index, reason]));
    for (const [index, reason] of lost) {
      outcomes[left[index]!.at] = reason === 'gone' ? 'gone' : 'not-empty';
    }
    left = left.filter((_, index) => !lost.has(index));
  }
  return (await drafts.read(before.policy)) ?? before;
}
