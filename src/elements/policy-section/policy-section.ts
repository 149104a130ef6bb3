import type { Section } from '../../policy/schema.js';
import { styles } from './policy-section.styles.js';
import { SectionElement } from '../section-element.js';
import { plainSection } from '../shared/plain-section.js';
import type { PolicyView } from '../shared/policy-view.js';

/**
 * A section of any type, shown plainly: its title, its intro and every text of its items. The
 * viewer uses it for types that have no element of their own.
 *
 * @tagname policy-section
 */
export class PolicySection extends SectionElement {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = undefined;

  protected override renderSection(section: Section, view: PolicyView): unknown {
    return plainSection(view, section);
  }
}
