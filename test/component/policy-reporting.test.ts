import { expect } from '@open-wc/testing';
import '../../src/define/policy-reporting.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-reporting');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-reporting', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'reporting', title: 'Titel', items }],
});

describe('<policy-reporting>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  const channel = (fields: Draft) =>
    withItems({ id: 'a', title: 'T', description: 'D', ...fields });

  for (const [anonymous, kind] of [
    [true, 'yes'],
    [false, 'no'],
  ] as const) {
    it(`says by a word and an icon that one ${anonymous ? 'can' : 'cannot'} stay anonymous`, async () => {
      const line = deepOne(await ready(channel({ anonymous })), '.anonymity');
      expect(line.classList.contains(kind)).to.equal(true);
      expect(line.textContent?.trim()).not.to.equal('');
      expect(line.querySelectorAll('svg[aria-hidden=true]')).to.have.length(1);
    });
  }

  it('says nothing about it where the policy does not', async () => {
    expect(deepAll(await ready(channel({})), '.anonymity')).to.have.length(0);
  });

  it('shows how to reach it: a contact, a page, or nothing', async () => {
    const contact = await ready(channel({ contact: 'mira' }));
    expect(deepOne(contact, '.contact').textContent).to.equal('Mira');
    expect(deepOne<HTMLAnchorElement>(contact, '.ways a').href).to.equal('mailto:mira@example.org');
    const page = await ready(channel({ url: 'https://meld.example' }));
    expect(deepOne(page, '.ways a').textContent).to.equal('meld.example');
    for (const fields of [{}, { contact: 'gone' }, { contact: 'basics' }]) {
      expect(deepAll(await ready(channel(fields)), '.ways, .contact')).to.have.length(0);
    }
  });

  it('shows those of the sample', async () => {
    expect(deepAll(await ready(sample), '.channel .ways')).to.have.length(3);
  });
});
