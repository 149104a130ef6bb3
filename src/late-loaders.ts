/**
 * Where code comes from that first pictures do without. In the ready-made file these fetch its
 * parts: see rollup.config.js.
 */
import type { LateLoader } from './late-module.js';

type ElementRest = typeof import('./elements/shared/rest.js');
type MissingNote = typeof import('./elements/shared/missing-note.js');
type Takeover = typeof import('./ssr/takeover.js');
type ViewerRest = typeof import('./elements/policy-viewer/rest.js');

export const loadElementRest: LateLoader<ElementRest> = () => import('./elements/shared/rest.js');
export const loadMissingNote: LateLoader<MissingNote> = () =>
  import('./elements/shared/missing-note.js');
export const loadTakeover: LateLoader<Takeover> = () => import('./ssr/takeover.js');
export const loadViewerRest: LateLoader<ViewerRest> = () =>
  import('./elements/policy-viewer/rest.js');
