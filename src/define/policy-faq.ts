import { PolicyFaq } from '../elements/policy-faq/policy-faq.js';
import { register } from '../register.js';

register('policy-faq', PolicyFaq);

declare global {
  interface HTMLElementTagNameMap {
    'policy-faq': PolicyFaq;
  }
}
