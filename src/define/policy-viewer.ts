import { PolicyViewer } from '../elements/policy-viewer.js';
import { register } from '../register.js';
import './policy-acknowledgement.js';
import './policy-changes.js';
import './policy-check.js';
import './policy-contacts.js';
import './policy-faq.js';
import './policy-guidelines.js';
import './policy-mandates.js';
import './policy-platforms.js';
import './policy-profiles.js';
import './policy-quiz.js';
import './policy-reactions.js';
import './policy-reporting.js';
import './policy-rollout.js';
import './policy-rules.js';
import './policy-search.js';
import './policy-section.js';
import './policy-text.js';
import './policy-trainings.js';

register('policy-viewer', PolicyViewer);

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
}
