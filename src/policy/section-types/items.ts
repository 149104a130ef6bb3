/**
 * The items of every section type. Written by scripts/registry.js: run `npm run registry` after a change in this folder or
 * in src/sections/registry.ts.
 */
export type { Platform } from './platforms.js';
export type { Rule } from './rules.js';
export type { Mandate } from './mandates.js';
export type { Guideline } from './guidelines.js';
export type { Profile } from './profiles.js';
export type { Reaction, TriageQuestion } from './reactions.js';
export type { CheckQuestion } from './check.js';
export type { FaqEntry } from './faq.js';
export type { ReportingChannel } from './reporting.js';
export type { RolloutStep } from './rollout.js';
export type { QuizQuestion } from './quiz.js';
