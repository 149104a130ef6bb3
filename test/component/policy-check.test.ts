import { expect } from '@open-wc/testing';
import '../../src/define/policy-check.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-check');

const ready = async (policy: object, lang = 'nl') => {
  const element = await mount('policy-check', { policy, lang } as object);
  await until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));
  await settled(element);
  return element;
};
const withItems = (...items: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 'c', type: 'check', title: 'C', items }],
});
const answer = async (element: Element, ...answers: string[]) => {
  for (const [at, each] of answers.entries()) {
    deepAll(element, '.question')[at]!.querySelector<HTMLInputElement>(`[value=${each}]`)!.click();
  }
  await settled(element);
};
const EXPECTED = ['yes', 'yes', 'yes', 'no', 'no', 'no'];

describe('<policy-check>', () => {
  afterEach(unmountAll);

  it('says that there is nothing yet', async () => {
    expect(deepAll(await ready(withItems()), '.empty')).to.have.length(1);
  });

  it('asks each question in a fieldset of its own, described by its help', async () => {
    const element = await ready(sample);
    const questions = deepAll(element, 'fieldset');
    expect(questions.map(({ id }) => id)).to.deep.equal(
      sample.sections
        .find(({ type }) => type === 'check')!
        .items!.map((item) => (item as Draft).id),
    );
    for (const question of questions) {
      expect(question.querySelector('legend')?.textContent?.trim()).not.to.equal('');
      const help = element.shadowRoot!.getElementById(question.getAttribute('aria-describedby')!);
      expect(help?.textContent?.trim()).not.to.equal('');
      expect(question.querySelectorAll('input[type=radio]')).to.have.length(2);
    }
  });

  it('gives a verdict only when all are answered', async () => {
    const element = await ready(sample, 'en');
    await answer(element, ...EXPECTED.slice(0, 5));
    expect(deepOne(element, '[role=status]').childElementCount).to.equal(0);
    expect(deepAll(element, '.progress')).to.have.length(1);
    await answer(element, ...EXPECTED);
    expect(deepOne(element, '[role=status]').textContent).to.contain('Looks fine');
    expect(deepAll(element, '.progress')).to.have.length(0);
  });

  it('names the questions that speak against it, with a link to each', async () => {
    const element = await ready(sample, 'en');
    await answer(element, 'no', 'yes', 'yes', 'yes', 'no', 'no');
    const status = deepOne(element, '[role=status]');
    expect(status.textContent).to.contain('Better not yet');
    expect([...status.querySelectorAll('a')].map(({ hash }) => hash)).to.deep.equal([
      `#${sample.id}/check-fitting`,
      `#${sample.id}/check-recognise`,
    ]);
    await answer(element, 'yes', 'yes', 'yes', 'no');
    expect(status.textContent).to.contain('Looks fine');
  });

  it('takes no side where nothing is expected', async () => {
    const element = await ready(
      withItems({ id: 'a', question: 'A' }, { id: 'b', question: 'B' }),
      'en',
    );
    await answer(element, 'no', 'yes');
    expect(textOf(deepOne(element, '.verdict.open'))).to.contain('The decision is yours');
  });

  it('starts again with the focus on the first question', async () => {
    const element = await ready(sample);
    await answer(element, ...EXPECTED);
    deepOne(element, '.foot button').click();
    await settled(element);
    expect(deepAll(element, 'input:checked')).to.deep.equal([]);
    expect(deepOne(element, '[role=status]').childElementCount).to.equal(0);
    expect(element.shadowRoot!.activeElement).to.equal(deepAll(element, 'input')[0]);
  });

  it('keeps the answers through a change of language, and is led to a question', async () => {
    const element = await ready(sample);
    await answer(element, 'yes', 'no');
    element.lang = 'fr';
    await until('French', () => element.shadowRoot?.querySelector('.frame[lang="fr"]'));
    await settled(element);
    expect(
      deepAll(element, 'input:checked').map((each) => (each as HTMLInputElement).value),
    ).to.deep.equal(['yes', 'no']);
    expect(await element.reveal('check-mood')).to.equal(true);
    expect(element.shadowRoot!.activeElement?.id).to.equal('check-mood');
  });

  it('sends and keeps nothing', async () => {
    const element = await ready(sample);
    expect(deepAll(element, 'form')).to.deep.equal([]);
    const before = [localStorage.length, sessionStorage.length, location.href];
    await answer(element, ...EXPECTED);
    expect([localStorage.length, sessionStorage.length, location.href]).to.deep.equal(before);
  });
});
