import { expect } from 'chai';
import { coverageOf, type BlockId, type Coverage } from '../../src/policy/coverage.js';
import { readUnknown } from '../../src/policy/parse.js';
import poor from '../../stories/policies/poor.json';
import sample from '../../stories/policies/sample.json';
import type { Draft } from '../support/drafts.js';

const states = (policy: unknown) =>
  Object.fromEntries(
    coverageOf(readUnknown(policy).policy!).map(({ id, state }) => [id, state]),
  ) as Record<BlockId, Coverage['state']>;
const without = (change: (draft: Draft) => unknown): Draft => {
  const draft = structuredClone(sample) as Draft;
  change(draft);
  return draft;
};
const drop = (type: string, topic?: string) => (draft: Draft) =>
  (draft.sections = draft.sections.filter(
    (section: Draft) => section.type !== type || (topic !== undefined && section.topic !== topic),
  ));
const each = (type: string, change: (item: Draft) => unknown) => (draft: Draft) =>
  draft.sections
    .filter((section: Draft) => section.type === type)
    .forEach((section: Draft) => section.items.forEach(change));

describe('coverage', () => {
  it('finds every building block in the sample', () => {
    expect([...new Set(Object.values(states(sample)))]).to.deep.equal(['has']);
  });

  it('finds a poor policy poor', () => {
    const found = states(poor);
    expect(Object.values(found).filter((state) => state === 'lacks').length).to.be.greaterThan(12);
    expect(found.rules).to.equal('weak');
    expect(found.guidelines).to.equal('weak');
  });

  const CASES: [BlockId, Coverage['state'], (draft: Draft) => unknown][] = [
    ['why', 'lacks', drop('text', 'purpose')],
    ['monitoring', 'lacks', drop('text', 'monitoring')],
    ['rules', 'lacks', drop('rules')],
    ['rules', 'weak', each('rules', (rule) => delete rule.why)],
    ['what', 'has', drop('platforms')],
    ['reactions', 'weak', each('reactions', (item) => (item.kind = 'question'))],
    ['reporting', 'weak', each('reporting', (item) => delete item.anonymous)],
    ['profiles', 'weak', each('profiles', (item) => delete item.owner)],
    ['contacts', 'lacks', (draft) => delete draft.contacts],
    ['owner', 'lacks', (draft) => delete draft.owner],
    ['training', 'lacks', (draft) => delete draft.trainings],
    ['acknowledgement', 'lacks', (draft) => delete draft.acknowledgement],
    ['faq', 'lacks', drop('faq')],
  ];
  for (const [id, state, change] of CASES) {
    it(`says of ${id}: ${state}`, () => expect(states(without(change))[id]).to.equal(state));
  }
});
