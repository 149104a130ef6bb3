/** What a reader answered before, and the receipt of it. */
import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { AcknowledgementRecord } from '../../src/acknowledgement/record.js';
import type { PolicyAcknowledgement } from '../../src/elements/policy-acknowledgement/policy-acknowledgement.js';
import { button, endpoint, focused, press, ready, received } from '../support/acknowledging.js';
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

const before = (changes: object = {}) => ({
  id: 'a-1',
  act: 'acknowledge',
  policy: 'test',
  version: '1.0',
  digest: 'sha-256:11',
  shown: 'sha-256:22',
  languages: { fr: 3 },
  statement: 'Lu et approuvé.',
  at: '2026-01-31T09:00:00Z',
  recordedAt: '2026-01-31T09:00:00Z',
  receipt: 'h.p.s',
  ...changes,
});

/** The element of a reader of whom the endpoint has this record. */
const known = async (
  changes: object = {},
  change?: (draft: Draft) => void,
  { query = '', ...properties }: Partial<PolicyAcknowledgement> & { query?: string } = {},
) => {
  const { key, url } = endpoint(query);
  const body = JSON.stringify(before(changes));
  await fetch(`/moods/store?key=${key}`, { method: 'POST', body });
  return { key, element: await ready({ endpoint: url, ...properties }, change) };
};

const MAJOR = (draft: Draft) => {
  draft.version = '2.0';
  draft.history.unshift({ version: '2.0', date: '2026-06-01', summary: { nl: 'Tweede.' } });
};

describe('an answer given before', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
    // The viewer brings a reader to what changed by its address.
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is shown with its moment, version and language, in place of the form', async () => {
    const { element } = await known();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    const text = textOf(element);
    expect(text).to.contain('Je hebt dit beleid bevestigd');
    expect(text).to.contain('31 januari 2026');
    expect(text).to.contain('Frans');
    expect(deepAll(element, 'form')).to.deep.equal([]);
    expect(deepOne(element, 'blockquote').textContent).to.equal('Lu et approuvé.');
    expect(deepOne(element, 'blockquote').lang).to.equal('');
  });

  it('holds for a later minor version, and says which it was', async () => {
    const { element } = await known({}, (draft) => (draft.version = '1.4'));
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain(
      'Je antwoord gaat over versie 1.0. Het geldt ook voor versie 1.4.',
    );
  });

  it('says until when it holds', async () => {
    const { element } = await known({}, (draft) => (draft.acknowledgement.validFor = 'P100Y'));
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain('31 januari 2126');
  });

  it('is asked for again when it has expired, with the reason', async () => {
    const { key, element } = await known({}, (draft) => (draft.acknowledgement.validFor = 'P1D'));
    await until('the note', () => textOf(element).includes('1 februari 2026'));
    expect(textOf(element)).to.contain('Bevestig opnieuw');
    deepOne<HTMLInputElement>(element, 'input[value=acknowledge]').click();
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(await received(key)).to.have.length(1);
  });

  it('is asked for again by a new major version, and offers what changed', async () => {
    const { element } = await known({}, MAJOR);
    await until('the note', () =>
      textOf(element).includes('Voor versie 2.0 vragen we een nieuw antwoord'),
    );
    expect(deepAll(element, 'form')).to.have.length(1);
    const compared = heard('policy-compare');
    press(element, 'Wat er veranderd is sinds versie 1.0');
    expect(compared.map(({ version }) => version)).to.deep.equal(['1.0']);
    await until('the changes', () => deepAll(element, 'policy-changes').length);
    expect(deepOne(element, 'policy-changes')).to.have.property('knownVersion', '1.0');
  });

  it('leaves it to the page to show what changed', async () => {
    const { element } = await known({}, MAJOR);
    await until('the note', () =>
      textOf(element).includes('Voor versie 2.0 vragen we een nieuw antwoord'),
    );
    element.addEventListener('policy-compare', (event) => event.preventDefault());
    press(element, 'Wat er veranderd is sinds versie 1.0');
    await settled(element);
    expect(deepAll(element, 'policy-changes')).to.deep.equal([]);
  });

  it('shows what changed in the viewer once, and brings the reader there', async () => {
    const { key, url } = endpoint();
    await fetch(`/moods/store?key=${key}`, { method: 'POST', body: JSON.stringify(before()) });
    const policy = minimal();
    MAJOR(policy);
    const viewer = await mount('policy-viewer', { policy, lang: 'nl', endpoint: url });
    const label = 'Wat er veranderd is sinds versie 1.0';
    deepOne(viewer, 'policy-acknowledgement').scrollIntoView();
    await until('the button', () =>
      deepAll(viewer, 'button').some(({ textContent }) => textContent?.trim() === label),
    );
    press(viewer, label);
    await until('the changes', () => deepAll(viewer, 'policy-changes').length);
    await settled(viewer);
    expect(deepAll(viewer, 'policy-changes')).to.have.length(1);
  });

  it('may be answered anew when it was no confirmation', async () => {
    const { key, element } = await known({ act: 'decline', reason: 'Te vaag.' });
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain('Te vaag.');
    deepAll(element, '.receipt button')[0]!.focus();
    press(element, 'Opnieuw antwoorden');
    await until('the form', () => deepAll(element, 'form').length);
    expect(focused(element)).to.equal('input');
    deepOne<HTMLInputElement>(element, 'input[value=acknowledge]').click();
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect((await received(key)).map(({ record }) => record.act)).to.deep.equal(['acknowledge']);
  });
});

