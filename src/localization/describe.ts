import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { BlockId } from '../policy/coverage.js';
import type { Finding } from '../policy/findings.js';
import { BLOCK_NAMES } from './blocks.js';
import { sentence } from './findings.js';
import { formatsFor } from './formats.js';
import { loadLabels, templatesOf, type LabelLanguage } from './locales.js';
import type { Msg } from './localization.js';

async function speaker(lang: LabelLanguage): Promise<{ msg: Msg }> {
  await loadLabels(lang);
  return {
    msg: ((template, options) => runtimeMsg(templatesOf(lang), template, options)) as Msg,
  };
}

/** The name of a building block: for tools, as `describeFinding`. */
export const describeBlock = async (id: BlockId, lang: LabelLanguage): Promise<string> =>
  BLOCK_NAMES[id](await speaker(lang));

/** What was found, in a sentence an editor understands: for tools, outside any element. */
export async function describeFinding(finding: Finding, lang: LabelLanguage): Promise<string> {
  return sentence(finding, {
    ...(await speaker(lang)),
    formats: formatsFor(lang),
  });
}
