import { expect } from '@open-wc/testing';
import '../../src/define/policy-rollout.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-rollout');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-rollout', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'rollout', title: 'Titel', items }],
});

describe('<policy-rollout>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  it('shows the steps in order, with state and date', async () => {
    const element = await ready(sample);
    expect(deepAll(element, 'ol > li .word').map((each) => each.textContent)).to.deep.equal([
      'Klaar',
      'Klaar',
      'Klaar',
      'Loopt',
      'Gepland',
    ]);
    expect(deepAll(element, '.state svg[aria-hidden=true]')).to.have.length(5);
    const time = deepOne(element, 'time');
    expect(time.getAttribute('datetime')).to.equal('2025-09-15');
    expect(time.textContent).to.equal('15 september 2025');
  });

  it('marks the step that is under way', async () => {
    const current = deepAll(await ready(sample), '[aria-current=step]');
    expect(current.map(({ id }) => id)).to.deep.equal(['rollout-train']);
  });

  it('needs no date and no text', async () => {
    const element = await ready(withItems({ id: 'a', title: 'T', state: 'planned' }));
    expect(deepAll(element, 'time, .prose')).to.have.length(0);
  });
});
