/** Elements that many policies do without are fetched by those that have something for them. Written by scripts/registry.js: run `npm run registry`. */
import { loadLater } from '../sections.js';

loadLater('policy-acknowledgement', () => import('./policy-acknowledgement.js'));
loadLater('policy-changes', () => import('./policy-changes.js'));
loadLater('policy-check', () => import('./policy-check.js'));
loadLater('policy-contacts', () => import('./policy-contacts.js'));
loadLater('policy-mandates', () => import('./policy-mandates.js'));
loadLater('policy-notice', () => import('./policy-notice.js'));
loadLater('policy-platforms', () => import('./policy-platforms.js'));
loadLater('policy-profiles', () => import('./policy-profiles.js'));
loadLater('policy-quiz', () => import('./policy-quiz.js'));
loadLater('policy-reactions', () => import('./policy-reactions.js'));
loadLater('policy-reporting', () => import('./policy-reporting.js'));
loadLater('policy-rollout', () => import('./policy-rollout.js'));
loadLater('policy-search', () => import('./policy-search.js'));
loadLater('policy-section', () => import('./policy-section.js'));
loadLater('policy-tip', () => import('./policy-tip.js'));
loadLater('policy-trainings', () => import('./policy-trainings.js'));
