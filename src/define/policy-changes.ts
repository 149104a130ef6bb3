import { PolicyChanges } from '../elements/policy-changes/policy-changes.js';
import { register } from '../register.js';

register('policy-changes', PolicyChanges);

declare global {
  interface HTMLElementTagNameMap {
    'policy-changes': PolicyChanges;
  }
}
