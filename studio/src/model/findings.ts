/** What could be better, by the field it is about. */
import type { Draft, Json } from '@policy-elements/authoring';
import { describeFinding, type Finding } from 'policy-elements';
import { fieldLabel } from '../fields/names.js';
import { languageName, msg, type Language } from '../localization/localize.js';
import { findingsIn } from './check.js';
import { languagesIn } from './policy.js';

export interface Note {
  grade: 'error' | 'advice';
  code: string;
  text: string;
  /** What it is about; empty for the policy itself. */
  id: string;
  field: string;
  lang: string | undefined;
}

/** Id and field of what a pointer points at. */
export function placeOf(draft: Draft, pointer: string): { id: string; field: string } {
  let id = '';
  let field: string[] = [];
  let value: Json | undefined = draft;
  for (const key of pointer.split('/').slice(1)) {
    field.push(key);
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, Json>)[key.replaceAll('~1', '/').replaceAll('~0', '~')]
        : undefined;
    const own =
      value && typeof value === 'object' && !Array.isArray(value)
        ? (value as Record<string, Json>)['id']
        : undefined;
    if (typeof own === 'string') {
      id = own;
      field = [];
    }
  }
  return { id, field: field.filter((key) => !/^\d+$/.test(key) || field.length === 1).join('.') };
}

/** Said where one translates, and not of each text. */
const ELSEWHERE = new Set([
  'translation-missing',
  'translation-stale',
  'block-missing',
  'block-weak',
]);

export async function notesOn(draft: Draft, language: Language): Promise<readonly Note[]> {
  const findings = await findingsIn(draft);
  const wanted = findings.filter(({ code, grade }) => grade === 'error' || !ELSEWHERE.has(code));
  return Promise.all(wanted.slice(0, 400).map((finding) => noteOf(draft, finding, language)));
}

/** Who writes here sees no brackets to write between. */
const withoutAlt = (): string =>
  msg(
    'An image has no words for people who cannot see it: press it twice, and say what it shows.',
    {
      id: 'studio-image-without-alt',
    },
  );

/** A finding names fields as the file does; here they have the names that stand beside them. */
const inFieldNames = (draft: Draft, id: string, text: string): string =>
  text.replace(/“([a-z]+[A-Za-z]*)”/g, (_quoted, name: string) => {
    const label =
      name === 'contacts'
        ? msg('People', { id: 'studio-people' })
        : fieldLabel(draft, FIELDS_OF_POLICY.has(name) ? '' : id, name);
    return `“${label}”`;
  });
const FIELDS_OF_POLICY = new Set(['reviewBy', 'covers', 'languages']);

/** The language of the text that is pointed at, where there are several. */
function writtenIn(draft: Draft, pointer: string): string | undefined {
  const languages = languagesIn(draft);
  const last = pointer.split('/').at(-1)!;
  return languages.length > 1 && languages.includes(last) ? last : undefined;
}

async function noteOf(draft: Draft, finding: Finding, language: Language): Promise<Note> {
  const { id, field } = placeOf(draft, finding.pointer);
  const named = finding.params?.['lang'];
  const lang = typeof named === 'string' ? named : writtenIn(draft, finding.pointer);
  const text =
    finding.code === 'image-without-alt'
      ? withoutAlt()
      : inFieldNames(draft, id, await describeFinding(finding, language));
  return {
    ...{ grade: finding.grade, code: finding.code, id, field },
    // The words of most findings do not say which of the languages beside each other is meant.
    text: lang === undefined || typeof named === 'string' ? text : `${languageName(lang)}: ${text}`,
    lang,
  };
}
