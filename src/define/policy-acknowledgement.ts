import { PolicyAcknowledgement } from '../elements/policy-acknowledgement/policy-acknowledgement.js';
import { register } from '../register.js';

register('policy-acknowledgement', PolicyAcknowledgement);

declare global {
  interface HTMLElementTagNameMap {
    'policy-acknowledgement': PolicyAcknowledgement;
  }
}
