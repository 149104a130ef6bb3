/** What can be done with a version: publish it, plan it, or ask for approval. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, msg, str } from '../localization/localize.js';
import type { When } from '../model/when.js';
import type { DraftSession } from '../model/session.js';
import { publishedLinks } from './published-links.js';
import { addressOf } from '../router.js';
import { icon } from '../ui/icon.js';

export interface PublishButton {
  version: string;
  kind: When['kind'];
  primary: boolean;
  disabled: boolean;
  busy: boolean;
  send: () => void;
}

export function publishButton(
  { roles }: DraftSession,
  { version, kind, primary, disabled, busy, send }: PublishButton,
): TemplateResult {
  if (!roles.has('publish'))
    return html`<p class="muted">${msg('It is published by somebody with that role.', { id: 'studio-publish-role' })}</p>`;
  const words =
    kind === 'now'
      ? msg(str`Publish version ${version}`, { id: 'studio-publish-version' })
      : msg(str`Plan version ${version}`, { id: 'studio-plan-version' });
  return html`<button class="button large ${primary ? 'primary' : ''}" ?disabled=${disabled || busy} @click=${send}>
      ${icon(kind === 'now' ? 'send' : 'pending')} ${busy && kind === 'now' ? msg('Publishing…', { id: 'studio-publishing' }) : words}
    </button>`;
}

export interface AskButton {
  version: string;
  /** Nothing is published without it. */
  needed: boolean;
  disabled: boolean;
  send: () => void;
}

export function askButton(
  { roles }: DraftSession,
  { version, needed, disabled, send }: AskButton,
): TemplateResult | typeof nothing {
  if (!roles.has('write') && !roles.has('publish'))
    return needed
      ? html`<p class="muted">${msg('Somebody who writes or publishes asks for it.', { id: 'studio-ap-who-asks' })}</p>`
      : nothing;
  const words = needed
    ? msg(str`Ask for approval of version ${version}`, { id: 'studio-ap-ask' })
    : msg('Ask for approval first', { id: 'studio-ap-ask-first' });
  return html`<button class="button ${needed ? 'primary large' : ''}" ?disabled=${disabled} @click=${send}>${words}</button>`;
}

/** Whoever neither writes nor publishes: who does what comes next. */
export const putTogetherByOthers = ({ roles }: DraftSession): TemplateResult =>
  roles.has('approve')
    ? html`<p>${msg('You are not asked to approve anything now. Somebody who writes or publishes asks for it; then it stands on the first page.', { id: 'studio-ap-not-asked' })}</p>`
    : html`<p>${msg('Somebody who writes or publishes puts the next version together here.', { id: 'studio-pub-others' })}</p>`;

/** Of a candidate: the way back to what is fixed in it. */
export function otherDay(
  { roles }: DraftSession,
  again: () => void,
): TemplateResult | typeof nothing {
  if (!roles.has('write') && !roles.has('publish')) return nothing;
  return html`<p class="other-day"><span class="muted">${msg('The day and the version number belong to what is approved.', { id: 'studio-when-part' })}</span>
    <button class="link-button" @click=${again}>${msg('Choose others, and ask again', { id: 'studio-when-others' })}</button></p>`;
}

/** Before a button that waits for a choice further up. */
export const chooseFirst = (): TemplateResult =>
  html`<p class="muted">${msg('Choose first, for each language that is behind, what its readers get.', { id: 'studio-choose-first' })}</p>`;

/** Whom the version asks something, and who hears of it. */
function askedOf({ policy, draft }: DraftSession, version: string): TemplateResult {
  if (!draft['acknowledgement'])
    return html`<p>${msg('Nobody is asked to confirm it. Where you want that, choose it here:', { id: 'studio-published-unasked' })}
      <a href=${addressOf({ view: 'confirmation', policy })}>${msg('What people confirm', { id: 'studio-task-confirmation' })}</a></p>`;
  return html`<p>${
    version.endsWith('.0')
      ? msg(
          'Readers are asked to confirm it where they read it. The studio mails nobody: whoever looks after the server sends reminders.',
          { id: 'studio-published-asked' },
        )
      : msg('Nobody has to confirm again: it counts as a correction.', {
          id: 'studio-published-correction',
        })
  }</p>`;
}

export interface Published {
  version: string;
  on: string;
  /** Nothing was published before: no page shows it yet. */
  first: boolean;
}

export const publishedView = (
  session: DraftSession,
  { version, on, first }: Published,
): TemplateResult =>
  html`<div class="published">
      ${icon('done')}
      <h1 tabindex="-1">${msg(str`Version ${version} is published`, { id: 'studio-published-title' })}</h1>
      <p class="standfirst">${first ? msg(str`On ${formatDate(on)}. Now put it on a page where people read it. You do that once: later versions appear there by themselves.`, { id: 'studio-published-first' }) : msg(str`On ${formatDate(on)}. Pages that show the policy have it from now on: there is nothing to replace there.`, { id: 'studio-published-about' })}</p>
      ${askedOf(session, version)} ${publishedLinks(session)}
    </div>
    <snippets-panel .session=${session}></snippets-panel>`;
