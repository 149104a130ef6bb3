import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import sample from '../../stories/policies/sample.json';
import { needsWindowSizes } from '../support/engine.js';
import { deepAll, deepOne, mount, unmountAll, until } from '../support/page.js';

describe('the contents follow the reading position', () => {
  const beside = async (properties: Partial<PolicyViewer> = {}) => {
    await setViewport({ width: 1280, height: 800 });
    const viewer = await mount('policy-viewer', {
      ...{ policy: sample, lang: 'nl', reading: 'all' as const },
      ...properties,
    });
    await until('the column', () => deepAll(viewer, 'nav > ol').length);
    await until('all parts', () => !deepAll(viewer, '.sections :not(:defined)').length);
    return viewer;
  };
  const current = (viewer: Element) =>
    deepAll(viewer, 'nav [aria-current]')
      .map((link) => link.getAttribute('href')!.split('/')[1])
      .join();
  const part = (viewer: Element, id: string) => deepOne(viewer, `[data-section=${id}]`);
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  };
  before(function () {
    needsWindowSizes(this);
  });
  afterEach(async () => {
    unmountAll();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
    await setViewport({ width: 800, height: 600 });
  });

  it('at once, wherever a script goes', async () => {
    const viewer = await beside();
    const ids = sample.sections.map(({ id }) => id);
    const wrong: string[] = [];
    for (const id of [...ids, 'acknowledgement', ...ids.toReversed()]) {
      part(viewer, id).scrollIntoView();
      await frames(3);
      if (current(viewer) !== id) wrong.push(`${id}: ${current(viewer)}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('in what scrolls within a component around it', async () => {
    const viewer = await beside();
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div style="block-size: 700px; overflow: auto"><slot></slot></div>';
    viewer.before(host);
    host.append(viewer);
    await frames(3);
    for (const id of ['faq', 'rules']) {
      part(viewer, id).scrollIntoView();
      await until(`the mark at ${id}`, () => current(viewer) === id);
    }
    host.remove();
  });

  it('to the very ends', async () => {
    const viewer = await beside({ sections: 'purpose platforms definition scope objectives' });
    for (const id of ['purpose', 'acknowledgement', 'purpose']) {
      scrollTo(0, id === 'purpose' ? 0 : document.documentElement.scrollHeight);
      await frames(3);
      expect(current(viewer)).to.equal(id);
    }
  });

  it('where a section ends in the middle of the window', async () => {
    const viewer = await beside();
    part(viewer, 'faq').scrollIntoView();
    await frames(3);
    const { bottom } = part(viewer, 'rules').getBoundingClientRect();
    // The line that counts is between this section and the next.
    scrollBy(0, bottom - innerHeight / 3 + 20);
    await frames(3);
    expect(current(viewer)).to.equal('rules');
  });

  it('by what the reader was led to, where it cannot come up', async () => {
    const viewer = await beside({ sections: 'purpose platforms definition scope objectives' });
    location.hash = 'social-media/objectives';
    await until('the section', () => current(viewer) === 'objectives');
    await frames(5);
    expect(current(viewer)).to.equal('objectives');
    scrollTo(0, 0);
    await until('the first', () => current(viewer) === 'purpose');
  });

  it('in a part of the page that scrolls', async () => {
    const viewer = await beside();
    const box = document.createElement('div');
    box.style.cssText = 'height: 500px; margin-top: 250px; overflow: auto';
    viewer.replaceWith(box);
    box.append(viewer);
    const wrong: string[] = [];
    for (const id of ['rules', 'scope', 'faq', 'definition', 'purpose']) {
      box.scrollTop += part(viewer, id).getBoundingClientRect().top - 250;
      await frames(3);
      if (current(viewer) !== id) wrong.push(`${id}: ${current(viewer)}`);
    }
    box.scrollTop = box.scrollHeight;
    await frames(3);
    if (current(viewer) !== 'acknowledgement') wrong.push(current(viewer));
    box.remove();
    expect(wrong).to.deep.equal([]);
  });
});
