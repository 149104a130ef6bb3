import type { Called, Flag } from '../configuration.js';
import type { SettingName } from '../configuration/settings.js';

/** One thing the command line can do; each has a file of its own. */
export interface Command {
  summary: string;
  /** The words after it, as the usage shows them; without this it takes none. */
  words?: string;
  /** The settings that matter to it. */
  settings: readonly SettingName[];
  flags?: Record<string, Flag>;
  /** Resolves to the exit code: 0 well, 1 not well, 2 called wrongly. */
  run: (called: Called) => Promise<number>;
}
