import { expect } from '@open-wc/testing';
import '../../src/define/policy-platforms.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-platforms');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-platforms', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'platforms', title: 'Titel', items }],
});

describe('<policy-platforms>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  it('shows each with what it is good for and its risks, by word and icon', async () => {
    const element = await ready(sample);
    expect(deepAll(element, '.platform')).to.have.length(8);
    const facebook = deepOne(element, '#platform-facebook');
    expect(
      [...facebook.querySelectorAll('dt')].map((each) => each.textContent?.trim()),
    ).to.deep.equal(['Goed voor', 'Let op voor']);
    expect(facebook.querySelectorAll('dt svg[aria-hidden=true]')).to.have.length(2);
  });

  it('marks a platform it knows, and others neutrally', async () => {
    const element = await ready(sample);
    await until('marks', () => deepAll(element, '.sign svg').length === 8);
    expect(deepOne(element, '#platform-facebook .sign svg').classList.contains('mark')).to.equal(
      true,
    );
    expect(deepOne(element, '#platform-video .sign svg').classList.contains('mark')).to.equal(
      false,
    );
  });

  it('leaves out the side nobody wrote', async () => {
    const element = await ready(
      withItems(
        { id: 'a', name: 'X', description: 'D', risks: 'R' },
        { id: 'b', name: 'Y', description: 'D' },
      ),
    );
    expect(deepAll(element, '#a dt')).to.have.length(1);
    expect(deepAll(element, '#b dl')).to.have.length(0);
  });
});
