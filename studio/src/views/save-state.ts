import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment, formatTime, msg, str } from '../localization/localize.js';
import type { DraftSession } from '../model/session.js';
import { addressOf } from '../router.js';
import { icon } from '../ui/icon.js';

/** Whether what was written is safe, always true; with undo and redo beside it. */
export function saveState(session: DraftSession): TemplateResult {
  const { state } = session;
  const words = {
    saved: msg('Saved', { id: 'studio-save-saved' }),
    saving: msg('Saving…', { id: 'studio-save-saving' }),
    local: msg('Saved in this browser only', { id: 'studio-save-local' }),
    unsaved: msg('Not saved', { id: 'studio-save-unsaved' }),
  }[state];
  const shape = { saved: 'cloud', saving: 'cloud', local: 'offline', unsaved: 'alert' } as const;
  return html`<span class="history-buttons">
      <button class="quiet-button" aria-label=${msg('Undo', { id: 'studio-undo' })} title=${msg('Undo', { id: 'studio-undo' })} aria-disabled=${String(!session.canUndo)} @click=${() => session.undo()}>${icon('undo')}</button>
      <button class="quiet-button" aria-label=${msg('Redo', { id: 'studio-redo' })} title=${msg('Redo', { id: 'studio-redo' })} aria-disabled=${String(!session.canRedo)} @click=${() => session.redo()}>${icon('redo')}</button>
    </span>
    <span class="save-state ${state}" role="status">${icon(shape[state])} <span>${words}</span></span>`;
}

/** What an author has to know above what they write. */
export function sessionNotices(session: DraftSession): TemplateResult {
  const { others, refused } = session;
  const names = others.map(({ name }) => name).join(', ');
  return html`${session.signedOut ? signedOut() : nothing} ${waiting(session)}
  ${refused !== undefined ? notice('alert', refusal(refused)) : nothing} ${restored(session)}
  ${others.length ? notice('people', msg(str`Also here now: ${names}.`, { id: 'studio-n-others' })) : nothing}`;
}

/** Why nothing reaches the server, and when it will. */
function waiting(session: DraftSession): TemplateResult | typeof nothing {
  const { state, signedOut: out, refused, conflicts } = session;
  if (state !== 'local' || out || refused !== undefined || conflicts.length) return nothing;
  return notice(
    'alert',
    navigator.onLine
      ? msg(
          'The server does not answer. What you wrote is kept in this browser, and sent as soon as it answers again.',
          { id: 'studio-n-no-answer' },
        )
      : msg(
          'There is no connection. What you wrote is kept in this browser, and sent as soon as you are connected again.',
          { id: 'studio-n-no-connection' },
        ),
  );
}

const signedOut = (): TemplateResult =>
  notice(
    'alert',
    msg(
      'You were signed out. What you write stays in this browser, and is saved once you sign in again.',
      { id: 'studio-n-signed-out' },
    ),
    html`<a href=${addressOf({ view: 'home' })} target="_blank" rel="noopener">${msg('Sign in in another window', { id: 'studio-sign-in' })}</a>`,
  );

function restored(session: DraftSession): TemplateResult | typeof nothing {
  const at = session.restoredFrom;
  if (at === undefined) return nothing;
  const takeOut = (): void => {
    session.restoredFrom = undefined;
    session.undo();
  };
  return notice(
    'info',
    msg(str`What you wrote on ${formatMoment(at)} had not been saved. It is back.`, {
      id: 'studio-n-restored',
    }),
    html`<button class="link-button" @click=${takeOut}>${msg('Take it out again', { id: 'studio-n-restored-undo' })}</button>`,
  );
}

function refusal(code: string): string {
  if (code === 'too-large') {
    return msg(
      'This is more than a policy may hold. Shorten it: what you wrote last is not saved.',
      { id: 'studio-n-too-large' },
    );
  }
  if (code === 'not-allowed') {
    return msg(
      'Your role does not include this text: this change stays in this browser and is not saved.',
      { id: 'studio-n-not-allowed' },
    );
  }
  if (code === 'file-changed') {
    return msg(
      'The file was changed by another program. Close the studio and open the file again: what you wrote stays here meanwhile.',
      { id: 'studio-n-file-changed' },
    );
  }
  return msg('The server did not take the last change. It stays in this browser.', {
    id: 'studio-n-refused',
  });
}

export const notice = (
  shape: 'info' | 'alert' | 'people' | 'check',
  words: unknown,
  action: unknown = nothing,
): TemplateResult =>
  html`<div class="notice ${shape}" role="status">${icon(shape)}<p>${words} ${action}</p></div>`;

/** What somebody did went wrong: read out at once. */
export const failureNotice = (words: unknown, action: unknown = nothing): TemplateResult =>
  html`<div class="notice alert failure" role="alert">${icon('alert')}<p>${words} ${action}</p></div>`;

/** What an author came for could not be had from the server. */
export const notLoaded = (again: () => Promise<void>): TemplateResult =>
  failureNotice(
    navigator.onLine
      ? msg('The server did not answer as it should: this cannot be shown now.', {
          id: 'studio-not-loaded',
        })
      : msg('There is no connection: this can be shown once you are connected again.', {
          id: 'studio-not-connected',
        }),
    html`<button class="link-button" @click=${() => void again()}>${msg('Try again', { id: 'studio-retry' })}</button>`,
  );

export { formatTime };
