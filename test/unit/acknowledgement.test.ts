/** The pure part of confirming: status, states of the form, entries of the outbox. */
import { expect } from 'chai';
import {
  aged,
  checkOwner,
  failed,
  hurried,
  leased,
  recorded,
  type Claim,
  type OutboxItem,
} from '../../src/acknowledgement/outbox-entry.js';
import type { Entry } from '../../src/acknowledgement/outbox-store.js';
import { pace } from '../../src/acknowledgement/pace.js';
import { textStateOf } from '../../src/acknowledgement/published-text.js';
import { makeRecord } from '../../src/acknowledgement/record.js';
import { SendError } from '../../src/acknowledgement/send.js';
import { statusOf, type AnswerFacts } from '../../src/acknowledgement/status.js';
import {
  following,
  IDLE,
  ignoring,
  nextState,
  sending,
} from '../../src/acknowledgement/submission-state.js';
import { digestShown, shownTexts } from '../../src/policy/digest.js';
import { readUnknown } from '../../src/policy/parse.js';
import { minimal, type Draft } from '../support/drafts.js';

const read = (change?: (draft: Draft) => void) => {
  const draft = minimal();
  change?.(draft);
  return readUnknown(draft);
};
const record = (changes: object = {}) => ({
  ...makeRecord(read(), { act: 'acknowledge', lang: 'nl', now: new Date('2026-03-01T08:30:00Z') }),
  ...changes,
});
const entry = (changes: Partial<Entry> = {}): Entry => ({
  record: record({ id: 'a' }),
  to: 'https://example.org/api',
  via: 'endpoint',
  made: 1000,
  state: 'waiting',
  attempts: 0,
  due: 1000,
  ...changes,
});
const item = (changes: Partial<Entry> = {}, more: Partial<OutboxItem> = {}): OutboxItem => ({
  entry: entry(changes),
  kept: true,
  inFlight: false,
  certain: true,
  named: true,
  here: true,
  held: false,
  cause: undefined,
  ...more,
});

describe('statusOf', () => {
  const own = { act: 'acknowledge', version: '1.0', recordedAt: '2026-01-31T09:00:00Z' } as const;
  const now = new Date('2026-06-01');
  const status = (facts: Partial<AnswerFacts>, change?: (draft: Draft) => void) =>
    statusOf(read(change).policy!, { endpoint: 'told', ...facts }, now);

  it('goes from what was recorded, whatever became of the session', () => {
    expect(status({ own })).to.deep.equal({
      status: 'confirmed',
      version: '1.0',
      at: own.recordedAt,
    });
    expect(status({ own, endpoint: 'signed-out' }).status).to.equal('confirmed');
    expect(status({ endpoint: 'signed-out' }).status).to.equal('signed-out');
    expect(status({ endpoint: 'unknown' }).status).to.equal('unknown');
    expect(status({}).status).to.equal('asked');
  });

  it('puts what is on its way first: it is the newer answer', () => {
    const pending = { version: '1.0', at: '2026-05-01T09:00:00Z' };
    expect(status({ own, pending })).to.deep.equal({ status: 'pending', ...pending });
  });

  it('asks nobody by a draft, a withdrawn policy, one that asks nothing or is not published', () => {
    for (const change of [
      (draft: Draft) => (draft.status = 'draft'),
      (draft: Draft) => (draft.status = 'withdrawn'),
      (draft: Draft) => delete draft.acknowledgement,
    ])
      expect(status({ own }, change).status).to.equal('not-asked');
    expect(status({ unpublished: true }).status).to.equal('not-asked');
    expect(status({ unpublished: true, own }).status).to.equal('confirmed');
  });

  it('says outdated by a new major version, and expired by its time', () => {
    expect(status({ own }, (draft) => (draft.version = '2.0')).status).to.equal('outdated');
    const validFor = (draft: Draft) => (draft.acknowledgement.validFor = 'P1M');
    expect(status({ own }, validFor).status).to.equal('expired');
    expect(status({ own: { ...own, act: 'decline' } }, validFor).status).to.equal('declined');
  });
});

