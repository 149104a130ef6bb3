import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyView } from './policy-view.js';

/** Links to entries of the same policy, by their titles, as a list in a sentence. */
export function references(view: PolicyView, ids: readonly string[] | undefined): TemplateResult[] {
  return (ids ?? [])
    .flatMap((id) => view.resolve(id) ?? [])
    .map(({ href, title, lang }, index) => {
      const own = lang === view.l10n.labels ? nothing : lang;
      const name = href
        ? html`<a href=${href} lang=${own}>${title}</a>`
        : html`<span lang=${own}>${title}</span>`;
      return html`${index ? ', ' : nothing}${name}`;
    });
}

/** Whom something is for, where it is not for everybody. */
export function forWhom(
  view: PolicyView,
  audience: readonly string[] | undefined,
): TemplateResult | typeof nothing {
  const names = (audience ?? []).flatMap((id) => {
    const entry = view.entry(id);
    return entry?.kind === 'audience' ? [view.plain(entry.value['title'] as never)] : [];
  });
  if (!names.length) return nothing;
  return html`<p class="for">${view.l10n.msg('For:', { id: 'for' })} ${view.l10n.formats.list(names)}</p>`;
}
