/**
 * Every section type. Written by scripts/registry.js: run `npm run registry` after a change in this folder or
 * in src/sections/registry.ts.
 */
import type * as v from 'valibot';
import type { BlockTest } from '../coverage-tests.js';
import * as text from './text.js';
import * as platforms from './platforms.js';
import * as rules from './rules.js';
import * as mandates from './mandates.js';
import * as guidelines from './guidelines.js';
import * as profiles from './profiles.js';
import * as reactions from './reactions.js';
import * as check from './check.js';
import * as faq from './faq.js';
import * as contacts from './contacts.js';
import * as reporting from './reporting.js';
import * as trainings from './trainings.js';
import * as rollout from './rollout.js';
import * as quiz from './quiz.js';

/** Section schemas, by type. */
export const schemas = {
  text: text.schema,
  platforms: platforms.schema,
  rules: rules.schema,
  mandates: mandates.schema,
  guidelines: guidelines.schema,
  profiles: profiles.schema,
  reactions: reactions.schema,
  check: check.schema,
  faq: faq.schema,
  contacts: contacts.schema,
  reporting: reporting.schema,
  trainings: trainings.schema,
  rollout: rollout.schema,
  quiz: quiz.schema,
} satisfies Record<string, v.GenericSchema>;

/** Building blocks, by the type that holds them. */
export const coverage = {
  text: text.coverage,
  platforms: platforms.coverage,
  rules: rules.coverage,
  mandates: mandates.coverage,
  guidelines: guidelines.coverage,
  profiles: profiles.coverage,
  reactions: reactions.coverage,
  check: check.coverage,
  faq: faq.coverage,
  contacts: contacts.coverage,
  reporting: reporting.coverage,
  trainings: trainings.coverage,
  rollout: rollout.coverage,
} satisfies Record<string, Record<string, BlockTest>>;
