import { html, nothing, type TemplateResult } from 'lit';

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
  switch (level) {
    case 1:
      return html`<h1 class=${name} part=${part} aria-labelledby=${label}>${content}</h1>`;
    case 2:
      return html`<h2 class=${name} part=${part} aria-labelledby=${label}>${content}</h2>`;
    case 3:
      return html`<h3 class=${name} part=${part} aria-labelledby=${label}>${content}</h3>`;
    case 4:
      return html`<h4 class=${name} part=${part} aria-labelledby=${label}>${content}</h4>`;
    case 5:
      return html`<h5 class=${name} part=${part} aria-labelledby=${label}>${content}</h5>`;
    case 6:
      return html`<h6 class=${name} part=${part} aria-labelledby=${label}>${content}</h6>`;
    default:
      return html`<div role="heading" aria-level=${level} class=${name} part=${part} aria-labelledby=${label}>${content}</div>`;
  }
}
