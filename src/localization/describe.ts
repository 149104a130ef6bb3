import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { Finding } from '../policy/findings.js';
import { sentence } from './findings.js';
import { formatsFor } from './formats.js';
import { loadLabels, templatesOf, type LabelLanguage } from './locales.js';
import type { Msg } from './localization.js';

/** What was found, in a sentence an editor understands: for tools, outside any element. */
export async function describeFinding(finding: Finding, lang: LabelLanguage): Promise<string> {
  await loadLabels(lang);
  const msg = ((template, options) => runtimeMsg(templatesOf(lang), template, options)) as Msg;
  return sentence(finding, { msg, formats: formatsFor(lang === 'en' ? 'en-GB' : lang) });
}
