import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from '../shared/policy-view.js';
import { inline, plain } from '../shared/text.js';

export interface Actions {
  /** The field to search by; left out where absent. */
  search: TemplateResult | undefined;
  /** Takes the audience ids the reader chose. */
  choose: ((audience: readonly string[]) => void) | undefined;
  print: (() => void) | undefined;
}

/** What a reader can do with the whole: search it, say who they are, print it. */
export function actions(
  view: PolicyView,
  { search, choose, print }: Actions,
): TemplateResult | typeof nothing {
  const audiences = choose && view.policy.audiences?.length ? who(view, choose) : undefined;
  if (!search && !audiences && !print) return nothing;
  const { l10n } = view;
  return html`<div class="actions" part="actions">
    ${search} ${audiences}
    ${
      print
        ? html`<button class="button print" part="button" type="button" @click=${print}>
          ${icon(SHAPES.print)} ${l10n.msg('Print', { id: 'print' })}
        </button>`
        : nothing
    }
  </div>`;
}

function who(view: PolicyView, choose: (audience: readonly string[]) => void): TemplateResult {
  const { l10n, audience, policy } = view;
  const chosen = new Set(audience);
  const names = (policy.audiences ?? [])
    .filter(({ id }) => chosen.has(id))
    .map(({ title }) => view.plain(title));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose([...next]);
  };
  return html`<details class="who">
    <summary class="button" part="button">
      <span
        >${names.length ? l10n.formats.list(names) : l10n.msg('Who are you?', { id: 'who-are-you' })}</span
      >
      ${icon(SHAPES.chevron)}
    </summary>
    <fieldset>
      <legend>${l10n.msg('Show what concerns me as', { id: 'who-legend' })}</legend>
      ${policy.audiences?.map(
        ({ id, title, description }) =>
          html`<label id=${id}>
            <input
              type="checkbox"
              .checked=${chosen.has(id)}
              @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
            />
            <span>${plain(view, title)}${description ? inline(view, description) : nothing}</span>
          </label>`,
      )}
    </fieldset>
  </details>`;
}
