import { str } from '@lit/localize/internal/str-tag.js';
import type { ErrorCode, Finding } from '../policy/findings.js';
import type { Formats } from './formats.js';
import type { Msg } from './localization.js';

/** What a sentence about a finding is made with. */
interface Speaker {
  readonly msg: Msg;
  readonly formats: Pick<Formats, 'number'>;
}

type Values = Readonly<Record<string, string>>;

/** An error that was found, in a short sentence; nothing for advice, which no reader is given. */
export function sentence(finding: Finding, speaker: Speaker): string {
  const { formats } = speaker;
  const values: Record<string, string> = { value: '' };
  for (const [key, value] of Object.entries(finding.params ?? {})) {
    values[key] = typeof value === 'number' ? formats.number(value) : value;
  }
  // A compiled policy may say anything.
  const { code } = finding;
  return Object.hasOwn(SENTENCES, code) ? SENTENCES[code as ErrorCode](speaker, values) : '';
}

/** As it stands here, for a console. */
export const inEnglish = (finding: Finding): string =>
  sentence(finding, { msg: english, formats: { number: String } });

const english = ((template: string | ReturnType<typeof str>) =>
  typeof template === 'string'
    ? template
    : template.strings.reduce(
        (text, part, at) => `${text}${String(template.values[at - 1])}${part}`,
      )) as Msg;

const SENTENCES: Record<ErrorCode, (speaker: Speaker, values: Values) => string> = {
  'not-json': ({ msg }) =>
    msg('This is not JSON: check the commas and quotation marks.', { id: 'finding-not-json' }),
  'not-a-policy': ({ msg }) =>
    msg('This is not a policy: it has neither a title nor sections.', {
      id: 'finding-not-a-policy',
    }),
  missing: ({ msg }) =>
    msg('Something required is missing here: add it.', { id: 'finding-missing' }),
  'wrong-shape': ({ msg }, { value }) =>
    msg(str`“${value}” is not what belongs here: compare it with the policy format.`, {
      id: 'finding-wrong-shape',
    }),
  empty: ({ msg }) =>
    msg('This list is empty: it needs at least one entry.', { id: 'finding-empty' }),
  format: ({ msg }) =>
    msg('The format is unknown: this version reads format 1.', { id: 'finding-format' }),
  id: ({ msg }, { value }) =>
    msg(str`“${value}” is not a valid id: use small letters, digits and hyphens.`, {
      id: 'finding-id',
    }),
  date: ({ msg }, { value }) =>
    msg(str`“${value}” is not a valid date: write it as 2026-03-01.`, { id: 'finding-date' }),
  duration: ({ msg }, { value }) =>
    msg(str`“${value}” is not a valid duration: write PT2H for two hours, P1Y for a year.`, {
      id: 'finding-duration',
    }),
  version: ({ msg }, { value }) =>
    msg(
      str`“${value}” is not a valid version: write two numbers with a point between, as in 3.1.`,
      {
        id: 'finding-version',
      },
    ),
  language: ({ msg }) =>
    msg('A language is written as a short code, as in nl, fr or en.', { id: 'finding-language' }),
  choice: ({ msg }, { value }) =>
    msg(str`“${value}” is not one of the words that may stand here.`, { id: 'finding-choice' }),
  email: ({ msg }, { value }) =>
    msg(str`“${value}” is not a valid e-mail address.`, { id: 'finding-email' }),
  address: ({ msg }) => msg('The address is empty.', { id: 'finding-address' }),
  'duplicate-id': ({ msg }, { value }) =>
    msg(str`The id “${value}” is used twice: give the second one an id of its own.`, {
      id: 'finding-duplicate-id',
    }),
  'unknown-reference': ({ msg }, { value }) =>
    msg(str`“${value}” refers to nothing in this policy: correct it, or add what it refers to.`, {
      id: 'finding-unknown-reference',
    }),
  'unsafe-address': ({ msg }, { value }) =>
    msg(
      str`“${value}” is not a safe address: use http, https, mailto, tel or a relative address.`,
      {
        id: 'finding-unsafe-address',
      },
    ),
  'unsafe-link': ({ msg }, { value }) =>
    msg(
      str`The link to “${value}” was left out: use http, https, mailto, tel or a relative address.`,
      {
        id: 'finding-unsafe-link',
      },
    ),
  'no-source': ({ msg }) =>
    msg('Nobody has said which policy to show: its address goes into src.', {
      id: 'finding-no-source',
    }),
};
