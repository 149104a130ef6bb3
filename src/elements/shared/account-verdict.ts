import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Shape } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { AccountAnswer, AccountVerdict } from '../../policy/accounts.js';
import { contactToAsk, transports } from './contact.js';
import { platformName } from './platform.js';
import type { PolicyView } from './policy-view.js';

const ICONS: Record<AccountVerdict, Shape> = {
  ours: SHAPES.check,
  closed: SHAPES.info,
  'look-alike': SHAPES.alert,
  post: SHAPES.info,
  unknown: SHAPES.info,
  unreadable: SHAPES.info,
};

/** What an address or a handle turned out to be. */
export function accountVerdict(
  view: PolicyView,
  { verdict, profiles, reason, nameOnly = false }: AccountAnswer,
): TemplateResult {
  const { l10n } = view;
  const names = l10n.formats.list(
    profiles.map(({ name, platform }) => `${view.plain(name)} (${platformName(platform)})`),
  );
  const first = profiles[0];
  return html`<p class="verdict ${verdict}">
    ${icon(ICONS[verdict])}
    <span>
      <strong>${sentence(l10n, verdict, nameOnly)}</strong>
      ${verdict === 'ours' || verdict === 'closed' ? names : nothing}
      ${verdict === 'look-alike' && first ? why(l10n, reason, names) : nothing}
      ${verdict === 'unknown' ? whomToAsk(view) : nothing}
    </span>
  </p>`;
}

function whomToAsk(view: PolicyView): unknown {
  const { l10n } = view;
  const contact = contactToAsk(view);
  if (!contact)
    return l10n.msg('It is not in the list. When in doubt, ask.', { id: 'account-unknown-more' });
  const who = view.plain(contact.name);
  return html`${l10n.msg(str`It is not in the list. When in doubt, ask: ${who}.`, { id: 'account-ask-whom' })}
  ${transports(view, { email: contact.email })}`;
}

function sentence({ msg }: Localization, verdict: AccountVerdict, nameOnly: boolean): string {
  switch (verdict) {
    case 'ours':
      if (nameOnly) {
        return msg('This is our name only here; anywhere else it is not ours:', {
          id: 'account-name-only',
        });
      }
      return msg('Yes, this is ours:', { id: 'account-ours' });
    case 'closed':
      return msg('This was ours, and is closed:', { id: 'account-closed' });
    case 'look-alike':
      return msg('Careful, this looks like ours but is not.', { id: 'account-look-alike' });
    case 'post':
      return msg(
        'This is a post or a short link. Open it, and paste the address of the account that you see there.',
        { id: 'account-post' },
      );
    case 'unknown':
      return msg('This is not one of ours.', { id: 'account-unknown' });
    case 'unreadable':
      return msg('This is not an address or a handle. Paste the whole of it.', {
        id: 'account-unreadable',
      });
  }
}

function why({ msg }: Localization, reason: AccountAnswer['reason'], name: string): string {
  switch (reason) {
    case 'platform':
      return msg(str`The name is that of ${name}, on another platform.`, {
        id: 'account-platform',
      });
    case 'words':
      return msg(str`It is nearly the name of ${name}.`, { id: 'account-words' });
    case 'letters':
      return msg(str`Some letters differ from ${name}.`, { id: 'account-letters' });
    default:
      return msg(str`The address is not that of ${name}.`, { id: 'account-address' });
  }
}
