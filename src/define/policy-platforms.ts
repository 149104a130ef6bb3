import { PolicyPlatforms } from '../elements/policy-platforms/policy-platforms.js';
import { register } from '../register.js';

register('policy-platforms', PolicyPlatforms);

declare global {
  interface HTMLElementTagNameMap {
    'policy-platforms': PolicyPlatforms;
  }
}
