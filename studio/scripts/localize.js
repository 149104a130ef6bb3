/** Extracts the studio's labels and builds the translated ones; fails where one is missing or old. */
import { localize } from '../../scripts/localize-labels.js';

await localize({
  folder: new URL('../', import.meta.url),
  locales: new URL('../../locales/studio/', import.meta.url),
  generated: new URL('../src/localization/generated/', import.meta.url),
});
