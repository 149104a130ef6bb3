/** Durations as the format has them: read in one place, by the check, the clock and the labels. */
import { expect } from 'chai';
import { addDuration } from '../../src/acknowledgement/validity.js';
import { Formats } from '../../src/localization/formats.js';
import { durationParts } from '../../src/policy/duration.js';

const NONE = undefined;

describe('a duration', () => {
  it('has seven units, of which any may be absent', () => {
    expect(durationParts('PT2H')).to.deep.equal([NONE, NONE, NONE, NONE, 2, NONE, NONE]);
    expect(durationParts('P1Y2M3W4DT5H6M7S')).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(durationParts('P0D')).to.deep.equal([NONE, NONE, NONE, 0, NONE, NONE, NONE]);
  });

  for (const text of ['P', 'PT', 'P1YT', '1Y', 'PT2', 'P1H', 'p1y', 'P-1Y', 'P1Y ', ''])
    it(`is not “${text}”`, () => {
      expect(durationParts(text)).to.equal(NONE);
      // What is none is shown as it stands, and ends nothing.
      expect(new Formats('en').duration(text)).to.equal(text);
      expect(addDuration('2026-01-31T10:00:00Z', text)).to.equal(NONE);
    });
});
