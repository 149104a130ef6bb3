/**
 * What only the developer of a page, or the editor of a policy, can mend: for the console. A part that
 * is fetched when there is something to tell.
 */
import type { ParseResult } from '../policy/findings.js';
import type { PolicySource, SourceHost } from './policy-source.js';

export { explain } from './unknown-words.js';

/** So many of one policy; more are told by `policy check`. */
const MOST = 20;
const told = new WeakSet<ParseResult>();

/** What means nothing in a policy, and where: once, however many elements show it. */
export async function tellFindings(read: ParseResult & { url?: string }): Promise<void> {
  const errors = read.findings.filter(({ grade }) => grade === 'error');
  if (told.has(read) || !errors.length) return;
  told.add(read);
  const { inEnglish } = await import('../localization/findings.js');
  const lines = errors.slice(0, MOST).map((each) => `  ${each.pointer || '/'}: ${inEnglish(each)}`);
  const left = errors.length - lines.length;
  if (left) lines.push(`  and ${left} more: "policy check" tells all of them.`);
  const count = `${errors.length} ${errors.length === 1 ? 'fault' : 'faults'}`;
  const where = read.url ?? read.policy?.id ?? 'the policy of the property';
  console.warn(
    `policy-elements: ${count} in ${where}. What is wrong there is left out.\n${lines.join('\n')}`,
  );
}

/** Nobody has said which policy to show. */
export function tellEmpty(source: PolicySource, element: SourceHost): void {
  if (source.state.status !== 'empty' || !element.isConnected || element.isNested) return;
  const tag = element.localName;
  console.warn(
    `<${tag}> has nothing to show. Give it the address of a policy, <${tag} src="/policy.json">, or a policy as an object in its property "policy".`,
    element,
  );
  const finding = { grade: 'error', code: 'no-source', pointer: '' } as const;
  source.settle({
    status: 'failed',
    error: undefined,
    read: { policy: undefined, findings: [finding], gaps: new Map(), source: undefined },
  });
}

/** What was given cannot be called: without this it would be told to the reader who confirms. */
export const notAFunction = (element: HTMLElement, name: string, value: unknown): void =>
  console.error(
    `<${element.localName}>: its property "${name}" has to be a function, and is ${JSON.stringify(value)?.slice(0, 80) ?? typeof value}. No answer can be recorded.`,
    element,
  );
