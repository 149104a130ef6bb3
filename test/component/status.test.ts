/** How a reader stands towards a policy, as the page around is told. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { button, endpoint, ready } from '../support/acknowledging.js';
import { minimal } from '../support/drafts.js';
import {
  deepAll,
  deepOne,
  heard,
  mount,
  stopHearing,
  textOf,
  unmountAll,
  until,
} from '../support/page.js';

const own = (changes: object = {}) => ({
  id: 'a-1',
  act: 'acknowledge',
  policy: 'test',
  version: '1.0',
  recordedAt: '2026-01-31T09:00:00Z',
  ...changes,
});
const store = (key: string, record: object) =>
  fetch(`/moods/store?key=${key}`, { method: 'POST', body: JSON.stringify(record) });
const statuses = () => {
  const events = heard('policy-status');
  return {
    events,
    get seen() {
      return events.map(({ status }) => status);
    },
  };
};
/** Whether styles reach the element by its state. */
const hasState = (element: Element, state: string) => element.matches(`:state(${state})`);

describe('policy-status', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
  });

  it('says that the reader is asked, then that the answer is on its way, then confirmed', async () => {
    const told = statuses();
    const element = await ready({ endpoint: endpoint('fail=503').url });
    await until('asked', () => told.seen.includes('asked'));
    expect(hasState(element, 'asked')).to.equal(true);
    deepOne<HTMLInputElement>(element, 'input').click();
    button(element).click();
    await until('confirmed', () => told.seen.includes('confirmed'));
    expect(told.seen).to.deep.equal(['asked', 'pending', 'confirmed']);
    expect(told.events.at(-1)).to.include({ version: '1.0', at: '2026-03-01T08:30:00Z' });
    expect(hasState(element, 'confirmed')).to.equal(true);
    expect(hasState(element, 'asked')).to.equal(false);
    expect(element.status.status).to.equal('confirmed');
  });

  for (const [changes, status, version] of [
    [{}, 'confirmed', '1.0'],
    [{ act: 'decline' }, 'declined', '1.0'],
    [{ act: 'request-exception' }, 'exception-requested', '1.0'],
    [{ version: '0.9' }, 'outdated', '0.9'],
    [{ recordedAt: '2020-01-31T09:00:00Z' }, 'expired', '1.0'],
  ] as const) {
    it(`is ${status} by what the endpoint has`, async () => {
      const told = statuses();
      const { key, url } = endpoint();
      await store(key, own(changes));
      const validFor = status === 'expired' ? 'P1Y' : 'P100Y';
      await ready({ endpoint: url }, (draft) => (draft.acknowledgement.validFor = validFor));
      await until('the status', () => told.events.length);
      expect(told.events[0]).to.include({ status, version });
    });
  }

  it('is not asked by a policy that asks nothing, or is a draft', async () => {
    const told = statuses();
    await ready({}, (draft) => delete draft.acknowledgement);
    await ready({}, (draft) => (draft.status = 'draft'));
    expect(told.seen).to.deep.equal(['not-asked', 'not-asked']);
  });

  it('is unknown where the endpoint does not tell, and signed out where it says so', async () => {
    const told = statuses();
    await ready({ endpoint: endpoint('mute=1').url });
    await until('unknown', () => told.seen.includes('unknown'));
    await ready({ endpoint: endpoint('gate=401').url });
    await until('signed out', () => told.seen.includes('signed-out'));
    expect(told.seen).to.deep.equal(['unknown', 'signed-out']);
  });

  it('is told once by a viewer, for the form in it too, which asks nothing itself', async () => {
    const told = statuses();
    const { key, url } = endpoint();
    await store(key, own());
    const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'nl', endpoint: url });
    await until('confirmed', () => told.seen.includes('confirmed'));
    await until('the receipt', () => deepAll(viewer, '.receipt').length);
    expect(told.seen).to.deep.equal(['confirmed']);
    expect(told.events[0]!.target).to.equal(viewer);
    expect(viewer.status).to.include({ status: 'confirmed', version: '1.0' });
    expect(hasState(viewer, 'confirmed')).to.equal(true);
    // Once to put the answer there, and once to ask for it.
    expect(await (await fetch(`/moods/count?key=${key}`)).text()).to.equal('2');
  });

  it('is told without the form', async () => {
    const told = statuses();
    const { key, url } = endpoint();
    await store(key, own());
    await mount('policy-viewer', { policy: minimal(), endpoint: url, hide: 'acknowledgement' });
    await until('confirmed', () => told.seen.includes('confirmed'));
  });

  it('is told to who listens anywhere, typed', async () => {
    const seen: string[] = [];
    const listen = ({ status }: WindowEventMap['policy-status']) => seen.push(status);
    window.addEventListener('policy-status', listen);
    document.addEventListener('policy-status', listen);
    const element = await ready({}, (draft) => delete draft.acknowledgement);
    window.removeEventListener('policy-status', listen);
    document.removeEventListener('policy-status', listen);
    expect(seen).to.deep.equal(['not-asked', 'not-asked']);
    expect(textOf(element)).to.contain('vraagt geen bevestiging');
  });
});
