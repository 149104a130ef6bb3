import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyAcknowledgement } from '../../src/elements/policy-acknowledgement/policy-acknowledgement.js';
import { pace } from '../../src/acknowledgement/outbox.js';
import type { AcknowledgementRecord } from '../../src/acknowledgement/record.js';
import { button, endpoint, focused, press, ready, received } from '../support/acknowledging.js';
import type { Draft } from '../support/drafts.js';
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

const tick = (element: Element, act = 'acknowledge') =>
  deepOne<HTMLInputElement>(element, `input[value=${act}]`).click();
const confirm = async (element: PolicyAcknowledgement) => {
  tick(element);
  button(element).click();
  await settled(element);
};
const ACTS = (draft: Draft) =>
  (draft.acknowledgement.acts = ['acknowledge', 'decline', 'request-exception']);

describe('<policy-acknowledgement>', () => {
  const usual = { ...pace };
  afterEach(() => {
    Object.assign(pace, usual);
    unmountAll();
    stopHearing();
  });

  it('records, and says so only when the endpoint has', async () => {
    const { key, url } = endpoint('receipt=a.b.c');
    const [asked, recorded] = [heard('policy-acknowledge'), heard('policy-recorded')];
    const element = await ready({ endpoint: url, subject: 'reader-1' });
    expect(textOf(element)).to.contain('Gelezen.');
    const chosen = deepAll(element, '.choice span')[0]!.textContent.trim();
    tick(element);
    button(element).click();
    await settled(element);
    if (!recorded.length) expect(textOf(element)).not.to.contain('Geregistreerd');
    await until('recorded', () => recorded.length);
    await settled(element);
    expect(textOf(element)).to.contain('Geregistreerd');
    expect(textOf(element)).to.contain('1 maart 2026');
    const [{ record }] = (await received(key)) as [{ record: AcknowledgementRecord }];
    expect(record).to.deep.equal(asked[0]!.record);
    expect(record).to.include({
      act: 'acknowledge',
      policy: 'test',
      version: '1.0',
      statement: 'Gelezen.',
      subject: 'reader-1',
    });
    expect(recorded[0]!.receipt).to.equal('a.b.c');
    expect(focused(element)).to.equal('receipt');
    // It repeats what was chosen.
    const [answer] = deepAll(element, '.facts-list dd');
    expect(answer!.textContent.trim()).to.equal(chosen);
  });

  // The words that somebody is held to.
  for (const [lang, asks, done] of [
    ['nl', 'Bevestigen', 'Geregistreerd'],
    ['fr', 'Confirmer', 'Enregistré'],
    ['en', 'Confirm', 'Recorded'],
  ] as const) {
    it(`asks and thanks in the words of ${lang}`, async () => {
      const element = await ready({ endpoint: endpoint().url, lang });
      expect(button(element).textContent.trim()).to.equal(asks);
      await confirm(element);
      await until('the receipt', () => deepAll(element, '.receipt').length);
      expect(textOf(element)).to.contain(done);
    });
  }

  it('asks for a choice first, and takes the focus there', async () => {
    const { key, url } = endpoint();
    const element = await ready({ endpoint: url });
    button(element).click();
    await settled(element);
    expect(textOf(element)).to.contain('Maak eerst je keuze.');
    expect(element.shadowRoot!.activeElement?.localName).to.equal('input');
    expect(deepOne(element, 'input').getAttribute('aria-invalid')).to.equal('true');
    expect(await received(key)).to.deep.equal([]);
    tick(element);
    await settled(element);
    expect(textOf(element)).not.to.contain('Maak eerst je keuze.');
  });

  for (const act of ['decline', 'request-exception']) {
    it(`asks for a reason to ${act}`, async () => {
      const { key, url } = endpoint();
      const element = await ready({ endpoint: url }, ACTS);
      tick(element, act);
      await settled(element);
      button(element).click();
      await settled(element);
      expect(textOf(element)).to.contain('Geef eerst je reden op.');
      deepOne<HTMLTextAreaElement>(element, 'textarea').value = 'Omdat.';
      button(element).click();
      await until('the receipt', () => deepAll(element, '.receipt').length);
      expect((await received(key))[0]!.record).to.include({ act, reason: 'Omdat.' });
      expect(textOf(element)).to.contain('Omdat.');
    });
  }

  it('sends the same record again after a failure, by itself', async () => {
    const { key, url } = endpoint('fail=503');
    const [problems, recorded] = [heard('policy-problem'), heard('policy-recorded')];
    const element = await ready({ endpoint: url });
    await confirm(element);
    await until('the problem', () => problems.length);
    expect(problems[0]!.code).to.equal('server-error');
    expect((problems[0]!.cause as Error).message).to.match(/ answered 503/);
    await settled(element);
    expect(textOf(element)).to.contain('Wacht op verzending');
    expect(textOf(element)).to.contain('nog niet geregistreerd');
    expect(textOf(element)).not.to.contain('Geregistreerd op');
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(recorded).to.have.length(1);
    const [first, second] = await received(key);
    expect(second!.record).to.deep.equal(first!.record);
  });

  for (const [subject, told] of [
    ['reader-1', 'Je mag de pagina sluiten. Het wordt automatisch opnieuw verzonden.'],
    // Nobody says whose it is: after a reload the reader is asked.
    [undefined, 'zolang deze pagina openstaat'],
  ] as const) {
    it(`says whether the page may be closed, where the reader is ${subject}`, async () => {
      pace.base = 1e9;
      const element = await ready({ endpoint: endpoint('fail=503').url, subject });
      await confirm(element);
      await until('the waiting', () => deepAll(element, '.waiting').length);
      expect(textOf(element)).to.contain(told);
      expect(textOf(element).includes('mag de pagina sluiten')).to.equal(subject !== undefined);
    });
  }

  it('sends at once what the reader wants sent now', async () => {
    pace.base = 1e9;
    const { key, url } = endpoint('fail=503');
    const element = await ready({ endpoint: url });
    await confirm(element);
    await until('the waiting', () => deepAll(element, '.waiting').length);
    expect(focused(element)).to.equal('waiting');
    press(element, 'Nu verzenden');
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(focused(element)).to.equal('receipt');
    const [first, second] = await received(key);
    expect(second!.record).to.deep.equal(first!.record);
  });

  it('makes a new record when the reader answers otherwise after a failure', async () => {
    pace.base = 1e9;
    const { key, url } = endpoint('fail=503');
    const element = await ready({ endpoint: url }, ACTS);
    await confirm(element);
    await until('the waiting', () => deepAll(element, '.waiting').length);
    press(element, 'Mijn antwoord wijzigen');
    await until('the form', () => deepAll(element, 'form').length);
    tick(element, 'decline');
    await settled(element);
    deepOne<HTMLTextAreaElement>(element, 'textarea').value = 'Toch niet.';
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    const [first, second] = await received(key);
    expect(second!.record.id).not.to.equal(first!.record.id);
    expect(second!.record.act).to.equal('decline');
  });

  const FINAL: [string, RegExp][] = [
    ['fail=409&error=stale-version', /nieuwere versie/],
    ['fail=409&error=unknown-text', /niet de gepubliceerde tekst/],
    ['fail=403', /mag dit beleid hier niet bevestigen/],
    ['fail=401', /niet langer aangemeld/],
    ['fail=400', /niet aanvaard/],
  ];
  for (const [query, message] of FINAL) {
    it(`tells ${query} in plain words`, async () => {
      const element = await ready({ endpoint: endpoint(`${query}&times=9`).url });
      await confirm(element);
      await until(String(message), () => message.test(textOf(element)));
    });
  }

  it('sends once, however often the button is pressed', async () => {
    const { key, url } = endpoint();
    const element = await ready({ endpoint: url });
    tick(element);
    for (let press = 0; press < 5; press++) button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(await received(key)).to.have.length(1);
  });

  it('sends nothing when the page cancels', async () => {
    const { key, url } = endpoint();
    const element = await ready({ endpoint: url });
    element.addEventListener('policy-acknowledge', (event) => event.preventDefault());
    await confirm(element);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await received(key)).to.deep.equal([]);
    expect(deepAll(element, '.receipt')).to.deep.equal([]);
  });

  it('lets the page answer in the endpoint’s place', async () => {
    const element = await ready({});
    element.addEventListener('policy-acknowledge', (event) =>
      event.respondWith(Promise.resolve({ recordedAt: '2026-05-01T10:00:00Z' })),
    );
    await confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain('1 mei 2026');
  });

  it('sends by a function of the host', async () => {
    const sent: AcknowledgementRecord[] = [];
    const send = (record: AcknowledgementRecord) => {
      sent.push(record);
      return sent.length === 1
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve(true);
    };
    pace.base = 1e9;
    const element = await ready({ send });
    await confirm(element);
    await until('the problem', () => textOf(element).includes('niet bereikbaar'));
    press(element, 'Nu verzenden');
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(sent[0]).to.deep.equal(sent[1]);
  });

  it('says that nothing was recorded where nobody takes the record', async () => {
    const element = await ready({});
    await confirm(element);
    await until('the message', () => textOf(element).includes('niets geregistreerd'));
  });

  it('says so where the policy asks for nothing, or cannot be confirmed', async () => {
    expect(textOf(await ready({}, (draft) => delete draft.acknowledgement))).to.contain(
      'vraagt geen bevestiging',
    );
    expect(textOf(await ready({}, (draft) => (draft.version = '3')))).to.contain('fouten');
    expect(textOf(await ready({}, (draft) => (draft.status = 'draft')))).to.contain('ontwerp');
  });
});
