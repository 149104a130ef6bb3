import { existsSync } from 'node:fs';

export const FOLDER = 'policy-data';
/** What it was called before the server had its name. */
export const FORMER_FOLDER = 'receiver-data';

/** The folder where nobody named one: the former one where it alone is there. */
export const dataFolder = (): string =>
  !existsSync(FOLDER) && existsSync(FORMER_FOLDER) ? FORMER_FOLDER : FOLDER;
