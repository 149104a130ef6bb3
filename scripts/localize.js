/** `npm run localize`: the labels of the elements. */
import { localize } from './localize-labels.js';

await localize({
  folder: new URL('../', import.meta.url),
  locales: new URL('../locales/', import.meta.url),
  generated: new URL('../src/localization/generated/', import.meta.url),
});
