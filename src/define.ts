/** Registers every element. Written by scripts/registry.js: run `npm run registry`. */
import './define/at-once.js';
import './define/policy-viewer.js';
import './define/policy-acknowledgement.js';
import './define/policy-changes.js';
import './define/policy-check.js';
import './define/policy-contacts.js';
import './define/policy-mandates.js';
import './define/policy-platforms.js';
import './define/policy-quiz.js';
import './define/policy-reactions.js';
import './define/policy-reporting.js';
import './define/policy-rollout.js';
import './define/policy-search.js';
import './define/policy-section.js';
import './define/policy-trainings.js';
