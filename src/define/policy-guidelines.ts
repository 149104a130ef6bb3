import { PolicyGuidelines } from '../elements/policy-guidelines/policy-guidelines.js';
import { register } from '../register.js';

register('policy-guidelines', PolicyGuidelines);

declare global {
  interface HTMLElementTagNameMap {
    'policy-guidelines': PolicyGuidelines;
  }
}
