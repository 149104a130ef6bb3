import { html, nothing, type TemplateResult } from 'lit';
import type { AccountAnswer } from '../../policy/accounts.js';
import { accountVerdict } from '../shared/account-verdict.js';
import type { PolicyView } from '../shared/policy-view.js';

export interface Asking {
  answer: AccountAnswer | undefined;
  /** The reader types or pastes. */
  type: (input: string) => void;
  /** The reader asks. */
  ask: (input: string) => void;
}

/** One field: an address or a handle is judged, a word is looked for in the list. */
export function accountCheck(view: PolicyView, { answer, type, ask }: Asking): TemplateResult {
  const { l10n } = view;
  // A frame may be forbidden to submit forms, but not to press buttons; Enter presses this one.
  const submit = (event: Event) => {
    event.preventDefault();
    const { form } = event.currentTarget as HTMLButtonElement;
    ask(new FormData(form!).get('account') as string);
  };
  const typed = ({ target }: Event) => type((target as HTMLInputElement).value);
  return html`<form class="account play" part="account" novalidate>
    <div class="field">
      <label for="account">${l10n.msg('Is this account ours? Paste its address or handle, or look for a name', { id: 'account-label' })}</label>
      <div class="ask">
        <input class="input" part="input" id="account" name="account" type="search" autocomplete="off" autocapitalize="off" enterkeyhint="search" spellcheck="false" @input=${typed} />
        <button class="button" part="button" type="submit" @click=${submit}>${l10n.msg('Check', { id: 'account-check' })}</button>
      </div>
    </div>
    <p class="status" role="status"></p>
    <div class="answer" role="status">${answer ? accountVerdict(view, answer) : nothing}</div>
  </form>`;
}
