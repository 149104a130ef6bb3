import { expect } from 'chai';
import { localTime, makeRecord } from '../../src/acknowledgement/record.js';
import { countLanguages, digestPolicy, digestShown, shownTexts } from '../../src/policy/digest.js';
import { readUnknown } from '../../src/policy/parse.js';
import { minimal } from '../support/drafts.js';

const HEX = /^sha-256:[0-9a-f]{64}$/;

/** The same digest by the browser's own means: what a third party would do. */
async function byWebCrypto(canonical: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return `sha-256:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

describe('digestPolicy', () => {
  it('is the SHA-256 of the canonical JSON', async () => {
    const canonical = '{"a":[1,true,null,"é\\n"],"b":{"c":1e+21,"d":0.1}}';
    expect(digestPolicy({ b: { d: 0.1, c: 1e21 }, a: [1, true, null, 'é\n'] })).to.equal(
      await byWebCrypto(canonical),
    );
  });

  it('does not depend on the order of keys, and does on every character', () => {
    const draft = minimal();
    const turned = Object.fromEntries(Object.entries(minimal()).reverse());
    const changed = minimal();
    changed.sections[0].body.nl += '\u00a0';
    expect(digestPolicy(turned)).to.equal(digestPolicy(draft));
    expect(digestPolicy(changed)).not.to.equal(digestPolicy(draft));
  });

  it('is taken of the document as it was given, not of what is sound in it', () => {
    const draft = minimal();
    draft.sections[1].items.push('broken');
    const read = readUnknown(draft);
    expect(makeRecord(read, { act: 'acknowledge', lang: 'nl' }).digest).to.equal(
      digestPolicy(draft),
    );
  });
});

describe('what was shown', () => {
  const policy = () => readUnknown(minimal()).policy!;

  it('names each text in the language it was shown in', () => {
    const draft = minimal();
    draft.sections[0].body = { nl: 'Alleen dit.' };
    const shown = shownTexts(readUnknown(draft).policy!, { lang: 'fr' });
    expect(shown).to.deep.include(['test', 'title', 'fr', 'Charte']);
    expect(shown).to.deep.include(['why', 'body', 'nl', 'Alleen dit.']);
    expect(countLanguages(shown)['nl']).to.equal(1);
  });

  it('holds what concerns the audience only', () => {
    const draft = minimal();
    draft.audiences.push({ id: 'press', title: 'Pers' });
    draft.sections[0].audience = ['press'];
    const read = readUnknown(draft).policy!;
    const of = (audience: string[]) =>
      shownTexts(read, { lang: 'nl', audience }).some(([id]) => id === 'why');
    expect(of(['press'])).to.equal(true);
    expect(of([])).to.equal(true);
    expect(of(['all'])).to.equal(false);
  });

  it('can be computed again by anyone', async () => {
    const shown = shownTexts(policy(), { lang: 'nl' });
    expect(digestShown(shown)).to.equal(await byWebCrypto(JSON.stringify(shown)));
  });
});

describe('the record', () => {
  it('says what was confirmed, in which language, by the local clock', () => {
    const read = readUnknown(minimal());
    const record = makeRecord(read, {
      act: 'decline',
      reason: 'Nee',
      lang: 'fr',
      audience: ['all'],
      subject: 'u1',
    });
    expect(record).to.include({
      act: 'decline',
      reason: 'Nee',
      policy: 'test',
      version: '1.0',
      statement: 'Lu.',
      subject: 'u1',
    });
    expect(record.audience).to.deep.equal(['all']);
    expect(record.id).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(record.digest).to.match(HEX);
    expect(record.shown).to.match(HEX);
    expect(Object.keys(record.languages)).to.deep.equal(['fr']);
    expect(record.at).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(Math.abs(Date.parse(record.at) - Date.now())).to.be.lessThan(60_000);
  });

  it('keeps the instant in any zone', () => {
    const date = new Date('2026-03-01T08:30:00.123Z');
    for (const offset of [0, -60, -345, 210, 720]) {
      const there = Object.assign(new Date(date), { getTimezoneOffset: () => offset });
      expect(Date.parse(localTime(there)), String(offset)).to.equal(date.valueOf());
    }
  });

  it('cannot be made of a policy that asks for none', () => {
    const draft = minimal();
    delete draft.acknowledgement;
    expect(() => makeRecord(readUnknown(draft), { act: 'acknowledge', lang: 'nl' })).to.throw();
  });
});