/** The element, and what lets the endpoint's word about an answer given before come. */
const late = async (changes: object = {}, change?: (draft: Draft) => void) => {
  const { fetch: real } = window;
  const { key, url } = endpoint();
  const body = JSON.stringify(before(changes));
  await real(`/moods/store?key=${key}`, { method: 'POST', body });
  let come!: () => void;
  const held = new Promise<void>((resolve) => (come = resolve));
  const told: Promise<Response>[] = [];
  window.fetch = async (input, init) => {
    if (init?.method === 'POST') return real(input, init);
    await held;
    const answer = real(input, init);
    told.push(answer);
    return answer;
  };
  const element = await ready({ endpoint: url }, change);
  const release = async () => {
    come();
    await until('the word', () => told.length);
    await Promise.all(told);
  };
  return { key, element, release };
};

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

const NOTE = 'Je antwoord van 31 januari 2026 op versie 1.0 geldt nog.';
const choice = (element: Element) => deepOne<HTMLInputElement>(element, 'input');

describe('an answer given before that is told late', () => {
  const { fetch: real } = window;
  afterEach(async () => {
    window.fetch = real;
    await resetMouse();
    unmountAll();
    document.querySelectorAll('.spacer').forEach((spacer) => spacer.remove());
    document.documentElement.style.overflowAnchor = '';
    scrollTo(0, 0);
  });

  const ways: [string, (element: Element) => unknown][] = [
    ['has the focus in it', (element) => choice(element).focus()],
    [
      'touches it',
      (element) =>
        choice(element).dispatchEvent(
          new PointerEvent('pointerdown', { bubbles: true, composed: true }),
        ),
    ],
    [
      'has made and taken back a choice',
      (element) => {
        choice(element).click();
        choice(element).click();
      },
    ],
    [
      'was asked for a choice',
      async (element) => {
        button(element).click();
        await until('the focus', () => focused(element) === 'input');
      },
    ],
    [
      'has the pointer at what to press',
      async (element) => {
        const { left, top, width, height } = button(element).getBoundingClientRect();
        const middle: [number, number] = [
          Math.round(left + width / 2),
          Math.round(top + height / 2),
        ];
        await sendMouse({ type: 'move', position: middle });
        await until('the pointer', () => button(element).matches(':hover'));
      },
    ],
  ];
  for (const [way, begin] of ways) {
    it(`leaves the form to a reader who ${way}, and says so above it`, async () => {
      const { element, release } = await late();
      await begin(element);
      const before = focused(element);
      await release();
      await until('the note', () => deepAll(element, '[part=earlier]').length);
      expect(deepOne(element, '[part=earlier]').textContent).to.contain(NOTE);
      expect(deepOne(element, '[role=status]').textContent).to.contain(NOTE);
      expect(deepAll(element, 'form')).to.have.length(1);
      expect(deepAll(element, '.receipt')).to.deep.equal([]);
      expect(focused(element)).to.equal(before);
    });
  }

  it('leaves what the reader has written, and lets them send it', async () => {
    const { key, element, release } = await late({}, (draft) => {
      draft.acknowledgement.acts = ['acknowledge', 'decline'];
    });
    deepOne<HTMLInputElement>(element, 'input[value=decline]').click();
    await until('the reason', () => deepAll(element, 'textarea').length);
    const reason = deepOne<HTMLTextAreaElement>(element, 'textarea');
    reason.focus();
    reason.value = 'Te vaag.';
    reason.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await release();
    await until('the note', () => deepAll(element, '[part=earlier]').length);
    expect(deepOne<HTMLTextAreaElement>(element, 'textarea').value).to.equal('Te vaag.');
    expect(focused(element)).to.equal('input');
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect((await received(key)).map(({ record }) => record.reason)).to.deep.equal(['Te vaag.']);
  });

  // Not every browser holds the place by itself.
  for (const anchor of ['auto', 'none']) {
    it(`moves nothing under the pointer, overflow-anchor: ${anchor}`, async () => {
      document.documentElement.style.overflowAnchor = anchor;
      const { element, release } = await late();
      for (const place of ['beforebegin', 'afterend'] as const) {
        const spacer = document.createElement('div');
        spacer.className = 'spacer';
        spacer.style.height = '2000px';
        element.insertAdjacentElement(place, spacer);
      }
      choice(element).focus();
      choice(element).scrollIntoView({ block: 'center' });
      await frames(3);
      const { top } = choice(element).getBoundingClientRect();
      const seen: number[] = [];
      await release();
      await until('the note', () => {
        seen.push(choice(element).getBoundingClientRect().top - top);
        return deepAll(element, '[part=earlier]').length;
      });
      for (let frame = 0; frame < 5; frame++) {
        await frames(1);
        seen.push(choice(element).getBoundingClientRect().top - top);
      }
      expect(Math.max(...seen.map(Math.abs))).to.be.lessThan(2);
    });
  }

  it('says nothing anew to who began with it in sight', async () => {
    const { element } = await known({}, MAJOR);
    await until('the note', () =>
      textOf(element).includes('Voor versie 2.0 vragen we een nieuw antwoord'),
    );
    await until('the form', () => deepAll(element, 'input').length);
    const note = deepOne(element, '[part=earlier]');
    const changes = new MutationObserver(() => undefined);
    changes.observe(note.parentElement!, { childList: true, characterData: true, subtree: true });
    deepOne<HTMLInputElement>(element, 'input').click();
    await settled(element);
    // What is told is what changes in such a place.
    expect(note.parentElement!.role).to.equal('status');
    expect(changes.takeRecords()).to.deep.equal([]);
    changes.disconnect();
  });
});

