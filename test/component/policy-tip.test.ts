import { expect } from '@open-wc/testing';
import '../../src/define/policy-tip.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

const DATE = new Date(2026, 4, 4);
everyElement('policy-tip', { date: DATE });

const ready = async (properties: object, lang = 'nl') => {
  const element = await mount('policy-tip', { policy: sample, lang, ...properties } as object);
  await until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));
  await settled(element);
  return element;
};
const withSection = (section: Draft): Draft => ({ ...minimal(), sections: [section] });

describe('<policy-tip>', () => {
  afterEach(unmountAll);

  it('shows one thing, with the word for how long it stays', async () => {
    const element = await ready({ kinds: 'guidelines', date: DATE });
    expect(deepAll(element, '.title')).to.have.length(1);
    expect(textOf(element)).to.contain('Tip van de dag');
    element.every = 'week';
    await settled(element);
    expect(textOf(element)).to.contain('Tip van de week');
  });

  it('says do or don’t of a guideline', async () => {
    const guideline = { id: 'g', kind: 'dont', title: 'Titel', body: 'Tekst', why: 'Reden' };
    const policy = withSection({ id: 's', type: 'guidelines', title: 'S', items: [guideline] });
    const element = await ready({ policy });
    expect(textOf(element)).to.contain('Niet doen');
    expect(textOf(element)).to.contain('Reden');
  });

  it('has the reader think first where it is a question', async () => {
    const quiz = {
      id: 'q',
      question: 'Mag dat?',
      options: [{ label: 'Ja' }, { label: 'Nee', correct: true }],
      explanation: 'Daarom.',
    };
    const policy = withSection({ id: 's', type: 'quiz', title: 'S', items: [quiz] });
    const element = await ready({ policy });
    const details = deepOne<HTMLDetailsElement>(element, 'details');
    expect(deepOne(element, '.right').checkVisibility()).to.equal(false);
    details.querySelector('summary')!.click();
    await until('the answer', () => deepOne(element, '.right').checkVisibility());
    expect(textOf(deepOne(element, '.right'))).to.contain('Nee');
  });

  it('leads to where it stands, on the page that is named', async () => {
    const tip = await ready({ kinds: 'faq', href: '/policy?x=1#top' });
    expect(deepOne(tip, '[part=link]').getAttribute('href')).to.match(
      /^\/policy\?x=1#social-media\/faq-/,
    );
    const unsafe = await ready({ kinds: 'faq', href: 'javascript:alert(1)' });
    expect(deepAll(unsafe, '[part=link]')).to.have.length(0);
  });

  it('says that there is nothing yet', async () => {
    const element = await ready({ policy: minimal(), kinds: 'quiz' });
    expect(deepAll(element, '.empty')).to.have.length(1);
  });
});