describe('textStateOf', () => {
  const published = { version: '3.1', digests: ['sha-256:a', 'sha-256:b'] };
  it('says whose turn it is', () => {
    const state = (digest: string, version: string) =>
      textStateOf({ digest, version }, published).state;
    expect(state('sha-256:b', '3.0')).to.equal('published');
    expect(state('sha-256:x', '3.0')).to.equal('superseded');
    expect(state('sha-256:x', '2.10')).to.equal('superseded');
    expect(state('sha-256:x', '3.1')).to.equal('unpublished');
    expect(state('sha-256:x', '3.10')).to.equal('unpublished');
    expect(textStateOf({ digest: 'x', version: '1.0' }, { digests: [] }).state).to.equal(
      'unpublished',
    );
  });
});

describe('nextState', () => {
  const asked = following(sending(IDLE), 'a');

  it('stays with sending until it is tried, waits after a failure, and tells of it once', () => {
    const flying = nextState(asked, [item({}, { inFlight: true })]);
    expect(flying.state).to.deep.equal({ status: 'sending' });
    const waiting = nextState(flying, [item({ attempts: 1, problem: 'unreachable' })]);
    expect(waiting.state.status).to.equal('waiting');
    expect(waiting.awaited).to.equal(undefined);
  });

  it('tells the end of what it followed, once, and of nothing else', () => {
    const done = nextState(asked, [item({ state: 'recorded', confirmation: { receipt: 'x' } })]);
    expect(done.state).to.deep.include({ status: 'recorded', confirmation: { receipt: 'x' } });
    expect(done.followed.has('a')).to.equal(false);
    expect(nextState(IDLE, [item({ state: 'recorded' })])).to.equal(IDLE);
  });

  it('shows what waits from before, until the reader says it is not theirs', () => {
    const waiting = nextState(IDLE, [item({}, { here: false, certain: false })]);
    expect(waiting.state.status).to.equal('waiting');
    const ignored = ignoring(waiting);
    expect(nextState(ignored, [item()]).state.status).to.equal('idle');
    // And its end is not told as theirs.
    expect(nextState(ignored, [item({ state: 'recorded' })]).state.status).to.equal('idle');
  });

  it('keeps a refusal until it is understood, and goes idle when what waited is gone', () => {
    const refused = nextState(asked, [item({ state: 'refused', problem: 'forbidden' })]);
    expect(refused.state).to.deep.include({ status: 'failed' });
    expect(nextState(refused, [item({ state: 'refused', problem: 'forbidden' })])).to.equal(
      refused,
    );
    expect(nextState(nextState(IDLE, [item()]), []).state.status).to.equal('idle');
  });

  it('changes nothing it was given', () => {
    const frozen = Object.freeze({ ...IDLE, state: Object.freeze({ ...IDLE.state }) });
    const items = Object.freeze([Object.freeze(item())]);
    expect(() => nextState(frozen, items)).not.to.throw();
  });
});

describe('entries of the outbox', () => {
  const failure = (retry: boolean, after?: number) =>
    new SendError('unreachable', retry, { after });

  it('are leased by one page at a time, and only while they wait', () => {
    const mine = leased(entry(), 'me', 5000)!;
    expect(mine.lease).to.deep.equal({ by: 'me', until: 5000 + pace.lease });
    expect(leased(mine, 'you', 5001)).to.equal(undefined);
    expect(leased(mine, 'you', 5000 + pace.lease)?.lease?.by).to.equal('you');
    expect(leased(entry({ state: 'recorded' }), 'me', 0)).to.equal(undefined);
  });

  it('wait longer after each failure, as long as was asked, and never where it is final', () => {
    const lease = { by: 'me', until: 9e15 };
    for (let attempts = 0; attempts < 30; attempts++) {
      const next = failed(entry({ attempts, lease }), failure(true), 'me', 0);
      expect(next.attempts).to.equal(attempts + 1);
      expect(next.due).to.be.at.most(Math.min(pace.ceiling, pace.base * 2 ** attempts));
      expect(next.lease).to.equal(undefined);
    }
    const told = failed(entry({ lease }), failure(true, 70_000), 'me', 0);
    expect(told.due).to.be.at.least(70_000);
    expect(hurried(told)?.due).to.equal(told.due);
    expect(failed(entry({ lease }), failure(false), 'me', 7)).to.include({ state: 'refused' });
  });

  it('keep the last word of who took over, and what was recorded', () => {
    const theirs = entry({ lease: { by: 'you', until: 9e15 } });
    expect(failed(theirs, failure(false), 'me')).to.equal(theirs);
    const done = recorded(entry(), { recorded: true, receipt: 'x' }, 9);
    expect(done).to.deep.include({ state: 'recorded', ended: 9, confirmation: { receipt: 'x' } });
    expect(failed(done, failure(false), 'me')).to.equal(done);
    expect(hurried(done)).to.equal(done);
  });

  it('are given up after their time, but not in flight, and are thrown away in the end', () => {
    const late = 1001 + pace.expiry;
    expect(aged(entry(), late)).to.include({ state: 'expired', ended: late });
    const flying = entry({ lease: { by: 'x', until: late + 1 } });
    expect(aged(flying, late)).to.equal(flying);
    expect(aged(entry({ state: 'refused', ended: 0 }), 181 * 86_400_000)).to.equal(undefined);
  });
});

