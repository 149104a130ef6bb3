import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from './reading.js';

/** Links to entries of the same policy, by their titles, as a list in a sentence. */
export function references(reading: Reading, ids: readonly string[] | undefined): TemplateResult[] {
  return (ids ?? [])
    .flatMap((id) => reading.resolve(id) ?? [])
    .map(({ href, title, lang }, index) => {
      const own = lang === reading.l10n.labels ? nothing : lang;
      const name = href
        ? html`<a href=${href} lang=${own}>${title}</a>`
        : html`<span lang=${own}>${title}</span>`;
      return html`${index ? ', ' : nothing}${name}`;
    });
}

/** Whom something is for, where it is not for everybody. */
export function forWhom(
  reading: Reading,
  audience: readonly string[] | undefined,
): TemplateResult | typeof nothing {
  const names = (audience ?? []).flatMap((id) => {
    const entry = reading.entry(id);
    return entry?.kind === 'audience' ? [reading.plain(entry.value['title'] as never)] : [];
  });
  if (!names.length) return nothing;
  return html`<p class="for">${reading.l10n.msg('For:', { id: 'for' })} ${reading.l10n.formats.list(names)}</p>`;
}
