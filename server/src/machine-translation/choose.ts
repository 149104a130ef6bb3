import type { Configuration } from '../configuration/settings.js';
import { DeepL } from './deepl.js';
import { LibreTranslate } from './libretranslate.js';
import type { TranslationService } from './service.js';

/** The service that is set; nothing where none is. */
export function chooseTranslation({
  translationService,
  translationUrl: url,
  translationKey: key,
}: Configuration): TranslationService | undefined {
  if (translationService === 'deepl' && key !== undefined) return new DeepL({ key, url });
  if (translationService === 'libretranslate' && url !== undefined) {
    return new LibreTranslate({ url, key });
  }
  return undefined;
}
