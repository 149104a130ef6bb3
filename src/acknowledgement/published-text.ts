import type { PublishedTexts } from './fetch-own-records.js';

/** How the text on this page stands to those that the endpoint takes confirmations of. */
export interface TextState {
  /**
   * `superseded`: a newer version was published; this page, or a cache, has an old one.
   * `unpublished`: the editor changed it, or has yet to publish it.
   */
  state: 'published' | 'superseded' | 'unpublished';
  /** MAJOR.MINOR of the newest that was published. */
  version?: string | undefined;
}

export function textStateOf(
  { digest, version }: { digest: string; version: string },
  published: PublishedTexts,
): TextState {
  if (published.digests.includes(digest)) return { state: 'published', version: published.version };
  const isOlder = published.version !== undefined && compare(version, published.version) < 0;
  return { state: isOlder ? 'superseded' : 'unpublished', version: published.version };
}

/** Negative where the first MAJOR.MINOR is the lower one. */
function compare(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
