import type { Verb } from './verb.js';

/** The verbs by name. Each loads what it needs when it is called. */
export const VERBS: Readonly<Record<string, () => Promise<{ verb: Verb }>>> = {
  check: () => import('./verbs/check.js'),
  'translations status': () => import('./verbs/translations-status.js'),
  'translations accept': () => import('./verbs/translations-accept.js'),
  completion: () => import('./verbs/completion.js'),
};
