import { expect } from '@open-wc/testing';
import '../../src/define/policy-quiz.js';
import type { PolicyQuiz } from '../../src/elements/policy-quiz/policy-quiz.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import {
  deepAll,
  deepOne,
  heard,
  mount,
  settled,
  stopHearing,
  textOf,
  unmountAll,
  until,
} from '../support/page.js';

everyElement('policy-quiz');

const ready = async (policy: object, lang = 'nl') => {
  const element = await mount('policy-quiz', { policy, lang } as object);
  await until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));
  await settled(element);
  return element;
};
const seen = (element: Element, selector: string) =>
  deepAll(element, selector).filter((each) => !each.closest('[hidden]') && each.checkVisibility());
const current = (element: Element) => seen(element, '.question').map(({ id }) => id);
const press = async (element: Element, selector: string, at = 0) => {
  seen(element, selector)[at]!.click();
  await settled(element);
};
const focused = (element: PolicyQuiz) => element.shadowRoot!.activeElement as HTMLElement | null;
const ask = (id: string, correct: boolean[], more: Draft = {}): Draft => ({
  id,
  question: `Q ${id}`,
  options: correct.map((each, at) => ({ label: `O${at} ${id}`, ...(each && { correct: true }) })),
  explanation: `E ${id}`,
  ...more,
});
const withItems = (...items: Draft[]): Draft => {
  const draft = minimal();
  draft.sections.push({ id: 'quiz', type: 'quiz', title: 'Quiz', items });
  return draft;
};
const RIGHT = [2, 1, 0, 1, 0];

describe('<policy-quiz>', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
  });

  it('says that there is nothing yet', async () => {
    expect(deepAll(await ready(withItems()), '.empty')).to.have.length(1);
  });

  it('asks one question at a time, explains, and goes on', async () => {
    const element = await ready(sample);
    expect(current(element)).to.deep.equal(['quiz-birthday']);
    expect(seen(element, '.explanation')).to.deep.equal([]);
    await press(element, '.choice', 0);
    expect(seen(element, '.explanation')).to.have.length(1);
    expect(focused(element)?.className).to.contain('explanation');
    expect(
      seen(element, '.choice.right').map((each) => each.textContent?.includes('toestemming')),
    ).to.deep.equal([true]);
    // A second thought comes too late.
    await press(element, '.choice', 2);
    expect(seen(element, '.outcome.right')).to.deep.equal([]);
    await press(element, '.next button');
    expect(current(element)).to.deep.equal(['quiz-complaint']);
    expect(focused(element)?.id).to.equal('quiz-complaint');
  });

  it('ends with a score, tells the host, and starts again', async () => {
    const events = heard('policy-quiz');
    const element = await ready(sample, 'en');
    for (const at of RIGHT) {
      await press(element, '.choice', at);
      await press(element, '.next button');
    }
    expect(events.map(({ correct, total }) => [correct, total])).to.deep.equal([[5, 5]]);
    expect(textOf(deepOne(element, '.result'))).to.contain('5 out of 5');
    expect(focused(element)?.className).to.equal('summary');
    await press(element, '.result .text-button', 1);
    expect(current(element)).to.deep.equal(['quiz-birthday']);
    expect(deepAll(element, '[aria-disabled]')).to.deep.equal([]);
    expect(focused(element)?.id).to.equal('quiz-birthday');
  });

  it('leads from what was missed to where it stands, by the number of a rule', async () => {
    const element = await ready(
      withItems(ask('a', [false, true], { about: 'rule-1' }), ask('b', [true], { about: 'gone' })),
      'en',
    );
    await press(element, '.choice', 0);
    expect(textOf(deepOne(element, '#a .explanation')).replace(/\s+/g, ' ')).to.match(
      /rule 2\.1 ?, Eén/,
    );
    await press(element, '.next button');
    await press(element, '.choice', 0);
    await press(element, '.next button');
    expect(deepAll(element, '.again li')).to.have.length(1);
    expect(textOf(deepOne(element, '.result'))).to.contain('Worth another look');
  });

  it('traps nobody in a question with several right answers, none, or no options', async () => {
    const element = await ready(
      withItems(ask('many', [true, true, false]), ask('none', [false, false]), ask('empty', [])),
      'en',
    );
    await press(element, '.choice', 1);
    expect(seen(element, '.outcome.right')).to.have.length(1);
    expect(seen(element, '.choice.right')).to.have.length(2);
    await press(element, '.next button');
    await press(element, '.choice', 0);
    expect(seen(element, '.outcome')).to.deep.equal([]);
    expect(seen(element, '.explanation')).to.have.length(1);
    await press(element, '.next button');
    expect(current(element)).to.deep.equal(['empty']);
    expect(seen(element, '.explanation')).to.have.length(1);
    await press(element, '.next button');
    expect(textOf(deepOne(element, '.result'))).to.contain('1 out of 1');
  });

  it('has an end where nothing can be right', async () => {
    const element = await ready(withItems(ask('none', [false])), 'en');
    await press(element, '.choice');
    await press(element, '.next button');
    expect(textOf(deepOne(element, '.result'))).to.contain('no right or wrong');
    expect(deepAll(element, '.share')).to.deep.equal([]);
  });

  it('comes forward with a question somebody is led to, and returns to what was passed over', async () => {
    const element = await ready(sample);
    expect(await element.reveal('quiz-ambassador')).to.equal(true);
    expect(current(element)).to.deep.equal(['quiz-ambassador']);
    expect(focused(element)?.id).to.equal('quiz-ambassador');
    await press(element, '.choice', 0);
    await press(element, '.next button');
    expect(current(element)).to.deep.equal(['quiz-birthday']);
  });

  it('comes forward with what the page search of the browser finds', async () => {
    const element = await ready(sample);
    deepOne(element, '#quiz-holiday .explanation').dispatchEvent(
      new Event('beforematch', { bubbles: true }),
    );
    await settled(element);
    expect(current(element)).to.deep.equal(['quiz-holiday']);
    expect(seen(element, '.explanation')).to.have.length(1);
    await press(element, '.choice', 0);
    expect(seen(element, '.outcome')).to.have.length(1);
  });

  it('keeps its place, answers and focus through a change of language', async () => {
    const element = await ready(sample);
    await press(element, '.choice', 2);
    element.lang = 'fr';
    await until('French', () => element.shadowRoot?.querySelector('.frame[lang="fr"]'));
    await settled(element);
    expect(seen(element, '.outcome.right')).to.have.length(1);
    expect(focused(element)?.className).to.contain('explanation');
  });
});
