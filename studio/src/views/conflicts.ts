/** Two people wrote the same text: both are shown, with what differs, and one is chosen. */
import { diffTexts } from 'policy-elements';
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../localization/localize.js';
import { isSet } from '../model/pending.js';
import type { DraftSession, OpenConflict } from '../model/session.js';
import { fieldTitle } from '../fields/names.js';
import { valueWords } from '../fields/values.js';

export function conflictsView(session: DraftSession): TemplateResult | typeof nothing {
  const [conflict] = session.conflicts;
  if (!conflict) return nothing;
  return html`<section class="conflict" role="alertdialog" aria-labelledby="conflict-title" aria-describedby="conflict-about">
    <h2 id="conflict-title">${msg('You both changed this text', { id: 'studio-conflict' })}</h2>
    <p id="conflict-about">
      ${isSet(conflict.edit) ? html`<strong>${fieldTitle(session.draft, conflict.edit.id, conflict.edit.field)}</strong>` : nothing}
      ${msg('Nothing is lost: choose which one stays. You can go on writing afterwards.', { id: 'studio-conflict-about' })}
    </p>
    ${compared(session, conflict)}
    <div class="actions">
      <button class="button primary" @click=${() => session.resolve(conflict, 'theirs')}>${msg('Keep theirs', { id: 'studio-keep-theirs' })}</button>
      <button class="button" @click=${() => session.resolve(conflict, 'yours')}>${msg('Keep mine', { id: 'studio-keep-mine' })}</button>
    </div>
  </section>`;
}

function compared({ draft }: DraftSession, { edit, theirs, reason }: OpenConflict): TemplateResult {
  const words = (value: unknown): string =>
    isSet(edit) ? valueWords(draft, edit.id, edit.field, value) : '';
  const yours = isSet(edit) ? words(edit.value) : '';
  if (reason === 'gone') {
    return html`<p>${msg('It was removed by somebody else. You had written:', { id: 'studio-conflict-gone' })}</p>
      <blockquote>${yours}</blockquote>`;
  }
  const pieces = diffTexts(words(theirs), yours);
  return html`<div class="both">
    <div>
      <h3>${msg('Theirs', { id: 'studio-theirs' })}</h3>
      <p>${pieces.map(({ kind, text }) => (kind === 'added' ? nothing : kind === 'removed' ? html`<mark>${text}</mark>` : text))}</p>
    </div>
    <div>
      <h3>${msg('Yours', { id: 'studio-yours' })}</h3>
      <p>${pieces.map(({ kind, text }) => (kind === 'removed' ? nothing : kind === 'added' ? html`<mark>${text}</mark>` : text))}</p>
    </div>
  </div>`;
}
