import type { msg as litMsg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { str } from '@lit/localize/internal/str-tag.js';
import { TEMPLATES } from './generated/languages.js';
import type { ParameterError } from './parameters.js';

const LANGUAGES = Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[];
export type FrameLanguage = 'en' | (typeof LANGUAGES)[number];

/** The first of the languages that has sentences, else English. */
export function languageOf(wanted: readonly string[]): FrameLanguage {
  const known = wanted.map((lang) => lang.slice(0, 2).toLowerCase());
  const found = known.find((lang) => lang === 'en' || LANGUAGES.some((each) => each === lang));
  return (found as FrameLanguage | undefined) ?? 'en';
}

/**
 * What is wrong with the address of the frame page, for whoever embeds it. Labels of elements are
 * localized by the element; here there is none yet.
 */
export function sentence({ code, parameter }: ParameterError, lang: FrameLanguage): string {
  const templates = lang === 'en' ? undefined : TEMPLATES[lang];
  const msg: typeof litMsg = ((template, options) =>
    runtimeMsg(templates, template, options)) as typeof litMsg;
  switch (code) {
    case 'src-missing':
      return msg('The address of this frame names no policy. Add ?src=/policies/….json to it.', {
        id: 'frame-src-missing',
      });
    case 'src-elsewhere':
      return msg(
        'The policy (src) must be on the same site as this page. Use an address on this site.',
        { id: 'frame-src-elsewhere' },
      );
    case 'endpoint-elsewhere':
      return msg(
        'The endpoint must be on the same site as this page. Use an address on this site.',
        { id: 'frame-endpoint-elsewhere' },
      );
    case 'unsound':
      return msg(str`The address of this frame holds something unexpected. Look at: ${parameter}`, {
        id: 'frame-unsound',
      });
  }
}
