/** The policy of a file, for commands that need a sound one. */
import { checkSource, messagesIn, type PolicySource } from '@policy-elements/authoring';
import type { Policy } from 'policy-elements';
import { readPolicyFile } from './files.js';
import { CommandError, type Call, type Words } from './command.js';

const UNSOUND: Words = {
  nl: '{file} kan zo niet gebruikt worden. `policy check {file}` zegt alles wat fout is.',
  fr: '{file} ne peut pas être utilisé ainsi. `policy check {file}` dit tout ce qui est faux.',
  en: '{file} cannot be used like this. `policy check {file}` says all that is wrong.',
};

const FIRST = 5;

/** @throws CommandError where it has errors, or none that readers could be shown */
export async function policyOf(
  file: string,
  call: Pick<Call, 'say' | 'messages'>,
  { lenient = false } = {},
): Promise<{ source: PolicySource; policy: Policy }> {
  const source = await readPolicyFile(file, call);
  const { policy, findings } = await checkSource(source, call);
  const errors = findings.filter(({ grade }) => grade === 'error');
  if (policy && (lenient || errors.length === 0)) return { source, policy };
  const { grades } = messagesIn(call.messages);
  const told = errors
    .slice(0, FIRST)
    .map(({ line, column, message, where }) =>
      [`${file}:${line}:${column} ${grades.error}: ${message}`, where && `    ${where}`]
        .filter(Boolean)
        .join('\n'),
    );
  throw new CommandError([...told, call.say(UNSOUND, { file })].join('\n'));
}
