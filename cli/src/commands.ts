import type { Command } from './command.js';

/** The commands by name. Each loads what it needs when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  init: () => import('./commands/init.js'),
  check: () => import('./commands/check.js'),
  import: () => import('./commands/import.js'),
  poster: () => import('./commands/poster.js'),
  'translations status': () => import('./commands/translations-status.js'),
  'translations accept': () => import('./commands/translations-accept.js'),
  'translations export': () => import('./commands/translations-export.js'),
  'translations import': () => import('./commands/translations-import.js'),
  studio: () => import('./commands/studio.js'),
  compile: () => import('./commands/compile.js'),
  importmap: () => import('./commands/importmap.js'),
  render: () => import('./commands/render.js'),
  compare: () => import('./commands/compare.js'),
  publish: () => import('./commands/publish.js'),
  verify: () => import('./commands/verify.js'),
  completion: () => import('./commands/completion.js'),
};
