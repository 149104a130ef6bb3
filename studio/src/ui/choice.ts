import { html, type TemplateResult } from 'lit';

/** One of several, whose name is not shown. */
export const choice = (
  label: string,
  options: readonly (readonly [string, string])[],
  current: string,
  work: (value: string) => void,
): TemplateResult =>
  html`<label class="inline-field"><span class="visually-hidden">${label}</span>
    <select aria-label=${label} @change=${(event: Event) => work((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === current}>${name}</option>`)}
    </select></label>`;
