import { PolicyTip } from '../elements/policy-tip/policy-tip.js';
import { register } from '../register.js';

register('policy-tip', PolicyTip);

declare global {
  interface HTMLElementTagNameMap {
    'policy-tip': PolicyTip;
  }
}
