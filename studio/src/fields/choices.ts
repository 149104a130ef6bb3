import { msg } from '../localization/localize.js';

type Choices = () => readonly (readonly [string, string])[];

export const ALLOWED: Choices = () => [
  ['yes', msg('Yes', { id: 'c-yes' })],
  ['conditional', msg('On a condition', { id: 'c-conditional' })],
  ['no', msg('No', { id: 'c-no' })],
];
export const GUIDELINE: Choices = () => [
  ['do', msg('Do', { id: 'c-do' })],
  ['dont', msg('Don’t', { id: 'c-dont' })],
];
export const PROFILE_STATE: Choices = () => [
  ['active', msg('In use', { id: 'c-active' })],
  ['dormant', msg('Not in use for now', { id: 'c-dormant' })],
  ['closed', msg('Closed', { id: 'c-closed' })],
];
export const REACTION: Choices = () => [
  ['complaint', msg('Complaint', { id: 'c-complaint' })],
  ['compliment', msg('Compliment', { id: 'c-compliment' })],
  ['question', msg('Question', { id: 'c-question' })],
  ['rumour', msg('Rumour', { id: 'c-rumour' })],
  ['crisis', msg('Crisis', { id: 'c-crisis' })],
  ['mistake', msg('A mistake of our own', { id: 'c-mistake' })],
];
export const YES_NO: Choices = () => [
  ['yes', msg('Yes', { id: 'c-yes' })],
  ['no', msg('No', { id: 'c-no' })],
];
export const ROLLOUT: Choices = () => [
  ['planned', msg('Planned', { id: 'c-planned' })],
  ['running', msg('Under way', { id: 'c-running' })],
  ['done', msg('Done', { id: 'c-done' })],
];
export const TOPIC: Choices = () => [
  ['purpose', msg('Why there is a policy', { id: 'c-purpose' })],
  ['definition', msg('What counts as social media', { id: 'c-definition' })],
  ['scope', msg('For whom it is', { id: 'c-scope' })],
  ['objectives', msg('What we want to reach', { id: 'c-objectives' })],
  ['monitoring', msg('That we listen', { id: 'c-monitoring' })],
  ['wellbeing', msg('The right to switch off', { id: 'c-wellbeing' })],
  ['consequences', msg('What happens after a breach', { id: 'c-consequences' })],
  ['ambassadors', msg('Colleagues as ambassadors', { id: 'c-ambassadors' })],
];
export const ACTS: Choices = () => [
  ['acknowledge', msg('Confirm', { id: 'c-acknowledge' })],
  ['decline', msg('Decline', { id: 'c-decline' })],
  ['request-exception', msg('Ask for an exception', { id: 'c-exception' })],
];
export const COVERS: Choices = () => [
  ['all', msg('The whole policy', { id: 'c-covers-all' })],
  ['core', msg('The short version', { id: 'c-covers-core' })],
];
/** Durations people choose from; another one that stands there is kept. */
export const DURATIONS: Choices = () => [
  ['PT15M', msg('15 minutes', { id: 'd-15m' })],
  ['PT30M', msg('30 minutes', { id: 'd-30m' })],
  ['PT1H', msg('1 hour', { id: 'd-1h' })],
  ['PT2H', msg('2 hours', { id: 'd-2h' })],
  ['PT4H', msg('4 hours', { id: 'd-4h' })],
  ['PT8H', msg('8 hours', { id: 'd-8h' })],
  ['P1D', msg('1 day', { id: 'd-1d' })],
  ['P2D', msg('2 days', { id: 'd-2d' })],
  ['P1W', msg('1 week', { id: 'd-1w' })],
  ['P6M', msg('6 months', { id: 'd-6m' })],
  ['P1Y', msg('1 year', { id: 'd-1y' })],
  ['P2Y', msg('2 years', { id: 'd-2y' })],
];
