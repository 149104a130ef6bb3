import { PolicyReactions } from '../elements/policy-reactions/policy-reactions.js';
import { register } from '../register.js';

register('policy-reactions', PolicyReactions);

declare global {
  interface HTMLElementTagNameMap {
    'policy-reactions': PolicyReactions;
  }
}
