import { nothing, type TemplateResult } from 'lit';
import { viewerRest } from '../../late-modules.js';
import type { Section } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { actions } from './actions.js';
import { doors } from './doors.js';
import type { HeadParts, LanguageChoice } from './head.js';
import type { ViewerPart } from './viewer-part.js';

interface HeadSettings {
  shows: (part: ViewerPart) => boolean;
  language: LanguageChoice;
  chooseAudience: ((audience: readonly string[]) => void) | undefined;
  search: TemplateResult;
  status: unknown;
  reading: unknown;
}

/** What stands in the head, of what the page wants shown. */
export function headParts(
  view: PolicyView,
  sections: readonly Section[],
  { shows, language, chooseAudience, search, status, reading }: HeadSettings,
): HeadParts {
  return {
    titled: shows('title'),
    languages: shows('languages') && view.languages.length > 1 ? language : undefined,
    status,
    tools: [
      actions(view, {
        search: shows('search') ? search : undefined,
        choose: chooseAudience,
        print: shows('print') ? () => print() : undefined,
      }),
      viewerRest.value?.leftOut(view, chooseAudience),
    ],
    doors: shows('doors') ? doors(view, sections) : nothing,
    reading,
  };
}
