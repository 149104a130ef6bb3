import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { PolicyView } from './policy-view.js';

export { hiddenItem } from '../../policy/hidden-items.js';

/** An address led to an item that is not shown: why, and how to see it all the same. */
export function missingNote(
  view: PolicyView,
  id: string,
  hidden: HiddenItem | undefined,
  unhide: (hidden: HiddenItem) => (() => void) | undefined,
  goTo: (id: string) => void,
): TemplateResult {
  const { l10n } = view;
  const show = hidden && unhide(hidden);
  return html`<div class="note missing" part="note" role="status">
    ${icon(SHAPES.info)}
    <div>
      ${hidden ? why(view, hidden) : l10n.msg(str`What you were looking for (“${id}”) is not in this version of the policy.`, { id: 'item-gone' })}
      ${
        show
          ? html`<button class="text-button" type="button" @click=${() => (show(), goTo(hidden.id))}>
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
