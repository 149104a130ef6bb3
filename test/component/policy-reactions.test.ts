import { expect } from '@open-wc/testing';
import '../../src/define/policy-reactions.js';
import type { PolicyReactions } from '../../src/elements/policy-reactions/policy-reactions.js';
import sample from '../../stories/policies/sample.json';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-reactions');

const ready = async (policy: object, lang = 'nl') => {
  const element = await mount('policy-reactions', { policy, lang } as object);
  await until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));
  await settled(element);
  return element;
};
const seen = (element: Element, selector: string) =>
  deepAll(element, selector).filter((each) => !each.closest('[hidden]') && each.checkVisibility());
const ids = (element: Element, selector: string) => seen(element, selector).map(({ id }) => id);
const press = async (element: Element, selector: string, at = 0) => {
  seen(element, selector)[at]!.click();
  await settled(element);
};
const focused = (element: PolicyReactions) => element.shadowRoot!.activeElement;
const scenario = (id: string, more: Draft = {}): Draft => ({
  id,
  kind: 'custom',
  title: `T ${id}`,
  steps: [`S ${id}`],
  ...more,
});
const withItems = (items: Draft[], triage?: Draft[]): Draft => ({
  ...minimal(),
  sections: [{ id: 'r', type: 'reactions', title: 'R', items, ...(triage && { triage }) }],
});
const ask = (id: string, ...to: string[]): Draft => ({
  id,
  question: `Q ${id}`,
  answers: to.map((each) => ({ label: `to ${each}`, to: each })),
});

