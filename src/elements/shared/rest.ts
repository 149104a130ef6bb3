/** What the first picture of any element does without: see `AfterDrawing`. */
import { AttributeWords } from '../../controllers/attribute-words.js';
import { FragmentTarget } from '../../controllers/fragment.js';
import { Printing } from '../../controllers/printing.js';
import { ViewWatch } from '../../controllers/update-scheduler.js';
import { morph } from '../../rendering/dom-morph.js';
import { morphLists } from '../../rendering/static-list.js';
import { lateSheet } from '../../styles/late-sheets.js';
import { late } from '../../styles/late.js';
import { print } from '../../styles/print.js';
import type { RestHost } from './after-drawing.js';

export { fitBatches } from './fit-batches.js';
export { leadOn } from './lead-on.js';
export { copyNote, failure, languageNote } from './load-notes.js';
export { gapNote, staleNote } from './missing-translations.js';
export { keepScrollPosition } from '../../controllers/scroll-anchor.js';
export { turnOf } from '../../controllers/update-scheduler.js';

export const fillStyles = (): void => lateSheet.fill(late, print);

/** Gives an element that may be drawn already what comes late; returns what leads to its items. */
export function attachRest(host: RestHost): FragmentTarget {
  fillStyles();
  morphLists(morph);
  const fragment = new FragmentTarget(host);
  const words = new AttributeWords(host);
  new Printing(host);
  if (host.isNested) new ViewWatch(host);
  if (host.hasUpdated) for (const each of [fragment, words]) each.hostUpdated();
  return fragment;
}
