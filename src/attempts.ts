/** How often an address is tried under a name of its own; then the names begin again. */
export const ATTEMPTS = 3;

/**
 * What an address ends with after so many failures: a browser may keep the failure of an address.
 * The import map has the hash for each of these (scripts/provenance.js).
 */
export const attempt = (failures: number): string =>
  failures ? `?again=${((failures - 1) % ATTEMPTS) + 1}` : '';
