import { loadElementRest, loadMissingNote, loadTakeover, loadViewerRest } from './late-loaders.js';
import { LateModule } from './late-module.js';

export const elementRest = /* @__PURE__ */ new LateModule(loadElementRest);
export const missingNotes = /* @__PURE__ */ new LateModule(loadMissingNote);
export const takeover = /* @__PURE__ */ new LateModule(loadTakeover);
export const viewerRest = /* @__PURE__ */ new LateModule(loadViewerRest);
