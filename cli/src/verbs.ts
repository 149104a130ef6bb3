import type { Verb } from './verb.js';

/** The verbs by name. Each loads what it needs when it is called. */
export const VERBS: Readonly<Record<string, () => Promise<{ verb: Verb }>>> = {
  init: () => import('./verbs/init.js'),
  check: () => import('./verbs/check.js'),
  import: () => import('./verbs/import.js'),
  poster: () => import('./verbs/poster.js'),
  'translations status': () => import('./verbs/translations-status.js'),
  'translations accept': () => import('./verbs/translations-accept.js'),
  'translations export': () => import('./verbs/translations-export.js'),
  'translations import': () => import('./verbs/translations-import.js'),
  studio: () => import('./verbs/studio.js'),
  compile: () => import('./verbs/compile.js'),
  importmap: () => import('./verbs/importmap.js'),
  render: () => import('./verbs/render.js'),
  compare: () => import('./verbs/compare.js'),
  publish: () => import('./verbs/publish.js'),
  verify: () => import('./verbs/verify.js'),
  completion: () => import('./verbs/completion.js'),
};
