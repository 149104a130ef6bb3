import { html, isServer, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { QuizQuestion } from '../../policy/schema.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { aboutLink } from './quiz-question.js';

/** "Chosen", where a team was shown the answer and nobody pressed an option. */
export const SHOWN = -1;

/** Keys that move through the quiz; a presenter's remote control sends those of a page. */
export function stepOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): 1 | -1 | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowRight' || key === 'PageDown') return 1;
  return key === 'ArrowLeft' || key === 'PageUp' ? -1 : undefined;
}

/** Fills the screen with the element, or gives it back. */
export const toggleFullScreen = async (element: HTMLElement): Promise<void> => {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await element.requestFullscreen();
};

/** How a team takes part, and the screen to itself. */
export function presenterBar({ msg }: Localization, full: boolean, fill: () => void): unknown {
  return html`<div class="bar screen">
    <p>${msg('Answer with a show of hands.', { id: 'quiz-hands' })}</p>
    ${
      !isServer && document.fullscreenEnabled
        ? html`<button class="text-button" part="full-screen" type="button" @click=${fill}>
          ${icon(full ? SHAPES.cross : SHAPES.external)}
          ${full ? msg('Leave full screen', { id: 'quiz-leave-full' }) : msg('Full screen', { id: 'quiz-full' })}
        </button>`
        : nothing
    }
  </div>`;
}

/** The end of it, for a team: what to talk about, and no score. */
export function presentedEnd(
  view: PolicyView,
  questions: readonly QuizQuestion[],
  again: () => void,
): TemplateResult {
  const { l10n } = view;
  const ids = [...new Set(questions.flatMap(({ about }) => about ?? []))];
  const links = ids.flatMap((id) => aboutLink(view, id) ?? []);
  return html`<div class="result" part="result">
    <div class="summary" tabindex="-1">
      ${heading(view.level + 1, l10n.msg('What will we do differently tomorrow?', { id: 'quiz-talk' }), 'score')}
    </div>
    ${
      links.length
        ? html`<div>
            <p class="label">${l10n.msg('This is where it says so:', { id: 'quiz-sources' })}</p>
            <ul class="again">
              ${links.map((link) => html`<li>${link}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    <p class="screen">
      <button class="text-button" type="button" @click=${again}>
        ${l10n.msg('Start again', { id: 'start-again' })}
      </button>
    </p>
  </div>`;
}
