import { html } from 'lit';
import type { SectionOf } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { SectionElement } from '../section-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { rich } from '../shared/text.js';

/**
 * A section of running text.
 *
 * @tagname policy-text
 */
export class PolicyText extends SectionElement<SectionOf<'text'>> {
  protected override readonly type = 'text';

  protected override renderSection(section: SectionOf<'text'>, view: PolicyView): unknown {
    const { title, body } = section;
    const told = view.text(title)?.lang;
    return html`<div>${staticList(() => rich(view, body, { told }), body, view)}</div>`;
  }
}
