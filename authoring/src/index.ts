export * from './draft-edits.js';
export { placesOf } from './draft-places.js';
export * from './release.js';
export { digestText, prunedTable, tableOf } from './translation-table.js';
