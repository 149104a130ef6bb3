import { posix } from 'node:path';

const LINK = /!?\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

/**
 * A page of Markdown whose links to files that are not taken along are plain text.
 * @param {string} path of the page, e.g. `docs/hosts.md`
 * @param {(path: string) => boolean} isThere
 */
export const withoutDeadLinks = (text, path, isThere) =>
  text.replace(LINK, (link, label, href) =>
    isThere(posix.join(posix.dirname(path), href)) ? link : label,
  );
