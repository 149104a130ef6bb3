import { str } from '@lit/localize/internal/str-tag.js';
import type { BlockId } from '../policy/coverage.js';
import type { Finding, FindingCode } from '../policy/findings.js';
import { BLOCK_NAMES } from './blocks.js';
import type { Formats } from './formats.js';
import type { Msg } from './localization.js';

/** What a sentence about a finding is made with. */
interface Speaker {
  readonly msg: Msg;
  readonly formats: Formats;
}

type Values = Readonly<Record<string, string>>;

/** What was found, in a sentence an editor understands. */
export function sentence(finding: Finding, speaker: Speaker): string {
  const { formats } = speaker;
  const values: Record<string, string> = { value: '', lang: '', date: '' };
  for (const [key, value] of Object.entries(finding.params ?? {})) {
    values[key] = typeof value === 'number' ? formats.number(value) : value;
  }
  if (values['lang']) values['lang'] = formats.language(values['lang']);
  if (values['date']) values['date'] = formats.date(values['date']);
  const block = values['block'] as BlockId | undefined;
  if (block) values['block'] = BLOCK_NAMES[block](speaker);
  return SENTENCES[finding.code](speaker, values);
}

const SENTENCES: Record<FindingCode, (speaker: Speaker, values: Values) => string> = {
  'not-json': ({ msg }) =>
    msg('This is not JSON: check the commas and quotation marks.', { id: 'finding-not-json' }),
  'not-a-policy': ({ msg }) =>
    msg('This is no policy: it has neither a title nor sections.', { id: 'finding-not-a-policy' }),
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
    msg(str`“${value}” is no id: use small letters, digits and hyphens.`, { id: 'finding-id' }),
  date: ({ msg }, { value }) =>
    msg(str`“${value}” is no date: write it as 2026-03-01.`, { id: 'finding-date' }),
  duration: ({ msg }, { value }) =>
    msg(str`“${value}” is no duration: write PT2H for two hours, P1Y for a year.`, {
      id: 'finding-duration',
    }),
  version: ({ msg }, { value }) =>
    msg(str`“${value}” is no version: write two numbers with a point between, as in 3.1.`, {
      id: 'finding-version',
    }),
  language: ({ msg }) =>
    msg('A language is written as a short code, as in nl, fr or en.', { id: 'finding-language' }),
  choice: ({ msg }, { value }) =>
    msg(str`“${value}” is not one of the words that may stand here.`, { id: 'finding-choice' }),
  email: ({ msg }, { value }) =>
    msg(str`“${value}” is no e-mail address.`, { id: 'finding-email' }),
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
    msg(str`“${value}” is no safe address: use http, https, mailto, tel or a relative address.`, {
      id: 'finding-unsafe-address',
    }),
  'unsafe-link': ({ msg }, { value }) =>
    msg(
      str`The link to “${value}” was left out: use http, https, mailto, tel or a relative address.`,
      {
        id: 'finding-unsafe-link',
      },
    ),
  'unknown-type': ({ msg }, { value }) =>
    msg(str`No element shows sections of the type “${value}”: its texts are shown plainly.`, {
      id: 'finding-unknown-type',
    }),
  'no-why': ({ msg }) =>
    msg('This rule gives no reason: people keep to a rule they understand. Fill in “why”.', {
      id: 'finding-no-why',
    }),
  'more-dont-than-do': ({ msg }) =>
    msg('There are more don’ts than dos: say what people may do.', { id: 'finding-more-dont' }),
  'review-absent': ({ msg }) =>
    msg('There is no review date: look at the policy again at least once a year.', {
      id: 'finding-review-absent',
    }),
  'review-passed': ({ msg }, { date }) =>
    msg(str`The review date, ${date}, has passed.`, { id: 'finding-review-passed' }),
  'review-far': ({ msg }) =>
    msg('The review date is more than a year away.', { id: 'finding-review-far' }),
  'translation-missing': ({ msg }, { lang }) =>
    msg(str`The translation into ${lang} is missing.`, { id: 'finding-translation-missing' }),
  'translation-stale': ({ msg }, { lang }) =>
    msg(str`The text has changed since it was translated into ${lang}.`, {
      id: 'finding-translation-stale',
    }),
  'image-without-alt': ({ msg }) =>
    msg('An image has no text for who cannot see it: write it between the square brackets.', {
      id: 'finding-image-without-alt',
    }),
  'profile-unverified': ({ msg }) =>
    msg('Nobody has verified this profile for a year.', { id: 'finding-profile-unverified' }),
  'nobody-to-ask': ({ msg }) =>
    msg('Nobody can be asked about these rules: add contacts.', { id: 'finding-nobody-to-ask' }),
  'too-long': ({ msg }, { words }) =>
    msg(str`The core text has ${words} words, more than two A4 pages: shorten it.`, {
      id: 'finding-too-long',
    }),
  'section-empty': ({ msg }) =>
    msg('This section has no items yet.', { id: 'finding-section-empty' }),
  'block-missing': ({ msg }, { block }) =>
    msg(str`A building block is missing: ${block}.`, { id: 'finding-block-missing' }),
  'block-weak': ({ msg }, { block }) =>
    msg(str`A building block could be stronger: ${block}.`, { id: 'finding-block-weak' }),
};
