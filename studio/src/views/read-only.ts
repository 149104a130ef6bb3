/** Above a text that somebody reads and does not write: who does, and what there is to do instead. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../localization/localize.js';
import { ownLanguages } from '../model/roles.js';
import { addressOf } from '../router.js';
import { notice } from './save-state.js';
import type { Writing } from './writing.js';

export function readOnlyNotice({ session, readonly }: Writing): TemplateResult | typeof nothing {
  if (!readonly) return nothing;
  const [own] = ownLanguages(session);
  if (own === undefined)
    return notice(
      'info',
      msg('Here you read and comment. Somebody with the role to write changes the text.', {
        id: 'studio-read-only',
      }),
    );
  return notice(
    'info',
    msg('Here you read and comment: others write this text.', {
      id: 'studio-read-only-translator',
    }),
    html`<a href=${addressOf({ view: 'translate', policy: session.policy, part: own })}>${msg('Go to your translation', { id: 'studio-read-only-go' })}</a>`,
  );
}
