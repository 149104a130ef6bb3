import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sample from '../../stories/policies/sample.json' with { type: 'json' };
import { tipFor, type TipOptions } from '../../src/policy/tip.js';
import type { Policy, SectionOf } from '../../src/policy/schema.js';

const policy = sample as unknown as Policy;
const at = (day: number, more: Partial<TipOptions> = {}) =>
  tipFor(policy, { date: new Date(2026, 0, 1 + day, 12), every: 'day', ...more })?.item.id;
const days = (count: number, more: Partial<TipOptions> = {}) =>
  Array.from({ length: count }, (_, day) => at(day, more));
const sections = <Type extends 'guidelines' | 'rules' | 'faq'>(type: Type, of = policy) =>
  of.sections.filter((each): each is SectionOf<Type> => each.type === type);
const guidelines = sections('guidelines').flatMap(({ items }) => items);

describe('the tip of the day', () => {
  it('is the same from morning till night, and another one the next day', () => {
    const hour = (hours: number) =>
      tipFor(policy, { date: new Date(2026, 4, 4, hours), every: 'day' })?.item.id;
    assert.equal(hour(0), hour(23));
    assert.notEqual(hour(0), hour(24));
  });

  it('brings every one in turn before one comes again', () => {
    const kinds = ['guidelines'];
    const seen = days(guidelines.length * 3, { kinds });
    assert.deepEqual(new Set(seen), new Set(guidelines.map(({ id }) => id)));
    for (const { id } of guidelines)
      assert.ok([2, 3, 4].includes(seen.filter((each) => each === id).length), id);
  });

  it('never comes twice in a row, whatever round ends', () => {
    for (const kinds of [['guidelines'], ['rules'], ['quiz'], []]) {
      const seen = days(400, { kinds });
      assert.deepEqual(
        seen.filter((id, day) => day && id === seen[day - 1]),
        [],
      );
    }
  });

  it('stays from Monday to Sunday where there is one a week', () => {
    const week = days(7, { every: 'week' });
    // 5 January 2026 is a Monday.
    const from = (day: number) => at(day, { every: 'week' });
    assert.equal(from(4), from(10));
    assert.notEqual(from(3), from(4));
    assert.notEqual(from(10), from(11));
    assert.equal(new Set(week).size, 2);
  });

  it('is of the kinds asked for, and of what concerns the reader', () => {
    const rules = sections('rules').flatMap(({ items }) => items);
    for (const id of days(60, { kinds: ['rules'] }))
      assert.ok(rules.some((rule) => rule.id === id));
    const one = structuredClone(policy);
    const [section] = sections('faq', one) as [SectionOf<'faq'>];
    const { items } = section;
    for (const item of items.slice(1)) item.audience = ['spokespeople'];
    items[0]!.audience = ['volunteers'];
    one.sections = [section];
    assert.equal(
      tipFor(one, { date: new Date(), every: 'day', audience: ['volunteers'] })?.item.id,
      items[0]!.id,
    );
  });

  it('is nothing where there is nothing', () => {
    assert.equal(at(0, { kinds: ['nothing'] }), undefined);
  });
});
