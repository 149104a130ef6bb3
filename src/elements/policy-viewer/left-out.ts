import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { concerns, sectionsFor } from '../../policy/audience.js';
import { itemsOf } from '../../policy/ids.js';
import type { PolicyView } from '../shared/policy-view.js';

/** Says how much is left out for an audience, with the way back. */
export function leftOut(
  view: PolicyView,
  choose: ((audience: readonly string[]) => void) | undefined,
): TemplateResult | typeof nothing {
  const count = countLeftOut(view);
  if (!count) return nothing;
  const { l10n } = view;
  const number = l10n.formats.number(count);
  return html`<p class="note" part="note" role="status">
    ${icon(SHAPES.info)}
    <span>
      ${l10n.plural(
        count,
        () =>
          l10n.msg(str`${number} part that does not concern you is not shown.`, {
            id: 'left-out.one',
          }),
        () =>
          l10n.msg(str`${number} parts that do not concern you are not shown.`, {
            id: 'left-out.other',
          }),
      )}
      ${
        choose
          ? html`<button class="text-button" type="button" @click=${() => choose([])}>
            ${l10n.msg('Show everything', { id: 'show-everything' })}
          </button>`
          : nothing
      }
    </span>
  </p>`;
}

/** Sections that are left out, and items of those that are not. */
function countLeftOut({ policy, audience }: PolicyView): number {
  if (!audience.length) return 0;
  const shown = sectionsFor(policy, audience);
  const items = policy.sections
    .filter((section) => concerns(section.audience, audience))
    .flatMap((section) => itemsOf(section))
    .filter((item) => !concerns(item['audience'] as string[] | undefined, audience));
  return policy.sections.length - shown.length + items.length;
}
