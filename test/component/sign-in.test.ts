/** What a reader is told who is not signed in. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { button, endpoint, focused, press, ready, received } from '../support/acknowledging.js';
import { deepAll, deepOne, settled, textOf, unmountAll, until } from '../support/page.js';

const choice = (element: Element) => deepOne<HTMLInputElement>(element, 'input');

describe('a reader who is not signed in', () => {
  const SIGN_IN = 'Je bent niet of niet langer aangemeld. Meld je aan';
  const signIn = (key: string) => fetch(`/moods/signin?key=${key}&reader=mira`);
  const confirm = (element: Element) => {
    choice(element).click();
    button(element).click();
  };
  afterEach(unmountAll);

  it('is told so above the form, until they are, and can use the form', async () => {
    const { key, url } = endpoint('gate=401');
    const element = await ready({ endpoint: url });
    await until('the note', () => textOf(element).includes(SIGN_IN));
    expect(deepAll(element, 'form')).to.have.length(1);
    await signIn(key);
    choice(element).focus();
    await until('no note', () => !textOf(element).includes(SIGN_IN));
    expect(focused(element)).to.equal('input');
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
  });

  it('is told what to do with an answer that waits for that', async () => {
    const { key, url } = endpoint('gate=401');
    const element = await ready({ endpoint: url });
    await until('the note', () => textOf(element).includes(SIGN_IN));
    confirm(element);
    await until('what waits', () => deepAll(element, '.waiting').length);
    expect(textOf(element)).to.contain(SIGN_IN);
    await signIn(key);
    press(element, 'Nu verzenden');
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(await received(key)).to.have.length(2);
  });

  // An endpoint may tell nobody what it has.
  for (const status of [403, 404, 405]) {
    it(`is not told so for a ${status}`, async () => {
      const { fetch: real } = window;
      const told: Promise<Response>[] = [];
      window.fetch = (...request) => {
        told.push(real(...request));
        return told.at(-1)!;
      };
      const element = await ready({ endpoint: endpoint(`gate=${status}`).url });
      await until('the word', () => told.length);
      window.fetch = real;
      expect((await told[0])!.status).to.equal(status);
      choice(element).focus();
      await settled(element);
      expect(textOf(element)).not.to.contain('aangemeld');
    });
  }
});
