import { PolicyReporting } from '../elements/policy-reporting/policy-reporting.js';
import { register } from '../register.js';

register('policy-reporting', PolicyReporting);

declare global {
  interface HTMLElementTagNameMap {
    'policy-reporting': PolicyReporting;
  }
}
