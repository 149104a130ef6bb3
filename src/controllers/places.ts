/** Where items and readers are on a page: what is fetched once somebody moves. */
export { clearItem, holdItem } from './item-place.js';
export { keepPlace, returnToPlace } from './return-place.js';
