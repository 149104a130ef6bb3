import { PolicySection } from '../elements/policy-section/policy-section.js';
import { register } from '../register.js';

register('policy-section', PolicySection);

declare global {
  interface HTMLElementTagNameMap {
    'policy-section': PolicySection;
  }
}
