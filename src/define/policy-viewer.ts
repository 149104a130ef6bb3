import { PolicyViewer } from '../elements/policy-viewer/policy-viewer.js';
import { register } from '../register.js';
import { loadLater } from '../sections.js';
import './policy-faq.js';
import './policy-guidelines.js';
import './policy-profiles.js';
import './policy-rules.js';
import './policy-text.js';

register('policy-viewer', PolicyViewer);

// What many policies do without is fetched by those that have it.
loadLater('policy-acknowledgement', () => import('./policy-acknowledgement.js'));
loadLater('policy-changes', () => import('./policy-changes.js'));
loadLater('policy-check', () => import('./policy-check.js'));
loadLater('policy-contacts', () => import('./policy-contacts.js'));
loadLater('policy-mandates', () => import('./policy-mandates.js'));
loadLater('policy-platforms', () => import('./policy-platforms.js'));
loadLater('policy-quiz', () => import('./policy-quiz.js'));
loadLater('policy-reactions', () => import('./policy-reactions.js'));
loadLater('policy-reporting', () => import('./policy-reporting.js'));
loadLater('policy-rollout', () => import('./policy-rollout.js'));
loadLater('policy-search', () => import('./policy-search.js'));
loadLater('policy-section', () => import('./policy-section.js'));
loadLater('policy-trainings', () => import('./policy-trainings.js'));

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
}
