/**
 * The path of the site under which the server stands, like `/policy`; mostly none. It is in the
 * address that this script came from.
 */
export const BASE =
  /^https?:\/\/[^/]+(\/.*)?\/studio\/[^/]+$/.exec(import.meta.url.split(/[?#]/)[0]!)?.[1] ?? '';

/** What the studio asks. */
export const API = `${BASE}/api/studio`;
