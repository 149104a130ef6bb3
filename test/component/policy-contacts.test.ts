import { expect } from '@open-wc/testing';
import '../../src/define/policy-contacts.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-contacts');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-contacts', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'contacts', title: 'Titel', items }],
});

describe('<policy-contacts>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  const withContacts = (contacts: Draft[], items?: string[]): Draft => ({
    ...minimal(),
    contacts,
    sections: [{ id: 's', type: 'contacts', title: 'Titel', ...(items && { items }) }],
  });
  const names = (element: Element) =>
    deepAll(element, '.item-title').map((each) => each.textContent?.trim());

  it('shows everybody where it names nobody', async () => {
    expect(names(await ready(sample))).to.have.length(sample.contacts.length);
  });

  it('shows whom it names, in that order, and nobody it does not know', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({
      id,
      name: id.toUpperCase(),
      role: 'R',
    })) as Draft[];
    expect(names(await ready(withContacts([a!, b!, c!], ['c', 'gone', 'a', 'c'])))).to.deep.equal([
      'C',
      'A',
    ]);
  });

  it('shows whom an audience concerns', async () => {
    const contacts = [
      { id: 'a', name: 'A', role: 'R', audience: ['all'] },
      { id: 'b', name: 'B', role: 'R', audience: ['some'] },
    ];
    const draft = {
      ...withContacts(contacts),
      audiences: [
        { id: 'all', title: 'A' },
        { id: 'some', title: 'S' },
      ],
    };
    expect(names(await ready(draft, { audience: 'all' }))).to.deep.equal(['A']);
  });

  it('links mail, telephone and page by what they are', async () => {
    const element = await ready(
      withContacts([
        {
          id: 'a',
          name: 'A',
          role: 'R',
          email: 'a@b.example?subject=x',
          phone: '+32 (0)2 000 01 10',
          url: 'https://a.example/over-ons/',
        },
      ]),
    );
    const links = deepAll(element, '.ways a').map((each) => [
      each.getAttribute('href'),
      each.textContent,
    ]);
    expect(links).to.deep.equal([
      ['mailto:a@b.example%3Fsubject=x', 'a@b.example?subject=x'],
      ['tel:+3220000110', '+32 (0)2 000 01 10'],
      ['https://a.example/over-ons/', 'a.example/over-ons'],
    ]);
  });

  it('makes no link of what leads nowhere', async () => {
    const element = await ready(
      withContacts([
        { id: 'a', name: 'A', role: 'R', phone: 'via het onthaal', url: 'javascript:alert(1)' },
      ]),
    );
    expect(deepAll(element, '.ways a')).to.deep.equal([]);
    expect(deepOne(element, '.ways').textContent).to.contain('via het onthaal');
  });
});
