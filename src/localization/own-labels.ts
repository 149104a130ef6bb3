/** A host's own words for labels, read and looked over: only pages that have some fetch this. */
import { editDistance } from '../policy/edit-distance.js';
import { LABELS, PLURALS } from './generated/label-names.js';
import type { Msg, OwnLabels, OwnTemplates, PluralForms } from './label-types.js';

type Source = Parameters<Msg>[0];

/** What there is already, and what a host says now; the console is told what means nothing. */
export function ownTemplates(
  lang: string,
  labels: OwnLabels | string,
  before: OwnTemplates | undefined,
  isComplete: boolean,
): OwnTemplates {
  if (!lang)
    throw new TypeError(
      'Say which language they are in: <script type="application/json" data-policy-labels lang="nl">.',
    );
  const given: unknown = typeof labels === 'string' ? JSON.parse(labels) : labels;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError('Labels are an object: words by the id of a label.');
  const all = new Map(before);
  const faults = Object.entries(given).flatMap(([id, words]) => read(id, words as unknown, all));
  if (!isComplete) faults.push(...missing(lang, all));
  if (faults.length) console.warn(`policy-elements: labels for "${lang}"\n${faults.join('\n')}`);
  return all;
}

const names = (id: string): readonly string[] | undefined =>
  Object.hasOwn(LABELS, id)
    ? LABELS[id as keyof typeof LABELS].split(' ').filter(Boolean)
    : undefined;

const counts = (id: string): boolean => (PLURALS as readonly string[]).includes(id);

const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Takes what is said for one label; what is wrong with it. */
function read(
  id: string,
  words: unknown,
  into: Map<string, (template: Source) => string>,
): string[] {
  const values = names(id);
  if (!values) {
    const near = Object.keys(LABELS).find((each) => editDistance(id, each, 2) <= 2);
    return [`There is no label "${id}".${near ? ` Did you mean "${near}"?` : ''}`];
  }
  if (typeof words === 'string') return write(id, counts(id) ? 'other' : '', words, values, into);
  if (!counts(id) || typeof words !== 'object' || words === null)
    return [
      `"${id}" takes ${counts(id) ? 'a text, or an object with "one" and "other"' : 'a text'}.`,
    ];
  return Object.entries(words as PluralForms).flatMap(([form, text]) =>
    FORMS.has(form) && typeof text === 'string'
      ? write(id, form, text, values, into)
      : [`"${id}" has no form "${form}".`],
  );
}

function write(
  id: string,
  form: string,
  words: string,
  values: readonly string[],
  into: Map<string, (template: Source) => string>,
): string[] {
  const parts = words.split(/\{(\w+)\}/);
  const unknown = parts.filter((name, at) => at % 2 && !values.includes(name));
  if (unknown.length) {
    const has = values.length
      ? `It has ${values.map((name) => `{${name}}`).join(', ')}.`
      : 'It has no values.';
    return unknown.map((name) => `"${id}" has no value {${name}}. ${has}`);
  }
  into.set(form ? `${id}.${form}` : id, say(parts, values));
  return [];
}

/** Words with the values of a label in their places. */
const say =
  (parts: readonly string[], values: readonly string[]) =>
  (template: Source): string => {
    const has = typeof template === 'string' ? [] : template.values;
    return parts.map((part, at) => (at % 2 ? has[values.indexOf(part)] : part)).join('');
  };

/** What a language that a host has brought leaves in English. */
function missing(lang: string, all: OwnTemplates): string[] {
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const absent = Object.keys(LABELS).flatMap((id) => {
    if (!counts(id)) return all.has(id) ? [] : [id];
    return forms
      .map((form) => `${id}.${form}`)
      .filter((each) => !all.has(each) && !all.has(`${id}.other`));
  });
  return absent.length ? [`These stay English: ${absent.join(', ')}.`] : [];
}
