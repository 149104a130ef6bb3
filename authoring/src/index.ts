export * from './draft-edits.js';
export { placesOf } from './draft-places.js';
export * from './release.js';
export * from './import/index.js';
export * from './translation-files/index.js';
