import { PolicyRollout } from '../elements/policy-rollout/policy-rollout.js';
import { register } from '../register.js';

register('policy-rollout', PolicyRollout);

declare global {
  interface HTMLElementTagNameMap {
    'policy-rollout': PolicyRollout;
  }
}
