/**
 * What the fields of a policy are. Written by scripts/registry.js: run `npm run registry` after a change in this folder or
 * in src/sections/registry.ts.
 */

/** How a text field is read, by its name, whatever holds it; another name holds no text. */
export const TEXT_FIELDS: Readonly<Record<string, 'plain' | 'markdown'>> = {
  title: 'plain',
  name: 'plain',
  role: 'plain',
  topics: 'plain',
  by: 'plain',
  summary: 'markdown',
  intro: 'markdown',
  description: 'markdown',
  statement: 'markdown',
  body: 'markdown',
  benefits: 'markdown',
  risks: 'markdown',
  why: 'markdown',
  consequence: 'markdown',
  condition: 'markdown',
  example: 'markdown',
  tags: 'plain',
  purpose: 'plain',
  steps: 'markdown',
  reply: 'markdown',
  question: 'plain',
  label: 'plain',
  help: 'markdown',
  answer: 'markdown',
  explanation: 'markdown',
};

/** Types of section that this library knows; another one is its host's own. */
export const SECTION_TYPES: ReadonlySet<string> = new Set([
  'text',
  'platforms',
  'rules',
  'mandates',
  'guidelines',
  'profiles',
  'reactions',
  'check',
  'faq',
  'contacts',
  'reporting',
  'trainings',
  'rollout',
  'quiz',
]);

export type ReferenceKind =
  'audience' | 'contact' | 'training' | 'section' | 'item' | 'question' | 'document';

/** What an id names, by the name of the field that holds it. */
export const REFERENCES: Readonly<Record<string, readonly ReferenceKind[]>> = {
  audience: ['audience'],
  owner: ['contact'],
  requires: ['training'],
  who: ['audience', 'contact'],
  contact: ['contact'],
  to: ['question', 'item', 'section'],
  about: ['section', 'item', 'training', 'contact', 'document'],
};

/** What the ids in `items` name, in the section types that list ids. */
export const ITEM_REFERENCES: Readonly<Record<string, readonly ReferenceKind[]>> = {
  contacts: ['contact'],
  trainings: ['training'],
};
