import { language, msg } from '../localization/localize.js';

type Choices = () => readonly (readonly [string, string])[];

export const ALLOWED: Choices = () => [
  ['yes', msg('Yes', { id: 'studio-c-yes' })],
  ['conditional', msg('On a condition', { id: 'studio-c-conditional' })],
  ['no', msg('No', { id: 'studio-c-no' })],
];
export const GUIDELINE: Choices = () => [
  ['do', msg('Do', { id: 'studio-c-do' })],
  ['dont', msg('Don’t', { id: 'studio-c-dont' })],
];
export const PROFILE_STATE: Choices = () => [
  ['active', msg('In use', { id: 'studio-c-active' })],
  ['dormant', msg('Not in use for now', { id: 'studio-c-dormant' })],
  ['closed', msg('Closed', { id: 'studio-c-closed' })],
];
export const REACTION: Choices = () => [
  ['complaint', msg('Complaint', { id: 'studio-c-complaint' })],
  ['compliment', msg('Compliment', { id: 'studio-c-compliment' })],
  ['question', msg('Question', { id: 'studio-c-question' })],
  ['rumour', msg('Rumour', { id: 'studio-c-rumour' })],
  ['crisis', msg('Crisis', { id: 'studio-c-crisis' })],
  ['mistake', msg('A mistake of our own', { id: 'studio-c-mistake' })],
];
export const YES_NO: Choices = () => [
  ['yes', msg('Yes', { id: 'studio-c-yes' })],
  ['no', msg('No', { id: 'studio-c-no' })],
];
export const ROLLOUT: Choices = () => [
  ['planned', msg('Planned', { id: 'studio-c-planned' })],
  ['running', msg('Under way', { id: 'studio-c-running' })],
  ['done', msg('Done', { id: 'studio-c-done' })],
];
export const TOPIC: Choices = () => [
  ['purpose', msg('Why there is a policy', { id: 'studio-c-purpose' })],
  ['definition', msg('What counts as social media', { id: 'studio-c-definition' })],
  ['scope', msg('For whom it is', { id: 'studio-c-scope' })],
  ['objectives', msg('What we want to reach', { id: 'studio-c-objectives' })],
  ['monitoring', msg('That we listen', { id: 'studio-c-monitoring' })],
  ['wellbeing', msg('The right to switch off', { id: 'studio-c-wellbeing' })],
  ['consequences', msg('What happens after a breach', { id: 'studio-c-consequences' })],
  ['ambassadors', msg('Colleagues as ambassadors', { id: 'studio-c-ambassadors' })],
];
export const ACTS: Choices = () => [
  ['acknowledge', msg('Confirm', { id: 'studio-c-acknowledge' })],
  ['decline', msg('Decline', { id: 'studio-c-decline' })],
  ['request-exception', msg('Ask for an exception', { id: 'studio-c-exception' })],
];
export const COVERS: Choices = () => [
  ['all', msg('The whole policy', { id: 'studio-c-covers-all' })],
  ['core', msg('The short version', { id: 'studio-c-covers-core' })],
];
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;

/** `36 hours`, of an ISO 8601 duration; as it stands where it is none. */
export function durationWords(iso: string): string {
  const parts = DURATION.exec(iso);
  const words = UNITS.flatMap((unit, at) => {
    const value = parts?.[at + 1];
    const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return value ? [new Intl.NumberFormat(language(), format).format(Number(value))] : [];
  });
  return words.length ? new Intl.ListFormat(language()).format(words) : iso;
}

/** Durations people choose from; another one that stands there is kept. */
export const DURATIONS: Choices = () => [
  ['PT15M', msg('15 minutes', { id: 'studio-d-15m' })],
  ['PT30M', msg('30 minutes', { id: 'studio-d-30m' })],
  ['PT1H', msg('1 hour', { id: 'studio-d-1h' })],
  ['PT2H', msg('2 hours', { id: 'studio-d-2h' })],
  ['PT4H', msg('4 hours', { id: 'studio-d-4h' })],
  ['PT8H', msg('8 hours', { id: 'studio-d-8h' })],
  ['P1D', msg('1 day', { id: 'studio-d-1d' })],
  ['P2D', msg('2 days', { id: 'studio-d-2d' })],
  ['P1W', msg('1 week', { id: 'studio-d-1w' })],
  ['P6M', msg('6 months', { id: 'studio-d-6m' })],
  ['P1Y', msg('1 year', { id: 'studio-d-1y' })],
  ['P2Y', msg('2 years', { id: 'studio-d-2y' })],
];
/** After which people are asked again. */
export const PERIODS: Choices = () => DURATIONS().filter(([value]) => /^P\d+[MY]$/.test(value));
