/** The marks of platforms, and the host's own, which go before. */
import { MARKS, readIconBlocks } from './own-icons.js';
import { PLATFORMS } from './platforms.js';

function withPlatforms(): typeof MARKS {
  readIconBlocks();
  for (const [name, path] of Object.entries(PLATFORMS)) MARKS[name] ??= path;
  return MARKS;
}

/** A value of this module: what is only passed on, bundlers take from where it comes, without the rest. */
export const ALL_MARKS = withPlatforms();
