import { existsSync } from 'node:fs';

/** The folder where nobody named one: that of before the server had its name, where it is there. */
export function dataFolder(): string {
  return !existsSync('policy-data') && existsSync('receiver-data')
    ? 'receiver-data'
    : 'policy-data';
}
