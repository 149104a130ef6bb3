/** A quiz on a screen in a meeting: no reader, no score, a remote control. */
import { expect } from '@open-wc/testing';
import '../../src/define/policy-quiz.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
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

everyElement('policy-quiz', { presenter: true });

const ready = async () => {
  const element = await mount('policy-quiz', {
    policy: sample,
    lang: 'nl',
    presenter: true,
  } as object);
  await until('it', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .question'));
  await settled(element);
  return element;
};
const visible = (element: Element, selector: string) =>
  deepAll(element, selector).filter((each) => !each.closest('[hidden]'));
const key = async (element: Element, name: string) => {
  deepOne(element, '.quiz').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
  await settled(element);
};
const question = (element: Element) => visible(element, '.question').map(({ id }) => id);

describe('<policy-quiz presenter>', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
  });

  it('names the options by letters, to call out', async () => {
    const element = await ready();
    expect(visible(element, '.letter').map((each) => textOf(each).trim())).to.deep.equal([
      'A',
      'B',
      'C',
    ]);
  });

  it('shows the answer without anybody pressing an option', async () => {
    const element = await ready();
    expect(visible(element, '.explanation')).to.have.length(0);
    visible(element, '.next .primary')[0]!.click();
    await settled(element);
    expect(visible(element, '.explanation')).to.have.length(1);
    expect(visible(element, '.choice.right')).to.have.length(1);
    expect(visible(element, '.outcome')).to.have.length(0);
  });

  it('is moved on and back by arrow keys and by a remote control', async () => {
    const element = await ready();
    const [first] = question(element);
    await key(element, 'ArrowRight');
    expect(question(element)).to.deep.equal([first]);
    await key(element, 'PageDown');
    const [second] = question(element);
    expect(second).not.to.equal(first);
    await key(element, 'PageUp');
    expect(question(element)).to.deep.equal([first]);
    await key(element, 'ArrowRight');
    expect(question(element)).to.deep.equal([second]);
  });

  it('ends with what to talk about: no score, no event, nothing to share', async () => {
    const told = heard('policy-quiz');
    const element = await ready();
    for (let step = 0; step < 10; step++) await key(element, 'ArrowRight');
    expect(visible(element, '.result')).to.have.length(1);
    expect(visible(element, '.again li').length).to.be.greaterThan(0);
    expect(deepAll(element, '.share')).to.have.length(0);
    expect(textOf(deepOne(element, '.result'))).not.to.match(/\d op \d|\d van/);
    await key(element, 'ArrowLeft');
    expect(question(element)).to.have.length(1);
    expect(told).to.deep.equal([]);
  });
});
