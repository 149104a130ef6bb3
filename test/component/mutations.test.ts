import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { checkPolicy } from '../../src/policy/check.js';
import sample from '../../stories/policies/sample.json';
import { mutate, seeded } from '../support/mutate.js';
import { mount, settled, textOf, unmountAll } from '../support/page.js';

// A hundred each time; `npm run test:mutations` does ten thousand.
const COUNT = (globalThis as { MUTATIONS?: number }).MUTATIONS ?? 100;
const SEED = 20_261_120;
/** One in so many is shown as well: showing costs a hundred times what checking does. */
const SHOWN = 5;

const hasPlace = (document: unknown, pointer: string): boolean => {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const holder = keys
    .slice(0, -1)
    .reduce(
      (value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );
  return pointer === '' || (typeof holder === 'object' && holder !== null);
};

describe(`${COUNT} mutations of a policy`, () => {
  afterEach(unmountAll);

  it('never throw, never leave a blank page, and name the place', async () => {
    const random = seeded(SEED);
    const faults: string[] = [];
    const thrown: string[] = [];
    const onError = (event: ErrorEvent | PromiseRejectionEvent) =>
      void thrown.push(String('reason' in event ? event.reason : event.message));
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    const { error } = console;
    console.error = (...args: unknown[]) => void thrown.push(args.map(String).join(' '));
    for (let number = 0; number < COUNT; number++) {
      const spoilt = mutate(sample, random);
      const say = (what: string) => faults.push(`mutation ${number}: ${what}`);
      const { policy, findings } = checkPolicy(spoilt);
      for (const { pointer, code } of findings.filter(({ grade }) => grade === 'error')) {
        if (!hasPlace(spoilt, pointer)) say(`${code} names ${pointer}, which is nowhere`);
      }
      if (!policy && !findings.length) say('nothing to show and nothing said');
      if (number % SHOWN) continue;
      const viewer = await mount('policy-viewer', { policy: spoilt, lang: 'nl' });
      await settled(viewer);
      const text = textOf(viewer).trim();
      if (text.length < 40) say(`blank: ${text}`);
      unmountAll();
    }
    console.error = error;
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    expect(faults).to.deep.equal([]);
    expect(thrown).to.deep.equal([]);
  }).timeout(3_600_000);
});
