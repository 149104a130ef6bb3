/** The page behind a preview link: one draft, for somebody without an account. */
import { preferredLanguage, setLanguage } from './localization/localize.js';
import { SharedPreview } from './preview/shared-preview.js';
import { define } from './ui/element.js';

void setLanguage(preferredLanguage(), false)
  .catch(() => undefined)
  .then(() => define('shared-preview', SharedPreview));
