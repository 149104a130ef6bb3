/** What a host does in the endpoint's place: only what says "recorded" counts. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { pace } from '../../src/acknowledgement/pace.js';
import { hostAnswer, sendRecord } from '../../src/acknowledgement/send.js';
import type { AcknowledgementRecord } from '../../src/acknowledgement/record.js';
import type { PolicyAcknowledgement } from '../../src/elements/policy-acknowledgement/policy-acknowledgement.js';
import { button, endpoint, press, ready, received } from '../support/acknowledging.js';
import {
  deepAll,
  deepOne,
  heard,
  settled,
  stopHearing,
  textOf,
  unmountAll,
  until,
} from '../support/page.js';

type Send = PolicyAcknowledgement['send'];

const confirm = (element: Element) => {
  deepOne<HTMLInputElement>(element, 'input').click();
  button(element).click();
};
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const someTime = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('what a host’s function answers', () => {
  const usual = { ...pace };
  const { error } = console;
  let told: unknown[][] = [];
  beforeEach(() => {
    told = [];
    // A machine that does much at once has a database all the same.
    pace.storage = 20_000;
    console.error = (...words: unknown[]) => void told.push(words);
  });
  afterEach(() => {
    console.error = error;
    Object.assign(pace, usual);
    unmountAll();
    stopHearing();
  });

  const RECORDED: [string, () => unknown][] = [
    ['true', () => true],
    ['a moment', () => ({ recordedAt: '2026-05-01T10:00:00Z' })],
    ['the response of an endpoint', () => json({ recordedAt: '2026-05-01T10:00:00Z' }, 201)],
    ['a response without a body', () => new Response(null, { status: 202 })],
    [
      'a response that was read already',
      async () => {
        const response = json({}, 201);
        await response.json();
        return response;
      },
    ],
  ];
  for (const [what, answer] of RECORDED) {
    it(`is recorded by ${what}`, async () => {
      const element = await ready({ send: async () => answer() });
      confirm(element);
      await until('the receipt', () => deepAll(element, '.receipt').length);
      expect(told).to.deep.equal([]);
    });
  }

  const NOTHING: [string, unknown, RegExp][] = [
    ['nothing, a forgotten return', undefined, /undefined/],
    ['an empty object', {}, /nothing in it/],
    ['a word', 'ok', /"ok"/],
    ['null', null, /null/],
    ['a number', 1, /1/],
    ['an object of another shape', { id: 7, saved: true }, /id, saved/],
    ['a moment that is none', { recordedAt: 'yes' }, /recordedAt/],
    ['an opaque response', Response.error(), /cannot be read/],
  ];
  for (const [what, answer, cause] of NOTHING) {
    it(`is not recorded by ${what}, and says so to the developer`, async () => {
      pace.base = 20;
      let times = 0;
      const problems = heard('policy-problem');
      const element = await ready({ send: () => Promise.resolve((times++, answer)) });
      confirm(element);
      await until('the message', () => textOf(element).includes('of je antwoord geregistreerd is'));
      expect(deepAll(element, '.receipt')).to.deep.equal([]);
      await someTime();
      expect(times).to.equal(1);
      expect(problems[0]!.code).to.equal('no-answer');
      expect(String((problems[0]!.cause as Error).message)).to.match(cause);
      expect(String(told[0])).to.match(cause);
    });
  }

  const THROWN: [string, Send][] = [
    [
      'throws',
      () => {
        throw new RangeError('a bug');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('a bug'))],
    ['is no function', 'post' as unknown as Send],
  ];
  for (const [what, send] of THROWN) {
    it(`is told as what it is where it ${what}, and not sent blindly again`, async () => {
      pace.base = 20;
      const problems = heard('policy-problem');
      const element = await ready({ send });
      confirm(element);
      await until('the message', () => textOf(element).includes('Deze pagina maakte een fout'));
      expect(textOf(element)).not.to.contain('niet bereikbaar');
      // Once the browser's database has it: until then the page says to stay.
      await until('the way on', () => textOf(element).includes('als je op ‘Nu verzenden’ drukt'));
      await someTime();
      expect(problems.map(({ code }) => code)).to.deep.equal(['host-error']);
      // What can be seen before anybody answers was told before.
      expect(told).to.have.length(typeof send === 'function' ? 1 : 2);
      element.send = () => Promise.resolve(true);
      press(element, 'Nu verzenden');
      await until('the receipt', () => deepAll(element, '.receipt').length);
    });
  }

  it('is given up where it never ends, and counts where it ends late', async () => {
    pace.hostTimeout = 300;
    let end!: (answer: unknown) => void;
    const problems = heard('policy-problem');
    const element = await ready({ send: () => new Promise((resolve) => (end = resolve)) });
    confirm(element);
    await until('the message', () => textOf(element).includes('te lang'));
    expect(problems.map(({ code }) => code)).to.deep.equal(['timeout']);
    end({ recordedAt: '2026-05-01T10:00:00Z' });
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain('1 mei 2026');
  });

  it('is sent again by itself where it met the network', async () => {
    Object.assign(pace, { base: 20 });
    let times = 0;
    const send = () =>
      times++ ? Promise.resolve(true) : fetch('http://localhost:1/nobody-listens');
    const element = await ready({ send });
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(times).to.equal(2);
    expect(told).to.deep.equal([]);
  });

  it('may be what this library’s own sending answers, where the endpoint says nothing more', async () => {
    const { key, url } = endpoint('bare=1');
    const element = await ready({ send: (record) => sendRecord(record, { endpoint: url }) });
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(await received(key)).to.have.length(1);
  });

  it('reads a page to sign in as such', async () => {
    const page = new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } });
    const problem = await hostAnswer(page).catch((each: unknown) => each);
    expect(problem).to.include({ code: 'not-signed-in' });
  });
});

describe('headers of the host', () => {
  const usual = { ...pace };
  const { error } = console;
  afterEach(() => {
    console.error = error;
    Object.assign(pace, usual);
    unmountAll();
    stopHearing();
  });

  it('that cannot be sent are told as such, to the developer with the remedy', async () => {
    pace.base = 20;
    const told: unknown[][] = [];
    console.error = (...words: unknown[]) => void told.push(words);
    const { key, url } = endpoint();
    const problems = heard('policy-problem');
    const element = await ready({ endpoint: url, headers: { 'X-Name': 'Łukasz' } });
    confirm(element);
    await until('the message', () => textOf(element).includes('Deze pagina maakte een fout'));
    await someTime();
    expect(await received(key)).to.deep.equal([]);
    expect(problems.map(({ code }) => code)).to.deep.equal(['host-error']);
    expect(told.flat().map(String).join(' ')).to.contain('encodeURIComponent');
    element.headers = { 'X-Name': encodeURIComponent('Łukasz') };
    press(element, 'Nu verzenden');
    await until('the receipt', () => deepAll(element, '.receipt').length);
  });

  it('may be a function, asked before each request: a token does not last', async () => {
    let times = 0;
    const headers = () => Promise.resolve({ 'X-Token': String(times++) });
    const element = await ready({ endpoint: endpoint().url, headers });
    await settled(element);
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(times).to.be.greaterThan(1);
  });

  it('and a reader in other letters do not keep an answer from being sent', async () => {
    const record = { id: 'a-1', act: 'acknowledge' } as AcknowledgementRecord;
    const { key, url } = endpoint('blind=1');
    await sendRecord(record, { endpoint: url, reader: 'Łukasz Wójcik' });
    const [attempt] = (await received(key)) as unknown as [{ record: { reader: string } }];
    expect(attempt.record.reader).to.equal('Łukasz Wójcik');
  });
});
