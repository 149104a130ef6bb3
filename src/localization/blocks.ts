import type { BlockId } from '../policy/coverage.js';
import type { Msg } from './localization.js';

/** The names of the building blocks of a policy. */
export const BLOCK_NAMES: Record<BlockId, (speaker: { readonly msg: Msg }) => string> = {
  why: ({ msg }) => msg('why there is a policy', { id: 'block-why' }),
  what: ({ msg }) => msg('what counts as social media', { id: 'block-what' }),
  whom: ({ msg }) => msg('for whom it is', { id: 'block-whom' }),
  objectives: ({ msg }) => msg('objectives', { id: 'block-objectives' }),
  rules: ({ msg }) => msg('rules, each with its reason', { id: 'block-rules' }),
  mandates: ({ msg }) => msg('who may do what', { id: 'block-mandates' }),
  guidelines: ({ msg }) => msg('guidelines, more dos than don’ts', { id: 'block-guidelines' }),
  check: ({ msg }) => msg('questions to ask before a post', { id: 'block-check' }),
  profiles: ({ msg }) => msg('the official profiles, each with an owner', { id: 'block-profiles' }),
  monitoring: ({ msg }) => msg('that the organisation listens', { id: 'block-monitoring' }),
  reactions: ({ msg }) =>
    msg('what to do with a complaint, a compliment and a question', { id: 'block-reactions' }),
  contacts: ({ msg }) => msg('whom to ask, and how to reach them', { id: 'block-contacts' }),
  owner: ({ msg }) => msg('an owner', { id: 'block-owner' }),
  training: ({ msg }) => msg('training', { id: 'block-training' }),
  consequences: ({ msg }) => msg('what happens after a breach', { id: 'block-consequences' }),
  faq: ({ msg }) => msg('frequently asked questions', { id: 'block-faq' }),
  reporting: ({ msg }) =>
    msg('reporting channels, an anonymous one too', { id: 'block-reporting' }),
  ambassadors: ({ msg }) =>
    msg('ambassadors, invited and never forced', { id: 'block-ambassadors' }),
  wellbeing: ({ msg }) => msg('the right to disconnect', { id: 'block-wellbeing' }),
  rollout: ({ msg }) => msg('how it is brought in', { id: 'block-rollout' }),
  review: ({ msg }) => msg('a review date', { id: 'block-review' }),
  acknowledgement: ({ msg }) => msg('an acknowledgement', { id: 'block-acknowledgement' }),
};
