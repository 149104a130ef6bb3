import { decodeEntities } from './entities.js';
import { addressesIn } from './link-addresses.js';

/** Where the links of a Markdown text lead, without their character references. */
export const linksIn = (markdown: string): string[] =>
  addressesIn(markdown).map(decodeEntities).filter(Boolean);
