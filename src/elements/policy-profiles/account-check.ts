import { html, nothing, type TemplateResult } from 'lit';
import type { AccountAnswer } from '../../policy/accounts.js';
import { accountVerdict } from '../shared/account-verdict.js';
import type { PolicyView } from '../shared/policy-view.js';

/** A field to paste an address or a handle into, and what it turned out to be. */
export function accountCheck(
  view: PolicyView,
  answer: AccountAnswer | undefined,
  ask: (input: string) => void,
): TemplateResult {
  const { l10n } = view;
  // A frame may be forbidden to submit forms, but not to press buttons; Enter presses this one.
  const submit = (event: Event) => {
    event.preventDefault();
    const { form } = event.currentTarget as HTMLButtonElement;
    ask(new FormData(form!).get('account') as string);
  };
  return html`<form class="account" part="account" novalidate>
    <div class="field">
      <label for="account">${l10n.msg('Is this account ours? Paste its address or handle', { id: 'account-label' })}</label>
      <div class="ask">
        <input class="input" id="account" name="account" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" />
        <button class="button" type="submit" @click=${submit}>${l10n.msg('Check', { id: 'account-check' })}</button>
      </div>
    </div>
    <div class="answer" role="status">${answer ? accountVerdict(view, answer) : nothing}</div>
  </form>`;
}
