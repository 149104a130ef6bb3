import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepOne, mount, settled, unmountAll, until } from '../support/page.js';

/** Three sections, of which the second is the short reading. */
const withCore = (more: Draft = {}): Draft => {
  const draft = minimal();
  delete draft.acknowledgement;
  draft.sections = ['first', 'second', 'third'].map((id) => ({
    id,
    type: 'text',
    title: { nl: id, fr: id },
    body: { nl: `Tekst van ${id}.`, fr: `Texte de ${id}.` },
    ...(id === 'second' && { core: true }),
  }));
  return { ...draft, ...more };
};

const shown = (viewer: PolicyViewer): (string | undefined)[] =>
  [...viewer.renderRoot.querySelectorAll<HTMLElement>('.sections > [data-section]')]
    .filter((section) => section.checkVisibility())
    .map((section) => section.dataset['section']);
const open = async (properties: Partial<PolicyViewer> = {}) => {
  const viewer = await mount('policy-viewer', { policy: withCore(), lang: 'nl', ...properties });
  await until('the sections', () => shown(viewer).length);
  return viewer;
};

describe('the short reading', () => {
  afterEach(() => {
    unmountAll();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('has the people that it names, and the whole has them where they stand', async () => {
    const policy = withCore({
      contacts: [{ id: 'desk', name: 'Balie', role: { nl: 'Helpt', fr: 'Aide' } }],
    });
    policy.sections[1].body = { nl: 'Vraag het [de balie](#desk).', fr: '[Bureau](#desk)' };
    const viewer = await open({ policy });
    const named = () => viewer.renderRoot.querySelectorAll('.named').length;
    await until('the people', () => named() === 1);
    viewer.renderRoot.querySelector<HTMLElement>('.reading > summary')!.click();
    await until('all of it', () => shown(viewer).length === 3);
    await settled(viewer);
    expect(named()).to.equal(0);
  });

  it('is what a reader begins with, where the policy has one', async () => {
    expect(shown(await open())).to.deep.equal(['second']);
    expect(shown(await open({ reading: 'all' }))).to.deep.equal(['first', 'second', 'third']);
    expect(shown(await open({ reading: 'everything' as 'all' }))).to.deep.equal(['second']);
    const draft = withCore();
    for (const section of draft.sections) delete section.core;
    const whole = await open({ policy: draft });
    expect(shown(whole)).to.deep.equal(['first', 'second', 'third']);
    expect(whole.renderRoot.querySelector('.reading')).to.equal(null);
  });

  it('gives way to everything by one press, which holds for the visit', async () => {
    const viewer = await open();
    deepOne(viewer, '.reading > summary').click();
    await until('everything', () => viewer.reading === 'all');
    await settled(viewer);
    expect(shown(viewer)).to.deep.equal(['first', 'second', 'third']);
    expect(shown(await open())).to.deep.equal(['first', 'second', 'third']);
  });

  it('shows a section it leaves out to who follows a link to it', async () => {
    const viewer = await open();
    deepOne(viewer, '.contents a[href="#test/third"]').click();
    await until('the section', () => shown(viewer).includes('third'));
    expect(shown(viewer)).to.deep.equal(['second', 'third']);
  });

  it('is where the skip link leads', async () => {
    const skip = deepOne<HTMLAnchorElement>(await open(), '.skip');
    expect(skip.getAttribute('href')).to.equal('#test/second');
    const whole = deepOne<HTMLAnchorElement>(await open({ reading: 'all' }), '.skip');
    expect(whole.getAttribute('href')).to.equal('#test/first');
  });

  it('has its skip link in the viewer, wherever that stands', async () => {
    const viewer = await open();
    viewer.style.marginBlockStart = '300px';
    const skip = deepOne<HTMLAnchorElement>(viewer, '.skip');
    skip.focus();
    const [link, around] = [skip, viewer].map((each) => each.getBoundingClientRect());
    expect(link!.top).to.be.within(around!.top, around!.top + 40);
  });

  it('comes before a form that is about everything, with the way to the rest', async () => {
    const acknowledgement = { statement: { nl: 'Ik las dit.', fr: 'J’ai lu.' } };
    const viewer = await open({ policy: withCore({ acknowledgement }), endpoint: '/none' });
    expect(viewer.renderRoot.querySelector('policy-acknowledgement')).to.equal(null);
    deepOne(viewer, '.all-first button').click();
    await until('the form', () => viewer.renderRoot.querySelector('policy-acknowledgement'));
    expect(shown(viewer)).to.include.members(['first', 'second', 'third']);
  });
});
