import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { readOwn } from '../../src/acknowledgement/fetch-own-records.js';
import { waitFor } from '../../src/acknowledgement/send.js';
import { addDuration, validityOf } from '../../src/acknowledgement/validity.js';
import { readUnknown } from '../../src/policy/parse.js';
import { minimal } from '../support/drafts.js';
import { until } from '../support/page.js';
import {
  at,
  closeTabs,
  FAST,
  keptFor,
  newKey,
  received,
  signIn,
  SLOW,
  storedAt,
  Tab,
} from '../support/tab.js';

describe('the outbox', () => {
  afterEach(closeTabs);

  it('sends what the page before could not, with the same id', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503'), subject: key };
    const first = new Tab({ ...options, pace: { ...SLOW, ceiling: 300 } });
    await first.confirm();
    await first.see('.waiting');
    first.close();
    const second = new Tab(options);
    await second.see('.receipt');
    const [one, other] = await received(key);
    expect(other!.record).to.deep.equal(one!.record);
    expect(await storedAt(key)).to.have.length(1);
  });

  it('tells another tab, which sends nothing itself', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'ms=400'), subject: key };
    const first = new Tab(options);
    await first.see('form');
    const second = new Tab(options);
    await second.see('form');
    await first.confirm();
    await second.see('.waiting');
    await Promise.all([first.see('.receipt'), second.see('.receipt')]);
    expect(await received(key)).to.have.length(1);
  });

  it('takes a record over from a tab that was closed while sending', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'ms=1500'), subject: key };
    const first = new Tab({ ...options, pace: { lease: 500 } });
    await first.confirm();
    while (!(await received(key)).length) await first.see('form');
    first.close();
    const second = new Tab({ ...options, pace: { ...FAST, lease: 500 } });
    await second.see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('is confirmed by the second answer where the first was lost', async () => {
    const key = newKey();
    const tab = new Tab({ endpoint: at(key, 'lose=2'), subject: key });
    await tab.confirm();
    await tab.see('.receipt');
    const ids = (await received(key)).map(({ record }) => record.id);
    expect(ids.length).to.be.greaterThan(2);
    expect(new Set(ids).size).to.equal(1);
    expect(await storedAt(key)).to.have.length(1);
  });

  it('waits as long as the endpoint asks, whatever the reader presses', async () => {
    const key = newKey();
    const tab = new Tab({ endpoint: at(key, 'fail=429&wait=2'), subject: key });
    await tab.confirm();
    await tab.says('De server vraagt om te wachten');
    expect(tab.text).not.to.contain('Nu verzenden');
    await tab.see('.receipt');
    const [one, other] = await received(key);
    expect(other!.time - one!.time).to.be.greaterThan(1900);
  });

  it('asks whose it is where nobody says who reads', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503') };
    const first = new Tab({ ...options, pace: SLOW });
    await first.confirm();
    await first.see('.waiting');
    first.close();
    const second = new Tab(options);
    await second.says('heeft iemand');
    second.press('Het is niet van mij');
    await second.see('form');
    second.close();
    expect(await received(key)).to.have.length(1);
    const third = new Tab(options);
    await third.says('heeft iemand');
    third.press('Het is van mij: verzenden');
    await third.see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('sends nothing of one reader for another, and hides it from them', async () => {
    const key = newKey();
    await signIn(key, 'anna');
    const options = { endpoint: at(key, 'fail=503') };
    const first = new Tab({ ...options, pace: SLOW });
    await first.see('form');
    await first.asked();
    // By then, it has read that answer as well.
    await storedAt(key);
    await first.confirm();
    await first.see('.waiting');
    first.close();
    await signIn(key, 'bert');
    const second = new Tab(options);
    await second.see('form');
    second.close();
    expect(await storedAt(key)).to.have.length(0);
    await signIn(key, 'anna');
    await new Tab(options).see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('keeps a refusal until the reader has seen it', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=403&times=9'), subject: key };
    const first = new Tab(options);
    await first.confirm();
    await first.says('niet bevestigen');
    first.close();
    const second = new Tab(options);
    await second.says('niet bevestigen');
    second.press('Begrepen');
    await until('it is gone', () => !second.text.includes('niet bevestigen'));
    while ((await keptFor(key)).length) await second.see('form');
    second.close();
    const third = new Tab(options);
    await third.see('form');
    expect(third.text).not.to.contain('niet bevestigen');
  });

  it('says that the page must stay open where nothing can be kept', async () => {
    const key = newKey();
    const tab = new Tab({
      endpoint: at(key, 'fail=503&times=2'),
      subject: key,
      blocked: true,
      pace: { base: 800 },
    });
    await tab.confirm();
    await tab.says('laat deze pagina open');
    await tab.see('.receipt');
    expect(await storedAt(key)).to.have.length(1);
  });

  it('gives up after the time it is given, and says so', async () => {
    const key = newKey();
    const options = { endpoint: at(key, 'fail=503&times=999'), subject: key };
    const tab = new Tab({ ...options, pace: { ...FAST, expiry: 500 } });
    await tab.confirm();
    await tab.says('Je antwoord raakte niet verzonden');
    expect(tab.text).not.to.contain('Geregistreerd');
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T08:00:00Z');
  for (const [header, wait] of [
    ['3', 3000],
    ['0', 0],
    ['Sun, 01 Mar 2026 08:00:05 GMT', 5000],
    ['Sun, 01 Mar 2026 07:00:00 GMT', 0],
    ['99999999999', 86_400_000],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ] as const) {
    it(`reads ${header}`, () => expect(waitFor(header, now)).to.equal(wait));
  }
});

describe('what the endpoint knows', () => {
  const own = (changes: object = {}) => ({
    id: 'a',
    act: 'acknowledge',
    policy: 'test',
    version: '1.0',
    languages: { nl: 3 },
    statement: 'Gelezen.',
    at: '2026-01-31T09:00:00Z',
    recordedAt: '2026-01-31T09:00:00Z',
    ...changes,
  });

  it('reads the newest record of the policy, and leaves out what is none', () => {
    const later = own({ id: 'b', recordedAt: '2026-02-01T09:00:00Z' });
    const wrong = [
      null,
      7,
      'x',
      {},
      own({ act: 'agree' }),
      own({ version: '<b>' }),
      own({ recordedAt: 'soon' }),
      own({ policy: 'other' }),
    ];
    const read = readOwn({ reader: 'r', records: [own(), ...wrong, later] }, 'test')!;
    expect(read.records!.map(({ id }) => id)).to.deep.equal(['b', 'a']);
    expect(read.reader).to.equal('r');
    for (const body of [null, 1, 'x', [], {}, { records: {} }])
      expect(readOwn(body, 'test')).to.equal(undefined);
    expect(
      readOwn({ reader: { a: 1 }, records: [own({ languages: 'x' })] }, 'test'),
    ).to.deep.include({
      records: [{ ...own(), languages: {} }],
    });
  });

  const policy = (version: string, validFor?: string) => {
    const draft = minimal();
    draft.version = version;
    if (validFor) draft.acknowledgement.validFor = validFor;
    return readUnknown(draft).policy!;
  };
  const on = (date: string) => new Date(date);
  const record = readOwn({ records: [own()] }, 'test')!.records![0]!;

  it('holds for a new minor version, and not for a new major one', () => {
    expect(validityOf(record, policy('1.7')).state).to.equal('holds');
    expect(validityOf(record, policy('2.0')).state).to.equal('outdated');
  });

  it('ends when the policy says so', () => {
    const state = (date: string) => validityOf(record, policy('1.0', 'P1Y'), on(date)).state;
    expect(state('2027-01-31T08:59:00Z')).to.equal('holds');
    expect(state('2027-01-31T09:01:00Z')).to.equal('expired');
    const declined = { ...record, act: 'decline' as const };
    expect(validityOf(declined, policy('1.0', 'P1D'), on('2030-01-01')).state).to.equal('holds');
  });

  // The server counts the same: server/test/reports.test.js has the same days.
  for (const [at, duration, until] of [
    ['2026-03-28T23:30:00.000Z', 'P1D', '2026-03-29T23:30:00.000Z'],
    ['2025-10-25T22:30:00.000Z', 'P1Y', '2026-10-25T22:30:00.000Z'],
    ['2026-03-30T22:30:00.000Z', 'P1M', '2026-04-30T22:30:00.000Z'],
    ['2026-01-31T23:30:00.000Z', 'P1M', '2026-02-28T23:30:00.000Z'],
  ] as const) {
    it(`ends on the same day everywhere: ${duration} after ${at}`, () => {
      expect(addDuration(at, duration)!.toISOString()).to.equal(until);
    });
  }

  it('counts by the calendar', () => {
    const add = (duration: string) => addDuration('2026-01-31T09:00:00Z', duration)?.toISOString();
    expect(add('P1M')).to.equal('2026-02-28T09:00:00.000Z');
    expect(add('P1Y')).to.equal('2027-01-31T09:00:00.000Z');
    expect(add('P2W')).to.equal('2026-02-14T09:00:00.000Z');
    expect(add('P1DT2H30M')).to.equal('2026-02-01T11:30:00.000Z');
    expect(add('P999999999Y')).to.equal(undefined);
    expect(add('a year')).to.equal(undefined);
  });
});
