import { PolicyCheck } from '../elements/policy-check/policy-check.js';
import { register } from '../register.js';

register('policy-check', PolicyCheck);

declare global {
  interface HTMLElementTagNameMap {
    'policy-check': PolicyCheck;
  }
}
