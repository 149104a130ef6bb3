/** Whose answer is sent, where the session may be somebody else's by now. */
import { expect } from '@open-wc/testing';
import { until } from '../support/page.js';
import {
  at,
  closeTabs,
  FAST,
  newKey,
  received,
  signIn,
  SLOW,
  storedAt,
  Tab,
  type TabOptions,
} from '../support/tab.js';

const someTime = () => new Promise((resolve) => setTimeout(resolve, 700));

/** Anna confirms, and the endpoint is away; the page stays open. */
async function anna(query: string, options: Partial<TabOptions> = {}) {
  const key = newKey();
  await signIn(key, 'anna');
  const endpoint = at(key, query);
  const tab = new Tab({ endpoint, pace: SLOW, ...options });
  await tab.see('form');
  await tab.asked();
  // By then, it has read that answer as well.
  await storedAt(key);
  await tab.confirm();
  await tab.see('.waiting');
  return { key, endpoint, tab };
}

describe('an answer whose reader was named', () => {
  afterEach(closeTabs);

  // A proxy strips the header, or the endpoint is somebody else's: nobody but the page asks.
  it('is not sent for who signed in since, by an endpoint that does not look', async () => {
    // Time enough to sign in before it is tried again by itself.
    const pace = { ...FAST, base: 2000, ceiling: 2000 };
    const { key, tab } = await anna('fail=503&blind=1', { pace });
    await until('the first attempt', async () => (await received(key)).length);
    await signIn(key, 'bert');
    tab.press('Nu verzenden');
    await tab.says('Er is nu iemand anders aangemeld');
    await someTime();
    expect(await storedAt(key)).to.deep.equal([]);
    await signIn(key, 'anna');
    await tab.see('.receipt');
    expect((await received(key)).at(-1)!.record.reader).to.equal('anna');
  });

  it('is not sent by a page of who signed in since either, and then for who gave it', async () => {
    const { key, endpoint, tab } = await anna('fail=503&blind=1');
    tab.close();
    await signIn(key, 'bert');
    const berts = new Tab({ endpoint });
    await berts.see('form');
    await someTime();
    expect(berts.all('.waiting')).to.deep.equal([]);
    berts.close();
    expect(await storedAt(key)).to.deep.equal([]);
    await signIn(key, 'anna');
    await new Tab({ endpoint }).see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('waits while it cannot be asked who is signed in', async () => {
    const { key, endpoint, tab } = await anna('fail=503&blind=1');
    tab.close();
    await signIn(key, 'bert');
    // What is asked fails, and what is sent would not.
    await fetch(`/moods/outage?key=${key}`);
    const other = new Tab({ endpoint });
    await other.see('.waiting');
    await someTime();
    expect(await received(key)).to.have.length(1);
  });
});

describe('an answer given before it was known who is signed in', () => {
  afterEach(closeTabs);

  it('takes who is signed in at that moment', async () => {
    const key = newKey();
    await signIn(key, 'anna');
    // Asked when the form comes near, and it fails; asked again before it is sent.
    const tab = new Tab({ endpoint: at(key, 'away=1&blind=1'), pace: FAST });
    await tab.confirm();
    await tab.see('.receipt');
    expect((await received(key)).map(({ record }) => record.reader)).to.deep.equal(['anna']);
  });

  it('asks whose it is, where somebody may have signed in since', async () => {
    const key = newKey();
    await signIn(key, 'anna');
    const endpoint = at(key, 'away=4&fail=503&blind=1');
    const tab = new Tab({ endpoint, pace: SLOW });
    await tab.confirm();
    await tab.see('.waiting');
    await signIn(key, 'bert');
    await until('it can be asked', async () => (await fetch(`${endpoint}&policy=test`)).ok);
    // As often as the connection comes back: an attempt may be under way at one of them.
    await until('heeft iemand', () => {
      tab.window.dispatchEvent(new Event('online'));
      return tab.text.includes('heeft iemand');
    });
    await someTime();
    expect(await storedAt(key)).to.deep.equal([]);
    tab.press('Het is van mij: verzenden');
    await tab.see('.receipt');
    expect((await received(key)).at(-1)!.record.reader).to.equal('bert');
  });
});

describe('a session that ended', () => {
  afterEach(closeTabs);

  it('is told as such where the endpoint leads to another site, and the answer waits', async () => {
    const key = newKey();
    await signIn(key, 'anna');
    const endpoint = at(key, 'gate=302');
    const tab = new Tab({ endpoint, pace: FAST });
    await tab.see('form');
    await tab.asked();
    await signIn(key, '');
    await tab.confirm();
    await tab.says('niet of niet langer aangemeld');
    expect(await received(key)).to.deep.equal([]);
    await signIn(key, 'anna');
    await tab.see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('is told above the form, before anybody answers', async () => {
    const tab = new Tab({ endpoint: at(newKey(), 'gate=302') });
    await tab.says('niet of niet langer aangemeld');
    await tab.see('form');
  });
});
