import { expect } from '@open-wc/testing';
import '../../src/define/policy-trainings.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-trainings');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-trainings', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'trainings', title: 'Titel', items }],
});

describe('<policy-trainings>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  const asking = (): Draft => {
    const draft = minimal();
    draft.sections[1].items[0].requires = ['basics', 'gone'];
    draft.sections[2].items[0].requires = ['basics'];
    draft.sections.push({ id: 's', type: 'trainings', title: 'T', items: ['gone', 'basics'] });
    return draft;
  };

  it('shows those it names, with their length', async () => {
    const element = await ready(asking());
    expect(deepAll(element, '.training')).to.have.length(1);
    const time = deepOne(element, 'time');
    expect(time.getAttribute('datetime')).to.equal('PT2H');
    expect(time.textContent).to.equal('2 uur');
  });

  it('tells which rules and mandates ask for it', async () => {
    const lines = deepAll(await ready(asking()), '.needed li').map((each) =>
      each.textContent?.trim(),
    );
    expect(lines).to.have.length(2);
    expect(lines[0]).to.match(/ 2\.1$/);
    expect(lines[1]).to.equal('Posten');
  });

  it('names each link to sign up by its training', async () => {
    const element = await ready(sample);
    const links = deepAll(element, '.sign-up a');
    expect(links).to.have.length(3);
    const names = links.map((link) =>
      link
        .getAttribute('aria-labelledby')!
        .split(' ')
        .map((id) => element.shadowRoot!.getElementById(id)!.textContent!.trim())
        .join(' '),
    );
    expect(new Set(names).size).to.equal(3);
    expect(names[0]).to.contain('Sociale media: de basis');
  });

  it('shows those that concern an audience', async () => {
    expect(deepAll(await ready(sample, { audience: 'volunteers' }), '.training')).to.have.length(2);
  });
});
