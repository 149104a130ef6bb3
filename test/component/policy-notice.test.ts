import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { endpoint, received } from '../support/acknowledging.js';
import { everyElement } from '../suites.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

everyElement('policy-notice');

let readers = 0;
const ready = async (properties: object, change?: (draft: Draft) => void) => {
  const policy = minimal();
  change?.(policy);
  const subject = `notice-${readers++}`;
  const element = await mount('policy-notice', { policy, lang: 'nl', subject, ...properties });
  await until('the labels', () => element.shadowRoot?.querySelector('.frame[lang="nl"] .content'));
  await settled(element);
  return element;
};
const shown = (element: Element) => deepAll(element, '.notice').length === 1;
const store = (key: string, changes: object = {}) =>
  fetch(`/moods/store?key=${key}`, {
    method: 'POST',
    body: JSON.stringify({
      id: 'a-1',
      act: 'acknowledge',
      policy: 'test',
      version: '1.0',
      recordedAt: new Date().toISOString(),
      ...changes,
    }),
  });

describe('<policy-notice>', () => {
  afterEach(unmountAll);

  it('tells who is asked by when, how long it takes, and what is new', async () => {
    const element = await ready({ endpoint: endpoint().url, href: '/policy' }, (draft) => {
      draft.acknowledgement.due = '2099-09-30';
      draft.history = [{ version: '1.0', date: '2026-03-01', summary: 'Foto’s van cliënten.' }];
    });
    await until('the note', () => shown(element));
    const text = textOf(element);
    for (const part of ['30 september 2099', '1 minuut', 'Foto’s van cliënten.'])
      expect(text).to.contain(part);
    expect(deepOne(element, 'a.button').getAttribute('href')).to.equal('/policy');
  });

  it('leads to the policy on the same page where no page is named, or none that is safe', async () => {
    for (const href of [undefined, 'javascript:alert(1)']) {
      const element = await ready({ href });
      expect(deepOne(element, 'a.button').getAttribute('href')).to.match(/^#test\//);
    }
  });

  it('shows nothing before the endpoint has answered, and takes no room', async () => {
    const element = await ready({ endpoint: '/moods/slow?ms=60000' });
    expect(shown(element)).to.equal(false);
    expect(element.offsetHeight).to.equal(0);
  });

  for (const act of ['acknowledge', 'decline', 'request-exception']) {
    it(`shows nothing to who has answered: ${act}`, async () => {
      const { key, url } = endpoint();
      await store(key, { act });
      const element = await ready({ endpoint: url });
      await until('an answer', () => element.status.status !== 'unknown');
      await settled(element);
      expect(shown(element)).to.equal(false);
      expect(element.offsetHeight).to.equal(0);
    });
  }

  it('says so where a version is new, or a confirmation is over', async () => {
    const earlier = endpoint();
    await store(earlier.key, { version: '0.9' });
    const outdated = await ready({ endpoint: earlier.url });
    await until('the note', () => shown(outdated));
    expect(textOf(outdated)).to.contain('nieuwe versie');
    const old = endpoint();
    await store(old.key, { recordedAt: '2020-01-01T09:00:00Z' });
    const expired = await ready({ endpoint: old.url }, (draft) => {
      draft.acknowledgement.validFor = 'P1Y';
    });
    await until('the note', () => shown(expired));
    expect(textOf(expired)).to.contain('verlopen');
  });

  it('goes away when the reader confirms on the same page', async () => {
    const { key, url } = endpoint();
    const subject = `notice-${readers++}`;
    const element = await ready({ endpoint: url, subject });
    await until('the note', () => shown(element));
    const form = await mount('policy-acknowledgement', {
      policy: minimal(),
      lang: 'nl',
      endpoint: url,
      subject,
    });
    await form.confirm('acknowledge');
    await until('nothing', () => !shown(element));
    expect(await received(key)).to.have.length(1);
  });

  it('shows a new policy that asks nothing, and no draft', async () => {
    const plain = await ready({}, (draft) => delete draft.acknowledgement);
    expect(textOf(plain)).not.to.contain('bevestig');
    expect(shown(plain)).to.equal(true);
    expect(shown(await ready({}, (draft) => (draft.status = 'draft')))).to.equal(false);
  });
});
