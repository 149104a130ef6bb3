import { PolicyViewer } from '../elements/policy-viewer.js';
import { register } from '../register.js';
import './policy-acknowledgement.js';
import './policy-faq.js';
import './policy-guidelines.js';
import './policy-profiles.js';
import './policy-rules.js';
import './policy-search.js';
import './policy-section.js';
import './policy-text.js';

register('policy-viewer', PolicyViewer);

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
}
