import { html, nothing, type TemplateResult } from 'lit';
import type { Copying, CopyOutcome } from '../../controllers/copying.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';

/** A button that copies what stands above it (`[data-copy=key]`), and a line that tells how it went. */
export function copyButton(l10n: Localization, copying: Copying, key: string): TemplateResult {
  const outcome = copying.outcome(key);
  const press = ({ currentTarget }: Event): void => {
    const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const source = root.querySelector<HTMLElement>(`[data-copy="${CSS.escape(key)}"]`);
    // A word about the language of a text is not part of it.
    const text = source?.querySelector<HTMLElement>('.prose') ?? source;
    if (text) void copying.copy(key, text);
  };
  return html`<div class="copy">
    <button class="text-button" type="button" @click=${press}>
      ${icon(SHAPES.copy)} ${l10n.msg('Copy', { id: 'copy-text' })}
    </button>
    <span role="status" class="small muted">${outcome ? told(l10n, outcome) : nothing}</span>
  </div>`;
}

const told = ({ msg }: Localization, outcome: CopyOutcome): string =>
  outcome === 'copied'
    ? msg('Copied', { id: 'copied' })
    : msg('The text is selected: copy it as you do elsewhere.', { id: 'copy-selected' });
