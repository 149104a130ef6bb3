/** What was just removed, and the way back: nothing was asked before. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../localization/localize.js';
import type { DraftSession } from '../model/session.js';
import { icon } from '../ui/icon.js';

export interface Removed {
  title: string;
  /** What is done afterwards would be undone first: nothing is offered then. */
  step: object | undefined;
}

export function removedNotice(
  session: DraftSession,
  removed: Removed | undefined,
  undone: () => void,
): TemplateResult {
  const shown = removed && removed.step === session.lastStep ? removed : undefined;
  const back = (): void => {
    session.undo();
    undone();
  };
  return html`<div class="removed" role="status">${
    shown
      ? html`<p class="notice">${icon('remove')} <span>${msg(str`“${shown.title}” is removed.`, { id: 'studio-removed' })} <button class="link-button" data-undo @click=${back}>${msg('Put it back', { id: 'studio-removed-undo' })}</button></span></p>`
      : nothing
  }</div>`;
}
