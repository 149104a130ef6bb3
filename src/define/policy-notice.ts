import { PolicyNotice } from '../elements/policy-notice/policy-notice.js';
import { register } from '../register.js';

register('policy-notice', PolicyNotice);

declare global {
  interface HTMLElementTagNameMap {
    'policy-notice': PolicyNotice;
  }
}
