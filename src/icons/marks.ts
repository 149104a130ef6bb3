/** The marks of platforms, and the host's own, which go before. */
import { MARKS, readIconBlocks } from './own-icons.js';
import { PLATFORMS } from './platforms.js';

readIconBlocks();
for (const [name, path] of Object.entries(PLATFORMS)) MARKS[name] ??= path;

export { MARKS };
