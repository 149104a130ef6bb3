import { PolicyContacts } from '../elements/policy-contacts/policy-contacts.js';
import { register } from '../register.js';

register('policy-contacts', PolicyContacts);

declare global {
  interface HTMLElementTagNameMap {
    'policy-contacts': PolicyContacts;
  }
}
