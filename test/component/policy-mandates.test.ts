import { expect } from '@open-wc/testing';
import '../../src/define/policy-mandates.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-mandates');

const ready = async (policy: object, properties: object = {}) => {
  const element = await mount('policy-mandates', { policy, lang: 'nl', ...properties } as object);
  await until('Dutch', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 's', type: 'mandates', title: 'Titel', items }],
});

describe('<policy-mandates>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(textOf(await ready(withItems()))).to.contain('Hier staat nog niets.');
  });

  const cell = (element: Element, name: string) =>
    deepOne(element, `tbody .${name} .value`).textContent?.replace(/\s+/g, ' ').trim();

  it('is a table with a caption and heads, and stays one where it is narrow', async () => {
    for (const width of ['1000px', '640px', '360px']) {
      const element = await ready(sample);
      element.style.width = width;
      expect(deepOne(element, 'caption').textContent?.trim()).not.to.equal('');
      expect(deepAll(element, '[role=columnheader]').map((each) => each.textContent)).to.deep.equal(
        [
          'Wat',
          ...deepAll(element, 'thead th')
            .slice(1)
            .map((each) => each.textContent),
        ],
      );
      const rows = deepAll(element, 'tbody [role=row]:not(.group)');
      expect(rows).to.have.length(8);
      for (const row of rows) {
        expect(row.querySelectorAll(':scope > [role=rowheader][scope=row]')).to.have.length(1);
        expect(row.querySelectorAll(':scope > [role=cell]')).to.have.length(3);
      }
    }
  });

  it('never scrolls sideways', async () => {
    const element = await ready(sample);
    for (const width of [1200, 900, 700, 560, 320]) {
      element.style.width = `${width}px`;
      const frame = deepOne(element, '.frame');
      expect(frame.scrollWidth, `${width}px`).to.be.at.most(frame.clientWidth);
    }
  });

  it('shows the head of a column before the value where columns fall away, for the eye only', async () => {
    const element = await ready(sample);
    const terms = deepAll(element, '.condition > .term');
    const seen = () => terms.filter((each) => each.checkVisibility()).length;
    element.style.width = '1100px';
    expect(seen()).to.equal(0);
    element.style.width = '360px';
    expect(seen()).to.equal(terms.length);
    for (const term of terms) expect(term.getAttribute('aria-hidden')).to.equal('true');
  });

  for (const [allowed, word] of [
    ['yes', 'Mag'],
    ['conditional', 'Onder voorwaarde'],
    ['no', 'Mag niet'],
  ]) {
    it(`tells ${allowed} by a word and an icon`, async () => {
      const element = await ready(withItems({ id: 'a', title: 'T', allowed }));
      expect(deepOne(element, '.word').textContent?.trim()).to.equal(word);
      expect(deepAll(element, '.word svg[aria-hidden=true]')).to.have.length(1);
    });
  }

  it('has what may be done first, and what may not last, each under its word', async () => {
    const element = await ready(
      withItems(
        { id: 'a', title: 'A', allowed: 'no' },
        { id: 'b', title: 'B', allowed: 'yes' },
        { id: 'c', title: 'C', allowed: 'no' },
      ),
    );
    const told = deepAll(element, 'tbody :is(.word, .what > span)');
    expect(told.map((each) => each.textContent?.trim())).to.deep.equal([
      ...['Mag', 'B', 'Mag niet', 'A', 'C'],
    ]);
    expect(deepAll(element, 'th[scope=rowgroup]')).to.have.length(2);
  });

  it('names who may, and nobody it does not know', async () => {
    const element = await ready(
      withItems({ id: 'a', title: 'T', allowed: 'yes', who: ['nobody', 'mira', 'all'] }),
    );
    expect(cell(element, 'who')).to.equal('Mira, Iedereen');
    expect(deepAll(element, '.who a')).to.have.length(0);
  });

  it('reads all audiences as everybody', async () => {
    const draft = structuredClone(sample) as Draft;
    const mandates = draft.sections.find(({ type }: Draft) => type === 'mandates');
    mandates.items = [{ ...mandates.items[0], who: draft.audiences.map(({ id }: Draft) => id) }];
    expect(deepAll(await ready(draft), '.who .value span')).to.have.length(0);
  });

  it('leaves out a column in which nothing stands', async () => {
    const element = await ready(
      withItems({ id: 'a', title: 'T', allowed: 'no', requires: ['nothing'] }),
    );
    expect(deepAll(element, '[role=columnheader]')).to.have.length(1);
  });
});