describe('the receipt', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    undo.splice(0).forEach((each) => each());
    unmountAll();
    stopHearing();
  });

  it('is saved as a file that holds the record and the signature', async () => {
    const saved: [string, Blob][] = [];
    const make = URL.createObjectURL;
    const { click } = HTMLAnchorElement.prototype;
    let last: Blob;
    URL.createObjectURL = (blob) => make.call(URL, (last = blob as Blob));
    HTMLAnchorElement.prototype.click = function () {
      saved.push([this.download, last]);
    };
    undo.push(() => {
      URL.createObjectURL = make;
      HTMLAnchorElement.prototype.click = click;
    });
    const { key, url } = endpoint('receipt=h.p.s');
    const element = await ready({ endpoint: url });
    deepOne<HTMLInputElement>(element, 'input[value=acknowledge]').click();
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    press(element, 'Ontvangstbewijs opslaan');
    const [[name, blob]] = saved as [[string, Blob]];
    expect(name).to.equal('receipt-test-1.0.json');
    expect(blob.type).to.equal('application/json');
    const file = JSON.parse(await blob.text()) as { record: AcknowledgementRecord };
    const [{ record }] = (await received(key)) as [{ record: AcknowledgementRecord }];
    expect(file).to.deep.equal({ record, recordedAt: '2026-03-01T08:30:00Z', receipt: 'h.p.s' });
  });

  it('says until when a confirmation holds', async () => {
    const validFor = (draft: Draft) => (draft.acknowledgement.validFor = 'P100Y');
    const element = await ready({ endpoint: endpoint().url }, validFor);
    deepOne<HTMLInputElement>(element, 'input[value=acknowledge]').click();
    button(element).click();
    await until('the receipt', () => deepAll(element, '.receipt').length);
    expect(textOf(element)).to.contain('1 maart 2126');
  });

  it('is printed alone, with the statement, the digests and the signature', async () => {
    const { element } = await known({}, (draft) => {
      draft.title = { nl: '<img src=x onerror=alert(1)> Beleid' };
    });
    await until('the receipt', () => deepAll(element, '.receipt').length);
    const printed: string[] = [];
    // The dialog of the browser would wait for somebody.
    document.body.append = (frame: HTMLIFrameElement) => {
      document.body.appendChild(frame);
      const view = frame.contentWindow!;
      view.print = () => {
        const { body, documentElement, title, images } = view.document;
        printed.push(body.textContent, documentElement.lang, title, String(images.length));
        view.dispatchEvent(new Event('afterprint'));
      };
    };
    undo.push(() => Reflect.deleteProperty(document.body, 'append'));
    press(element, 'Ontvangstbewijs afdrukken');
    const [text, lang, title, images] = printed as [string, string, string, string];
    for (const part of ['Lu et approuvé.', 'sha-256:11', 'sha-256:22', 'h.p.s', 'a-1', 'Frans'])
      expect(text).to.contain(part);
    expect([lang, title, images]).to.deep.equal(['nl', 'receipt-test-1.0', '0']);
    await until('the frame to be gone', () => !document.querySelector('body > iframe'));
  });
});
