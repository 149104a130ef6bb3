import { start } from './app.js';
import { preferredLanguage, setLanguage } from './localization/localize.js';

// Without its labels the studio is English, and works.
void setLanguage(preferredLanguage(), false)
  .catch(() => undefined)
  .then(start);
