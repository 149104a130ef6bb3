import { PolicySearch } from '../elements/policy-search/policy-search.js';
import { register } from '../register.js';

register('policy-search', PolicySearch);

declare global {
  interface HTMLElementTagNameMap {
    'policy-search': PolicySearch;
  }
}