describe('<policy-reactions>', () => {
  afterEach(() => {
    unmountAll();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('says that there is nothing yet', async () => {
    expect(deepAll(await ready(withItems([])), '.empty')).to.have.length(1);
  });

  it('opens what is chosen, keeps the focus on it, and goes back to it', async () => {
    const element = await ready(withItems([scenario('a'), scenario('b'), scenario('c')]));
    expect(ids(element, '.scenario')).to.deep.equal(['a', 'b', 'c']);
    expect(seen(element, '.steps')).to.have.length(0);
    const button = deepAll(element, '.scenario .choice')[1]!;
    button.focus();
    button.click();
    await settled(element);
    expect(ids(element, '.scenario')).to.deep.equal(['b']);
    expect(seen(element, '.steps').map((each) => each.innerText.trim())).to.deep.equal(['S b']);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(focused(element)).to.equal(button);
    await press(element, '.steps-back button');
    expect(ids(element, '.scenario')).to.deep.equal(['a', 'b', 'c']);
    expect(focused(element)).to.equal(button);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('asks its questions one at a time, and leads to a scenario, back, and to the start', async () => {
    const element = await ready(sample);
    expect(ids(element, '.question')).to.deep.equal(['triage-danger']);
    await press(element, '.question .choice', 1);
    expect(ids(element, '.question')).to.deep.equal(['triage-own']);
    expect(focused(element)?.id).to.equal('triage-own');
    await press(element, '.question .choice', 0);
    expect(ids(element, '.scenario')).to.deep.equal(['reaction-mistake']);
    expect(ids(element, '.question')).to.deep.equal([]);
    expect(focused(element)?.closest('.scenario')?.id).to.equal('reaction-mistake');
    await press(element, '.steps-back button', 0);
    expect(ids(element, '.question')).to.deep.equal(['triage-own']);
    expect(focused(element)?.id).to.equal('triage-own');
    await press(element, '.steps-back button', 1);
    expect(ids(element, '.question')).to.deep.equal(['triage-danger']);
    expect(seen(element, '.steps-back')).to.deep.equal([]);
    expect(focused(element)?.id).to.equal('triage-danger');
  });

  it('names what stands elsewhere, with the focus on it', async () => {
    const element = await ready(sample);
    for (const at of [1, 1, 3]) await press(element, '.question .choice', at);
    expect(textOf(deepOne(element, '.elsewhere'))).to.contain('journalist');
    expect(focused(element)?.className).to.equal('elsewhere');
    await press(element, '.steps-back button');
    expect(ids(element, '.question')).to.deep.equal(['triage-kind']);
  });

  it('is not trapped by questions that go in a circle or lead to nothing', async () => {
    const element = await ready(
      withItems([scenario('a')], [ask('q1', 'q2', 'q1'), ask('q2', 'q1', 'q3'), ask('q3')]),
    );
    for (let round = 0; round < 3; round++) {
      await press(element, '.question .choice', 0);
      await press(element, '.question .choice', 0);
    }
    expect(ids(element, '.question')).to.deep.equal(['q1']);
    expect(seen(element, '.steps-back')).to.deep.equal([]);
    await press(element, '.question .choice', 1);
    expect(ids(element, '.question')).to.deep.equal(['q1']);
    await press(element, '.question .choice', 0);
    await press(element, '.question .choice', 1);
    expect(ids(element, '.question')).to.deep.equal(['q3']);
    expect(seen(element, '.scenario')).to.have.length(1);
    await press(element, '.steps-back button', 0);
    expect(ids(element, '.question')).to.deep.equal(['q2']);
  });

  it('says so where an answer leads to what is not for this reader', async () => {
    const draft = withItems([scenario('a'), scenario('b', { audience: ['all'] })], [ask('q', 'b')]);
    draft.audiences.push({ id: 'some', title: 'Some' });
    const element = await ready(draft);
    element.audience = 'some';
    await settled(element);
    await press(element, '.question .choice');
    expect(deepAll(element, '.elsewhere .muted')).to.have.length(1);
    expect(deepAll(element, '.elsewhere a')).to.have.length(0);
  });

  it('opens all at once, and closes them', async () => {
    const element = await ready(sample);
    const button = deepOne<HTMLButtonElement>(element, '.controls button');
    button.click();
    await settled(element);
    expect(seen(element, '.steps')).to.have.length(6);
    button.click();
    await settled(element);
    expect(seen(element, '.steps')).to.have.length(0);
  });

  for (const id of ['reaction-rumour', 'triage-true']) {
    it(`comes forward with ${id} when somebody is led to it`, async () => {
      const element = await ready(sample);
      expect(await element.reveal(id)).to.equal(true);
      expect(ids(element, `#${id}`)).to.deep.equal([id]);
      expect(focused(element)?.id).to.equal(id);
      expect(await element.reveal('reaction-crisis')).to.equal(true);
      expect(ids(element, '.scenario')).to.deep.equal(['reaction-crisis']);
    });
  }

  it('comes forward with what the page search of the browser finds', async () => {
    const element = await ready(sample);
    deepOne(element, '#reaction-crisis .body').dispatchEvent(
      new Event('beforematch', { bubbles: true }),
    );
    await settled(element);
    expect(ids(element, '.scenario')).to.deep.equal(['reaction-crisis']);
    deepOne(element, '#triage-own').dispatchEvent(new Event('beforematch', { bubbles: true }));
    await settled(element);
    expect(ids(element, '.question')).to.deep.equal(['triage-own']);
  });

  it('keeps place and focus through a change of language', async () => {
    const element = await ready(sample);
    await press(element, '.question .choice', 1);
    element.lang = 'fr';
    await until('French', () => element.shadowRoot?.querySelector('.frame[lang="fr"]'));
    await settled(element);
    expect(ids(element, '.question')).to.deep.equal(['triage-own']);
    expect(focused(element)?.id).to.equal('triage-own');
  });

  it('shows who answers with ways to reach them, and goes on without a contact that is not there', async () => {
    const draft = withItems([
      scenario('a', { contact: 'mira', within: 'PT2H' }),
      scenario('b', { contact: 'nobody' }),
    ]);
    const element = await ready(draft);
    const who = deepOne(element, '#a .who');
    expect(who.querySelector('a')?.href).to.equal('mailto:mira@example.org');
    expect(textOf(who)).to.contain('2 uur');
    expect(deepAll(element, '#b .who')).to.deep.equal([]);
  });

  describe('the sample reply', () => {
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    const { execCommand } = document;
    const clipboard = (value: unknown) =>
      Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    afterEach(() => {
      Object.defineProperty(navigator, 'clipboard', { ...own, configurable: true });
      document.execCommand = execCommand;
    });
    const copy = async () => {
      const element = await ready(
        withItems([scenario('a', { reply: 'Dag **[naam]**.\n\nTot later.' })]),
      );
      await press(element, '.choice');
      const button = deepOne(element, '.copy button');
      button.focus();
      button.click();
      await until('the word', () => deepOne(element, '.copy [role=status]').textContent);
      expect(focused(element)).to.equal(button);
      return element;
    };

    it('is copied as text', async () => {
      let copied = '';
      clipboard({ writeText: (text: string) => Promise.resolve(void (copied = text)) });
      await copy();
      expect(copied.replace(/\n+/, '|')).to.equal('Dag [naam].|Tot later.');
    });

    for (const [name, value] of [
      ['no', undefined],
      ['a closed', { writeText: () => Promise.reject(new Error('no')) }],
    ] as const) {
      it(`is copied by selection where there is ${name} clipboard`, async () => {
        clipboard(value);
        let copied = '';
        document.execCommand = () => {
          const event = new ClipboardEvent('copy', {
            clipboardData: new DataTransfer(),
            cancelable: true,
          });
          dispatchEvent(event);
          copied = event.clipboardData!.getData('text/plain');
          return true;
        };
        await copy();
        expect(copied).to.contain('Dag [naam].');
      });
    }

    it('is left selected where nothing can be copied, and says so', async () => {
      clipboard(undefined);
      document.execCommand = () => {
        throw new Error('forbidden');
      };
      const element = await copy();
      expect(deepOne(element, '.copy [role=status]').textContent).not.to.equal('');
      getSelection()?.removeAllRanges();
    });
  });
});