describe('checkOwner', () => {
  const told = (reader?: string) => ({ state: 'told' as const, ...(reader && { reader }) });
  const failedToAsk = { state: 'failed' as const };
  const claim = (changes: Partial<Claim> = {}): Claim => ({
    isFirst: false,
    isClaimed: false,
    isNaming: true,
    ...changes,
  });
  const annas = entry({ reader: 'anna' });
  const problem = (found: ReturnType<typeof checkOwner>) =>
    'problem' in found ? found.problem.code : undefined;

  it('sends what has a reader for nobody else, whoever claims it', () => {
    expect(checkOwner(annas, told('anna'), claim())).to.deep.equal({ reader: 'anna' });
    for (const isClaimed of [true, false])
      expect(problem(checkOwner(annas, told('bert'), claim({ isClaimed })))).to.equal(
        'other-reader',
      );
  });

  it('waits while it cannot be told who is there', () => {
    expect(problem(checkOwner(annas, failedToAsk, claim()))).to.equal('unreachable');
    expect(problem(checkOwner(annas, { state: 'signed-out' }, claim()))).to.equal('not-signed-in');
    expect(problem(checkOwner(annas, { state: 'silent' }, claim()))).to.equal('not-signed-in');
    expect(problem(checkOwner(annas, told(), claim()))).to.equal('not-signed-in');
  });

  it('takes who is there for the one who has just answered, and later asks', () => {
    expect(checkOwner(entry(), told('anna'), claim({ isFirst: true }))).to.deep.equal({
      reader: 'anna',
    });
    expect(checkOwner(entry(), told('bert'), claim())).to.deep.equal({ whose: true });
    expect(checkOwner(entry(), told('bert'), claim({ isClaimed: true }))).to.deep.equal({
      reader: 'bert',
    });
  });

  it('leaves endpoints that name nobody as they are', () => {
    for (const answer of [undefined, told(), { state: 'silent' as const }])
      expect(checkOwner(entry(), answer, claim({ isNaming: false }))).to.deep.equal({});
    expect(checkOwner(entry(), failedToAsk, claim({ isNaming: false }))).to.deep.equal({});
    // One that has named readers in this page may be about to name another.
    expect(problem(checkOwner(entry(), failedToAsk, claim()))).to.equal('unreachable');
  });
});

describe('what a record covers', () => {
  const core = (draft: Draft) => {
    draft.acknowledgement.covers = 'core';
    draft.sections[0].core = true;
  };

  it('is said where it is the short reading, and can be computed again', () => {
    const whole = makeRecord(read(), { act: 'acknowledge', lang: 'nl' });
    expect(whole).not.to.have.property('covers');
    const { policy, ...rest } = read(core);
    const short = makeRecord({ policy, ...rest }, { act: 'acknowledge', lang: 'nl' });
    expect(short.covers).to.equal('core');
    expect(short.shown).not.to.equal(whole.shown);
    const shown = shownTexts(policy!, { lang: 'nl', audience: [], covers: 'core' });
    expect(short.shown).to.equal(digestShown(shown));
  });
});
