import { PolicyMandates } from '../elements/policy-mandates/policy-mandates.js';
import { register } from '../register.js';

register('policy-mandates', PolicyMandates);

declare global {
  interface HTMLElementTagNameMap {
    'policy-mandates': PolicyMandates;
  }
}
