/** Where comments stand in other views; what they are drawn by is loaded late. */
import { commentedField } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, msg, str } from '../localization/localize.js';
import type { DraftSession } from '../model/session.js';
import { addressOf } from '../router.js';
import { notice } from './save-state.js';
import type { Writing } from './writing.js';

/** Below a text: what was said about it, and a place to say more. */
export const commentsOn = (
  { session, lang }: Writing,
  id: string,
  field: string,
): TemplateResult | typeof nothing =>
  session.me.file
    ? nothing
    : html`<text-comments .session=${session} .thing=${id} .field=${commentedField(field)} .textLang=${lang}></text-comments>`;

/** Before publishing: what is not dealt with. */
export function openComments({ comments, policy }: DraftSession): TemplateResult | typeof nothing {
  const open = comments.open.length;
  if (!open) return nothing;
  return notice(
    'info',
    open === 1
      ? msg('One comment is still open.', { id: 'studio-co-open-one' })
      : msg(str`${formatNumber(open)} comments are still open.`, { id: 'studio-co-open-more' }),
    html`<a href=${addressOf({ view: 'comments', policy })}>${msg('Read', { id: 'studio-co-read' })}</a>`,
  );
}
