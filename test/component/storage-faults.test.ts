/** A browser's database that fails is not an empty one. */
import { expect } from '@open-wc/testing';
import { IndexedDbStore, type Entry } from '../../src/acknowledgement/outbox-store.js';
import { Outbox } from '../../src/acknowledgement/outbox.js';
import { until } from '../support/page.js';
import {
  at,
  closeTabs,
  FAST,
  newKey,
  received,
  SLOW,
  storedAt,
  Tab,
  type TabOptions,
} from '../support/tab.js';

const FLAG = 'policy-elements:outbox';
const UNREADABLE = 'In deze browser wacht misschien nog een antwoord';

/** An answer that waits, left by a page before. */
async function leaveOne(options: TabOptions) {
  const tab = new Tab({ ...options, pace: SLOW });
  await tab.confirm();
  await tab.see('.waiting');
  tab.close();
}

describe('a database that fails', () => {
  afterEach(closeTabs);

  for (const [what, faults] of [
    ['has lost its connection', { closed: 1 }],
    ['throws many times', { closed: 9 }],
    ['cannot be read for a while', { unreadable: 9 }],
    ['never answers when it is opened', { silent: 1 }],
  ] as const) {
    it(`is read again where it ${what}, and what lies there is sent`, async () => {
      const key = newKey();
      const options = { endpoint: at(key, 'fail=503'), subject: key };
      await leaveOne(options);
      const tab = new Tab({ ...options, pace: { ...FAST, storage: 500 }, faults });
      await tab.see('.receipt');
      expect(await storedAt(key)).to.have.length(1);
      const ids = (await received(key)).map(({ record }) => record.id);
      expect(new Set(ids).size).to.equal(1);
    });
  }

  it('keeps the flag, says what is known, and leaves what lies there to the next page', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503'), subject: key };
    await leaveOne(options);
    const broken = new Tab({ ...options, faults: { unreadable: 1e9 } });
    await broken.says(UNREADABLE);
    expect(localStorage.getItem(FLAG)).not.to.equal(null);
    broken.close();
    await new Tab(options).see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('leaves what the panel shows, and sends it from there', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503'), subject: key };
    const tab = new Tab({ ...options, pace: SLOW });
    await tab.confirm();
    await tab.see('.waiting');
    tab.window.storageFaults = { closed: 1e9 };
    tab.window.dispatchEvent(new StorageEvent('storage', { key: FLAG }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tab.all('form')).to.deep.equal([]);
    expect(tab.text).to.contain('Wacht op verzending');
    tab.press('Nu verzenden');
    await tab.see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
    // It is written down when it can be: the next page sends nothing.
    tab.window.storageFaults = {};
    await until('it is written', async () => (await entryOf(key))?.state !== 'waiting');
    expect(await received(key)).to.have.length(2);
  });

  it('keeps nothing of what was taken back meanwhile', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503'), subject: key };
    const tab = new Tab({ ...options, pace: SLOW });
    await tab.confirm();
    await tab.see('.waiting');
    tab.window.storageFaults = { closed: 1e9 };
    tab.press('Mijn antwoord wijzigen');
    await tab.see('form');
    tab.window.storageFaults = {};
    await until('it is gone', async () => !(await entryOf(key)));
    expect(await received(key)).to.have.length(1);
  });

  it('is given what only the page kept, once there is room', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503&times=99'), subject: key };
    const tab = new Tab({ ...options, pace: SLOW, faults: { full: 1e9 } });
    await tab.confirm();
    await tab.says('laat deze pagina open');
    tab.window.storageFaults = {};
    await tab.says('Je mag de pagina sluiten');
    tab.close();
    expect((await entryOf(key))?.state).to.equal('waiting');
  });

  it('reads an entry as it was stored by the first version, and sends it', async () => {
    const key = newKey();
    const endpoint = at(key);
    const { origin } = location;
    const id = crypto.randomUUID();
    const entry: Entry = {
      record: {
        id,
        act: 'acknowledge',
        policy: 'test',
        version: '1.0',
        digest: `sha-256:${'0'.repeat(64)}`,
        shown: `sha-256:${'1'.repeat(64)}`,
        languages: { nl: 3 },
        statement: 'Gelezen.',
        audience: [],
        subject: key,
        at: '2026-03-01T09:30:00.000+01:00',
      },
      to: origin + endpoint,
      via: 'endpoint',
      made: Date.now() - 60_000,
      state: 'waiting',
      attempts: 3,
      due: Date.now() - 1000,
      firm: false,
      problem: 'unreachable',
    };
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('policy-elements-outbox');
      request.onupgradeneeded = () => request.result.createObjectStore('records');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    await new Promise((resolve) => {
      const step = database.transaction('records', 'readwrite');
      step.objectStore('records').put(entry, id);
      step.oncomplete = resolve;
    });
    database.close();
    localStorage.setItem(FLAG, '1');
    await new Tab({ endpoint, subject: key }).see('.receipt');
    expect((await received(key)).map(({ record }) => record.id)).to.deep.equal([id]);
  });

  it('does not count what it cannot read as nothing', async () => {
    localStorage.setItem(FLAG, '1');
    const store = {
      all: () => Promise.resolve({ entries: [], unreadable: 1 }),
      change: () => Promise.resolve(undefined),
    };
    await new Outbox(store).look();
    expect(localStorage.getItem(FLAG)).to.equal('1');
  });
});

/** What is kept of the answer of this reader. */
async function entryOf(subject: string): Promise<Entry | undefined> {
  const { entries } = await new IndexedDbStore().all();
  return entries.find(({ record }) => record.subject === subject);
}
