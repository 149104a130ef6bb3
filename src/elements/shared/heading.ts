import { html, nothing, type TemplateResult } from 'lit';
import { dynamicTag } from '../../rendering/dynamic-tag.js';

/**
 * A heading of any level; below the sixth it keeps its place by `aria-level`. `label` is the id of
 * what names it, where that is not all of its content.
 */
export function heading(
  level: number,
  content: unknown,
  name: string,
  label: unknown = nothing,
): TemplateResult | typeof nothing {
  // A title that is missing leaves no heading without a name.
  if (content === nothing) return nothing;
  const part = name === 'section-title' ? 'heading' : nothing;
  return level > 6
    ? html`<div role="heading" aria-level=${level} class=${name} part=${part} aria-labelledby=${label}>${content}</div>`
    : dynamicTag(
        `h${level}`,
      )`<$ class=${name} part=${part} aria-labelledby=${label}>${content}</$>`;
}
