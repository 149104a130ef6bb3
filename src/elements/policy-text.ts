import { html } from 'lit';
import type { SectionOf } from '../policy/schema.js';
import { stamped } from '../rendering/stamped.js';
import { SectionElement } from './section-element.js';
import type { Reading } from './templates/reading.js';
import { rich } from './templates/text.js';

/**
 * A section of running text.
 *
 * @tagname policy-text
 */
export class PolicyText extends SectionElement<SectionOf<'text'>> {
  protected override readonly type = 'text';

  protected override renderSection(section: SectionOf<'text'>, reading: Reading): unknown {
    const { title, body } = section;
    const told = reading.text(title)?.lang;
    return html`<div>${stamped(() => rich(reading, body, { told }), body, reading)}</div>`;
  }
}
