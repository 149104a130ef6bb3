import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { PolicyView } from './policy-view.js';

export { hiddenItem } from '../../policy/hidden-items.js';

interface Missing {
  id: string;
  /** Why it is not shown, where the policy has it. */
  hidden: HiddenItem | undefined;
  /** Shows it, where that can be done. */
  show: (() => void) | undefined;
  host: { readonly updateComplete: Promise<unknown>; goTo(id: string): Promise<void> };
}

/** An address led to an item that is not shown: why, and how to see it all the same. */
export function missingNote(view: PolicyView, { id, hidden, show, host }: Missing): TemplateResult {
  const { l10n } = view;
  const lead = async () => {
    show?.();
    await host.updateComplete;
    await host.goTo(hidden?.id ?? id);
  };
  return html`<div class="note missing" part="note" role="status">
    ${icon(SHAPES.info)}
    <div>
      ${hidden ? why(view, hidden) : l10n.msg(str`What you were looking for (“${id}”) is not in this version of the policy.`, { id: 'item-gone' })}
      ${
        show
          ? html`<button class="text-button" type="button" @click=${lead}>
            ${l10n.msg('Show it', { id: 'show-it' })}
          </button>`
          : nothing
      }
    </div>
  </div>`;
}

function why(view: PolicyView, { id, title, audience }: HiddenItem): string {
  const { l10n } = view;
  const name = view.plain(title) || id;
  const titles = audience.flatMap((each) => {
    const entry = view.entry(each);
    return entry?.kind === 'audience' ? [view.plain(entry.value['title'] as never) || each] : [];
  });
  if (!titles.length)
    return l10n.msg(str`“${name}” is not among what is shown here.`, { id: 'hidden-here' });
  const who = l10n.formats.list(titles);
  return l10n.msg(str`“${name}” is for: ${who}. It is not among what is shown to you.`, {
    id: 'hidden-for',
  });
}
