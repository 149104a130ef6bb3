/** What a reader is told before they answer, so that nobody fills in a form in vain. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { digestPolicy } from '../../src/policy/digest.js';
import { button, endpoint, focused, ready, received } from '../support/acknowledging.js';
import { minimal, type Draft } from '../support/drafts.js';
import {
  deepAll,
  deepOne,
  heard,
  mount,
  settled,
  stopHearing,
  textOf,
  unmountAll,
  until,
} from '../support/page.js';

const choice = (element: Element) => deepOne<HTMLInputElement>(element, 'input');
const confirm = (element: Element) => {
  choice(element).click();
  button(element).click();
};

describe('a text that is not the published one', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
  });

  const published = (version: string, ...digests: string[]) =>
    `published=${encodeURIComponent(JSON.stringify({ version, digests }))}`;

  it('says that it is the editor’s turn, in place of the form', async () => {
    const problems = heard('policy-problem');
    const told = heard('policy-status');
    const { key, url } = endpoint(published('1.0', 'sha-256:other'));
    const element = await ready({ endpoint: url });
    await until('the note', () => textOf(element).includes('de redactie moet deze tekst'));
    expect(deepAll(element, 'form')).to.deep.equal([]);
    expect(textOf(element)).to.contain('Gelezen.');
    expect(problems.map(({ code }) => code)).to.deep.equal(['unpublished-text']);
    await until('the status', () => told.at(-1)?.status === 'not-asked');
    expect((await element.confirm()).status).to.equal('not-asked');
    expect(await received(key)).to.deep.equal([]);
  });

  it('says to reload where a newer version was published', async () => {
    const element = await ready({ endpoint: endpoint(published('1.1', 'sha-256:other')).url });
    await until('the note', () => textOf(element).includes('Versie 1.1 van dit beleid'));
    expect(textOf(element)).to.contain('versie 1.0');
  });

  it('is nothing to speak of where it is one of the published ones', async () => {
    const draft = minimal();
    const url = endpoint(published('1.1', 'sha-256:other', digestPolicy(draft))).url;
    const told = heard('policy-status');
    const element = await ready({ endpoint: url, policy: draft });
    await until('the status', () => told.length);
    await settled(element);
    expect(deepAll(element, 'form')).to.have.length(1);
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
  });

  it('leaves the form to a reader who is at it, and says so above', async () => {
    const { fetch: real } = window;
    let come!: () => void;
    const held = new Promise<void>((resolve) => (come = resolve));
    window.fetch = async (...request) => {
      await held;
      return real(...request);
    };
    const element = await ready({ endpoint: endpoint(published('1.0', 'sha-256:other')).url });
    choice(element).click();
    window.fetch = real;
    come();
    await until('the note', () => textOf(element).includes('de redactie moet deze tekst'));
    expect(deepAll(element, 'form')).to.have.length(1);
    expect(choice(element).checked).to.equal(true);
  });
});

describe('a policy of which half is in another language', () => {
  afterEach(unmountAll);

  const dutch = (draft: Draft) => {
    const keep = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(keep);
      if (typeof value !== 'object' || value === null) return value;
      const all = Object.entries(value).map(([name, each]) => [name, keep(each)] as const);
      return Object.fromEntries('nl' in value ? all.filter(([name]) => name !== 'fr') : all);
    };
    draft.sections = keep(draft.sections);
    draft.languages = ['nl', 'fr'];
  };

  it('asks once whether that was understood', async () => {
    const { key, url } = endpoint();
    const element = await ready({ endpoint: url, lang: 'nl' }, dutch);
    element.lang = 'fr';
    await until('French', () => textOf(element).includes('Je le confirme'));
    confirm(element);
    await until('the question', () => textOf(element).includes('dans une autre langue'));
    expect(await received(key)).to.deep.equal([]);
    expect(button(element).textContent).to.contain('Je l’ai comprise aussi');
    expect(deepOne(element, '#complaint').role).to.equal('alert');
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(await received(key)).to.have.length(1);
  });

  it('asks nothing of who reads it in its own', async () => {
    const element = await ready({ endpoint: endpoint().url, lang: 'nl' }, dutch);
    confirm(element);
    await until('the receipt', () => deepAll(element, '.receipt').length);
  });
});

describe('the date to answer by', () => {
  afterEach(unmountAll);

  for (const [due, text] of [
    ['2999-12-31', 'Antwoord uiterlijk op 31 december 2999.'],
    ['2020-01-31', 'Je antwoord werd uiterlijk op 31 januari 2020 verwacht.'],
    [new Date().toLocaleDateString('sv'), 'Antwoord uiterlijk op'],
  ] as const) {
    it(`is said for ${due}`, async () => {
      const element = await ready(
        { endpoint: endpoint().url },
        (draft) => (draft.acknowledgement.due = due),
      );
      expect(textOf(element).replaceAll(/\s+/g, ' ')).to.contain(text);
    });
  }
});

describe('a button of the page’s own', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
  });

  it('confirms, and knows how it went', async () => {
    const { key, url } = endpoint();
    const element = await ready({ endpoint: url });
    expect(await element.confirm()).to.include({ status: 'confirmed', version: '1.0' });
    expect(textOf(element)).to.contain('Geregistreerd');
    // What holds is not answered twice.
    expect((await element.confirm()).status).to.equal('confirmed');
    expect(await received(key)).to.have.length(1);
  });

  it('is led to the form where something has to be done first', async () => {
    const element = await ready({ endpoint: endpoint().url }, (draft) => {
      draft.acknowledgement.acts = ['acknowledge', 'decline'];
    });
    expect((await element.confirm('decline')).status).to.equal('asked');
    expect(textOf(element)).to.contain('Geef eerst je reden op');
    expect(focused(element)).to.equal('input');
    expect((await element.confirm('decline', 'Te vaag.')).status).to.equal('declined');
  });

  it('is told that it waits, and sends it later', async () => {
    const element = await ready({ endpoint: endpoint('fail=429&wait=1').url });
    expect((await element.confirm()).status).to.equal('pending');
    await element.retry();
    await until('the receipt', () => deepAll(element, '.receipt').length);
  });

  it('works from the viewer too', async () => {
    const { key, url } = endpoint();
    const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'nl', endpoint: url });
    expect((await viewer.confirm()).status).to.equal('confirmed');
    expect(await received(key)).to.have.length(1);
    await until('the state', () => viewer.status.status === 'confirmed');
  });
});

describe('what was set before the element was there', () => {
  afterEach(unmountAll);

  it('is kept: a framework may be faster than the script', async () => {
    // As a document that is parsed before the script: elements of no class yet.
    const scope = document.implementation.createHTMLDocument('');
    const early = scope.createElement('policy-viewer');
    const send = () => Promise.resolve(true);
    const headers = { 'X-Token': '1' };
    Object.assign(early, { send, headers, policy: minimal(), lang: 'nl' });
    expect(early.constructor).to.equal(scope.defaultView?.HTMLElement ?? HTMLElement);
    const viewer = document.adoptNode(early);
    document.body.append(viewer);
    try {
      await until('the viewer', () => deepAll(viewer, 'form').length);
      const form = deepOne(viewer, 'policy-acknowledgement');
      expect(viewer).to.include({ send, headers });
      expect(form).to.include({ send, headers });
    } finally {
      viewer.remove();
    }
  });
});
