import { PolicyText } from '../elements/policy-text/policy-text.js';
import { register } from '../register.js';

register('policy-text', PolicyText);

declare global {
  interface HTMLElementTagNameMap {
    'policy-text': PolicyText;
  }
}
