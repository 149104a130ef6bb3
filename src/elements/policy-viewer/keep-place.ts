import type { KeepPlace } from '../../controllers/language-switch.js';
import { elementRest } from '../../late-modules.js';

/** Until what holds the place of the reader is there, nobody has left the top. */
export const keepPlace: KeepPlace = (whole, parts, change) =>
  elementRest.value?.keepScrollPosition(whole, parts, change) ?? change();
