/** The lines to paste, for the host at hand. */
import { html, nothing, type TemplateResult } from 'lit';
import { BASE } from '../base.js';
import { msg } from '../localization/localize.js';
import { languagesIn, readable } from '../model/policy.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { snippetsFor } from './snippets.js';

export class SnippetsPanel extends DraftElement {
  static override properties = { ...DraftElement.properties, _host: { state: true } };
  declare private _host: number;

  constructor() {
    super();
    this._host = 0;
  }

  protected override render(): TemplateResult {
    const [lang = 'en'] = languagesIn(this.session.draft);
    const { draft, policy } = this.session;
    const title = readable(draft['title'], lang, draft) || policy;
    const snippets = snippetsFor({ policy, title, lang, origin: location.origin + BASE });
    const snippet = snippets[this._host] ?? snippets[0]!;
    return html`<section class="snippets">
      <h2>${msg('Put it on a page', { id: 'studio-snippet-title' })}</h2>
      <label class="inline-field"><span>${msg('Where?', { id: 'studio-snippet-where' })}</span>
        <select @change=${(event: Event) => void (this._host = Number((event.target as HTMLSelectElement).value))}>
          ${snippets.map(({ name }, at) => html`<option value=${at} ?selected=${at === this._host}>${name}</option>`)}
        </select></label>
      ${snippet.steps.map((step) => html`<p>${step}</p>`)}
      <pre class="code" tabindex="0"><code>${snippet.code}</code></pre>
      ${draft['acknowledgement'] === undefined ? nothing : html`<p class="muted">${snippet.confirming}</p>`}
      <button class="button small" @click=${(event: Event) => void copy(snippet.code, event.currentTarget as HTMLElement)}>${icon('copy')} ${msg('Copy', { id: 'studio-copy' })}</button>
    </section>`;
  }
}

/** On plain http there is no clipboard for scripts: then the text is chosen, and copied by hand. */
async function copy(code: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    button.dataset['copied'] = '';
  } catch {
    const place = button.parentElement?.querySelector('pre code');
    if (place) getSelection()?.selectAllChildren(place);
  }
}
