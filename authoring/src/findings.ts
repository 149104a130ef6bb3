/** What is wrong in a policy, and what could be better, told to who writes it. */
import {
  checkPolicy,
  describeBlock,
  describeFinding,
  describeMany,
  type BlockId,
  type Finding,
  type FindingCode,
  type Policy,
} from 'policy-elements';
import type { SourceCode, SourceProblem } from './json-problems.js';
import { messagesIn } from './messages/in-language.js';
import type { MessageLanguage } from './messages/messages.js';
import type { PolicySource } from './source.js';
import { whereIs } from './where.js';

export interface ToldFinding {
  grade: 'error' | 'advice';
  code: FindingCode | SourceCode | 'encoding';
  /** RFC 6901 JSON Pointer; empty for the file as a whole. */
  pointer: string;
  line: number;
  column: number;
  /** Section, item and field, in words. */
  where: string;
  /** Cause and remedy. */
  message: string;
  /** What was likely meant. */
  suggestion?: string;
  /** What it is about, where many are told as one: the building block that is missing. */
  subject?: string;
}

export interface Report {
  findings: ToldFinding[];
  summary: { errors: number; advice: number };
  /** The sound part of the policy; nothing where it cannot be read. */
  policy: Policy | undefined;
}

/** Findings of one kind: told as one where there are many. */
export interface FindingGroup {
  code: ToldFinding['code'];
  grade: ToldFinding['grade'];
  findings: readonly ToldFinding[];
  /** One sentence for all of them. */
  message: string;
}

export interface TellOptions {
  messages: MessageLanguage;
}

export interface CheckOptions extends TellOptions {
  /** Section types that an element of the page's own shows: they are no slip. */
  types?: readonly string[];
}

// What is wrong with a name is at the name, and not at what stands behind it.
const AT_KEY = new Set<string>(['unknown-field', 'language-spelling', 'language-unlisted']);

/** Checks the file of a policy. Never throws. */
export async function checkSource(source: PolicySource, options: CheckOptions): Promise<Report> {
  const told = source.problems.map((problem) => tellProblem(source, problem, options));
  const encoding = tellEncoding(source, options);
  const { policy, findings } = readable(source)
    ? checkPolicy(source.value)
    : { policy: undefined, findings: [] };
  const wanted = findings.filter((each) => !isOwnType(each, options.types));
  const all = await Promise.all(wanted.map((each) => tellFinding(source, each, options)));
  const result = [...told, ...encoding, ...all].sort(byGrade);
  const errors = result.filter(({ grade }) => grade === 'error').length;
  return { findings: result, summary: { errors, advice: result.length - errors }, policy };
}

const isOwnType = ({ code, params }: Finding, types: readonly string[] = []): boolean =>
  code === 'unknown-type' && types.includes(String(params?.['value']));

/** Whether a file says a policy at all, be it with slips. */
const readable = ({ value, problems }: PolicySource): boolean =>
  value !== undefined && problems.every(({ harmless }) => harmless);

const byGrade = (one: ToldFinding, other: ToldFinding): number =>
  one.grade === other.grade ? 0 : one.grade === 'error' ? -1 : 1;

function tellProblem(
  source: PolicySource,
  { code, offset, params = {}, pointer = '', related }: SourceProblem,
  { messages }: TellOptions,
): ToldFinding {
  const line = related === undefined ? {} : { line: String(source.placeOf(related).line) };
  const message = messagesIn(messages).source[code]({ ...params, ...line });
  const where = pointer ? whereIs(source.value, pointer, messages) : '';
  const { suggestion } = params;
  return {
    ...{ grade: 'error', code, pointer, ...source.placeOf(offset), where, message },
    ...(suggestion && { suggestion }),
  };
}

const ENCODINGS = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'ANSI (Windows-1252)',
} as const;

function tellEncoding({ encoding }: PolicySource, { messages }: TellOptions): ToldFinding[] {
  if (encoding === 'utf-8') return [];
  const message = messagesIn(messages).encoding(ENCODINGS[encoding]);
  const place = { pointer: '', line: 1, column: 1, where: '' };
  return [{ grade: 'advice', code: 'encoding', ...place, message }];
}

/** A finding of a policy, with its place in the file and in words. */
export async function tellFinding(
  source: Pick<PolicySource, 'locate' | 'value'>,
  finding: Finding,
  { messages }: TellOptions,
): Promise<ToldFinding> {
  const { grade, code, pointer, params } = finding;
  const suggestion = params?.['suggestion'];
  const block = params?.['block'] as BlockId | undefined;
  return {
    grade,
    code,
    pointer,
    ...source.locate(pointer, AT_KEY.has(code) ? 'key' : 'value'),
    where: whereIs(source.value, pointer, messages),
    message: await describeFinding(finding, messages),
    ...(typeof suggestion === 'string' && { suggestion }),
    ...(block && { subject: await describeBlock(block, messages) }),
  };
}

// So many of one kind are still told one by one.
const FEW = 3;
const LINES = 6;

/** Findings by kind, the errors first; many of one kind with one sentence. */
export async function groupFindings(
  findings: readonly ToldFinding[],
  { messages }: TellOptions,
): Promise<FindingGroup[]> {
  const groups = new Map<string, ToldFinding[]>();
  for (const finding of findings) {
    const key = `${finding.grade} ${finding.code} ${finding.suggestion ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const told: FindingGroup[] = [];
  for (const group of groups.values()) {
    const { code, grade } = group[0]!;
    if (group.length > FEW) {
      told.push({ code, grade, findings: group, message: await one(group, messages) });
    } else {
      told.push(...group.map((each) => ({ code, grade, findings: [each], message: each.message })));
    }
  }
  return told;
}

async function one(group: readonly ToldFinding[], messages: MessageLanguage): Promise<string> {
  const [first] = group;
  const lines = [...new Set(group.map(({ line }) => line))];
  const some = lines.slice(0, LINES).join(', ') + (lines.length > LINES ? ', …' : '');
  const subjects = group.flatMap(({ subject }) => subject ?? []);
  const many = await describeMany(first!.code, group.length, messages, subjects);
  if (many) return many;
  return `${first!.message} (${messagesIn(messages).andMore(group.length - 1, some)})`;
}
