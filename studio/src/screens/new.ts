import { html, type TemplateResult } from 'lit';
import type { Me } from '../api/client.js';
import { msg } from '../localization/localize.js';
import { StudioElement } from '../ui/element.js';

export class StudioNew extends StudioElement {
  static override properties = { me: { attribute: false } };
  declare me: Me;
  protected override render(): TemplateResult {
    return html`<div class="page narrow"><h1 tabindex="-1">${msg('New policy', { id: 'new-policy' })}</h1></div>`;
  }
}
