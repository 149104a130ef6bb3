import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { tell } from '../../localization/sentences.js';
import type { PolicyView } from './policy-view.js';

/** A quiet word where a text was changed since it was translated. */
export function staleNote(view: PolicyView, section: string): TemplateResult | typeof nothing {
  const { l10n, policy, read } = view;
  if (!read.compiled?.stale.has(section)) return nothing;
  const language = l10n.formats.language(policy.languages[0]!);
  return html`<p class="only-in">
    ${l10n.msg(str`Part of this translation is older than the text in ${language}.`, { id: 'translation-older' })}
  </p>`;
}

/**
 * Says in place what could not be shown, with the place in the document for who can mend it.
 * @param section its id; empty for what belongs to none
 */
export function gapNote(view: PolicyView, section: string): TemplateResult | typeof nothing {
  const findings = view.read.gaps.get(section);
  if (!findings?.length) return nothing;
  const { l10n } = view;
  const count = l10n.formats.number(findings.length);
  const summary = l10n.plural(
    findings.length,
    () => l10n.msg(str`${count} thing here needs the editor’s attention.`, { id: 'gap.one' }),
    () => l10n.msg(str`${count} things here need the editor’s attention.`, { id: 'gap.other' }),
  );
  return html`<div class="note gap" part="gap">
    ${icon(SHAPES.alert)}
    <details>
      <summary>${summary}</summary>
      <ul>
        ${findings.map((finding) => html`<li>${tell(finding, l10n)} <code>${finding.pointer || '/'}</code></li>`)}
      </ul>
    </details>
  </div>`;
}
