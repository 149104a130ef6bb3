import { PolicyProfiles } from '../elements/policy-profiles/policy-profiles.js';
import { register } from '../register.js';

register('policy-profiles', PolicyProfiles);

declare global {
  interface HTMLElementTagNameMap {
    'policy-profiles': PolicyProfiles;
  }
}
