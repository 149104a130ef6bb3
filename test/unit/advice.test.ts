import { expect } from 'chai';
import { checkPolicy } from '../../src/policy/check.js';
import poor from '../../stories/policies/poor.json';
import { minimal } from '../support/drafts.js';

const advice = (value: unknown) =>
  checkPolicy(value)
    .findings.filter(({ grade }) => grade === 'advice')
    .map(({ code }) => code);

describe('advice', () => {
  it('finds a poor policy poor', () => {
    expect(advice(poor)).to.include.members([
      'no-why',
      'more-dont-than-do',
      'review-absent',
      'profile-unverified',
      'nobody-to-ask',
    ]);
  });

  it('names each missing translation by place and language', () => {
    const draft = minimal();
    draft.sections[0].body = { nl: 'Alleen Nederlands' };
    const found = checkPolicy(draft).findings.filter(({ code }) => code === 'translation-missing');
    expect(found.map(({ pointer, params }) => [pointer, params?.['lang']])).to.deep.equal([
      ['/sections/0/body/fr', 'fr'],
    ]);
  });

  it('holds a name that is written once for a name', () => {
    const draft = minimal();
    draft.contacts[0].name = 'Mira Claes';
    expect(advice(draft)).not.to.include('translation-missing');
  });

  const REVIEWS: [string, string | undefined, string | undefined][] = [
    ['absent', undefined, 'review-absent'],
    ['passed', '2020-01-01', 'review-passed'],
    ['far', '2999-01-01', 'review-far'],
    [
      'in half a year',
      new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10),
      undefined,
    ],
  ];
  for (const [name, reviewBy, code] of REVIEWS) {
    it(`reads a review date that is ${name}`, () => {
      const draft = minimal();
      draft.reviewBy = reviewBy;
      expect(advice(draft).filter((each) => each.startsWith('review'))).to.deep.equal(
        code ? [code] : [],
      );
    });
  }

  it('misses the text of an image', () => {
    const draft = minimal();
    draft.sections[0].body = { nl: '![](a.png)', fr: '![un](a.png)' };
    expect(advice(draft).filter((each) => each === 'image-without-alt')).to.have.length(1);
  });
});
