/**
 * Parts of the ready-made file do not import what they share with it: they export `define(core)`.
 * See scripts/bundle/shared-core.js.
 */
interface Part {
  define?: (core: object) => unknown;
}

let core: object = {};

/** Gives the parts what they share. */
export function handOver(shared: object): void {
  core = shared;
}

/** What a part is made of, or the module itself where it is no part. */
export const unpack = (module: object): object =>
  ((module as Part).define?.(core) as object | undefined) ?? module;

/** How often an address is tried under a name of its own; then the names begin again. */
export const ATTEMPTS = 3;

/**
 * What an address ends with after so many failures: a browser may keep the failure of an address.
 * The import map has the hash for each of these (scripts/provenance.js).
 */
export const attempt = (failures: number): string =>
  failures ? `?again=${((failures - 1) % ATTEMPTS) + 1}` : '';
