import { PolicyRules } from '../elements/policy-rules/policy-rules.js';
import { register } from '../register.js';

register('policy-rules', PolicyRules);

declare global {
  interface HTMLElementTagNameMap {
    'policy-rules': PolicyRules;
  }
}
