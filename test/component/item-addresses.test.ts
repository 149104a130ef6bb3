import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyNavigateEvent } from '../../src/events.js';
import { fromFragment } from '../../src/policy/fragment.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

const here = location.href.split('#', 1)[0]!;
const stops: (() => void)[] = [];

/** Something on the page for one test. */
function add(element: HTMLElement, to: Element = document.body): void {
  to.prepend(element);
  stops.push(() => element.remove());
}

const link = (viewer: Element, id: string) =>
  deepAll(viewer, `.contents a[href="#social-media/${id}"]`)[0] as HTMLAnchorElement;

const top = (viewer: Element, id: string) =>
  deepOne(viewer, `[id="${id}"]`).getBoundingClientRect().top;

const comesUp = (viewer: Element, id: string) =>
  until(`${id} at the top`, () => Math.abs(top(viewer, id)) < innerHeight / 3);

describe('the address of an item', () => {
  afterEach(() => {
    stops.splice(0).forEach((stop) => stop());
    unmountAll();
    history.replaceState(null, '', here);
    scrollTo(0, 0);
  });

  for (const attributes of [{ href: '/elsewhere/' }, { target: '_blank' }, { target: '_parent' }]) {
    it(`stays on the page whose base says ${JSON.stringify(attributes)}`, async () => {
      add(Object.assign(document.createElement('base'), attributes), document.head);
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await until('the contents', () => link(viewer, 'faq'));
      const clicks: MouseEvent[] = [];
      const keep = (event: MouseEvent) => void clicks.push(event);
      addEventListener('click', keep);
      stops.push(() => removeEventListener('click', keep));
      link(viewer, 'faq').click();
      expect(clicks[0]!.defaultPrevented).to.equal(true);
      await comesUp(viewer, 'faq');
      expect(location.href).to.equal(`${here}#social-media/faq`);
    });
  }

  it('that is opened in another window is this page, whatever its base', async () => {
    add(Object.assign(document.createElement('base'), { href: '/elsewhere/' }), document.head);
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the contents', () => link(viewer, 'faq'));
    const anchor = link(viewer, 'faq');
    anchor.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(anchor.href).to.equal(`${here}#social-media/faq`);
    anchor.click();
    await comesUp(viewer, 'faq');
  });

  it('may be led to by the page itself', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the contents', () => link(viewer, 'faq'));
    const seen: PolicyNavigateEvent[] = [];
    const take = (event: PolicyNavigateEvent) => {
      event.preventDefault();
      seen.push(event);
    };
    viewer.addEventListener('policy-navigate', take);
    link(viewer, 'faq').click();
    await viewer.goTo('rules');
    expect(seen.map(({ id, fragment }) => [id, fragment])).to.deep.equal([
      ['faq', '#social-media/faq'],
      ['rules', '#social-media/rules'],
    ]);
    expect(location.hash).to.equal('');
    expect(scrollY).to.equal(0);
  });

  it('leaves the route of a hash router where it is', async () => {
    history.replaceState(null, '', `${here}#/policy`);
    let changes = 0;
    const count = () => changes++;
    addEventListener('hashchange', count);
    stops.push(() => removeEventListener('hashchange', count));
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the contents', () => link(viewer, 'faq'));
    link(viewer, 'faq').click();
    await comesUp(viewer, 'faq');
    expect(location.hash).to.equal('#/policy#social-media/faq');
    link(viewer, 'rules').click();
    await comesUp(viewer, 'rules');
    expect(location.hash).to.equal('#/policy#social-media/rules');
    expect(changes).to.equal(0);
    history.back();
    await until('the way back', () => location.hash === '#/policy#social-media/faq');
    await comesUp(viewer, 'faq');
  });

  it('is found behind the route of a hash router', async () => {
    history.replaceState(null, '', `${here}#/policy#social-media/faq`);
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await comesUp(viewer, 'faq');
  });

  it('can be kept behind a route that is not there yet, or out of the address', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl', links: 'route' });
    await until('the contents', () => link(viewer, 'faq'));
    link(viewer, 'faq').click();
    await comesUp(viewer, 'faq');
    expect(location.hash).to.equal('#/#social-media/faq');
    history.replaceState(null, '', here);
    viewer.links = 'none';
    link(viewer, 'rules').click();
    await comesUp(viewer, 'rules');
    expect(location.href).to.equal(here);
  });

  it('is noticed where the page changes it without a link', async function () {
    // Only there does the browser tell of it.
    if (!('navigation' in globalThis)) this.skip();
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the contents', () => link(viewer, 'faq'));
    history.pushState(null, '', '#social-media/faq');
    await comesUp(viewer, 'faq');
    history.replaceState(null, '', '#social-media/rules');
    await comesUp(viewer, 'rules');
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`does not lead under a header in a shadow root that is ${mode}`, async () => {
      const header = document.createElement('site-header');
      const bar = document.createElement('div');
      Object.assign(bar.style, {
        position: 'fixed',
        insetBlockStart: '0',
        insetInline: '0',
        height: '90px',
        background: 'gray',
        zIndex: '9',
      });
      header.attachShadow({ mode }).append(bar);
      add(header);
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await viewer.goTo('rules');
      await until(
        'the rules below the bar',
        () => top(viewer, 'rules') >= 90 && top(viewer, 'rules') < 160,
      );
    });
  }

  it('does not lead under the header of a shell that the policy stands in', async () => {
    const shell = document.createElement('app-shell');
    const bar = document.createElement('div');
    Object.assign(bar.style, {
      position: 'sticky',
      insetBlockStart: '0',
      height: '80px',
      background: 'gray',
      zIndex: '9',
    });
    shell.attachShadow({ mode: 'open' }).append(bar, document.createElement('slot'));
    add(shell);
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    shell.append(viewer);
    await viewer.goTo('rules');
    await until(
      'the rules below the bar',
      () => top(viewer, 'rules') >= 80 && top(viewer, 'rules') < 150,
    );
  });

  it('is where a page that scrolls smoothly ends up, too', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    stops.push(() => (document.documentElement.style.scrollBehavior = ''));
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await viewer.goTo('rules');
    expect(Math.abs(top(viewer, 'rules'))).to.be.lessThan(60);
  });

  for (const mangled of [
    'social-media/faq.',
    'social-media/faq)',
    'social-media/faq&gt;',
    'social-media/faq?utm_source=mail&utm_medium=x',
    'social-media/faq%20',
    'social-media%2Ffaq',
    'social-media%252Ffaq',
    'Social-Media/FAQ',
    'social-media/faq”',
    '%20social-media/faq,',
    'social-media/faq%E2%80%8B',
  ]) {
    it(`is found as mail programs leave it: ${mangled}`, () => {
      expect(fromFragment(`#${mangled}`)).to.deep.equal({ policy: 'social-media', item: 'faq' });
    });
  }

  for (const other of ['', '#', '#top', '#/social-media/faq/more', '#a/b/c', '#!/x', '#x=1&y=a/b'])
    it(`is nothing of ours in ${JSON.stringify(other)}`, () => {
      expect(fromFragment(other)).to.equal(undefined);
    });

  it('leads to the element its link stands in, and then to the first of the page', async () => {
    const policy = { ...sample, sections: sample.sections.filter(({ id }) => id !== 'quiz') };
    const quiz = await mount('policy-quiz', { policy: sample, lang: 'nl' });
    const last = await mount('policy-faq', { policy: sample, lang: 'nl' });
    const other = await mount('policy-viewer', { policy, lang: 'nl' });
    // These came before them, and stand after them.
    document.body.append(other, quiz, last);
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    document.body.append(viewer);
    await until('the contents', () => link(viewer, 'quiz'));
    await until('the quiz', () => deepAll(viewer, '#quiz').length);
    const focused = () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active as HTMLElement;
    };
    const isWithin = (element: Element) => deepAll(element, '*').includes(focused());
    link(viewer, 'quiz').click();
    await until('the quiz of the same viewer', () => focused().id === 'quiz' && isWithin(viewer));
    // A link of the page itself.
    location.hash = '#social-media/faq';
    await until('the first on the page', () => focused().id === 'faq' && isWithin(other));
  });

  it('is followed once where several elements show the same policy', async () => {
    let events = 0;
    const count = () => events++;
    addEventListener('policy-navigate', count);
    stops.push(() => removeEventListener('policy-navigate', count));
    const rules = await mount('policy-rules', { policy: sample, lang: 'nl' });
    const faq = await mount('policy-faq', { policy: sample, lang: 'nl' });
    location.hash = 'social-media/faq';
    await comesUp(faq, 'faq');
    await settled(rules);
    expect(events).to.equal(1);
    expect(deepAll(rules, '.missing')).to.deep.equal([]);
  });
});

describe('a link to what is hidden', () => {
  const policy = {
    ...sample,
    sections: sample.sections.map((section) =>
      section.id === 'rules' ? { ...section, audience: ['employees'] } : section,
    ),
  };

  afterEach(() => {
    unmountAll();
    history.replaceState(null, '', here);
  });

  const note = (viewer: Element) => deepAll(viewer, '.missing')[0];
  const press = (viewer: Element) => note(viewer)!.querySelector('button')!.click();

  it('by who the reader is says for whom it is, and shows it', async () => {
    const viewer = await mount('policy-viewer', { policy, lang: 'en', audience: 'volunteers' });
    location.hash = 'social-media/rules';
    await until('the note', () => note(viewer));
    expect(textOf(note(viewer)!))
      .to.contain('is for: Permanent staff')
      .and.not.to.contain('version');
    press(viewer);
    await comesUp(viewer, 'rules');
    expect(note(viewer)).to.equal(undefined);
    expect(viewer.audience!.split(' ')).to.deep.equal(['volunteers', 'employees']);
  });

  it('by `sections` says so, and shows it', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'en', sections: 'faq' });
    for (const [id, within] of [
      ['rules', 'rules'],
      [sample.documents![0]!.id, 'about'],
    ] as const) {
      await viewer.goTo(id);
      await until('the note', () => note(viewer));
      expect(textOf(note(viewer)!)).to.contain('is not among what is shown here');
      press(viewer);
      await comesUp(viewer, id);
      expect(deepAll(viewer, `[id="${within}"]`).length).to.equal(1);
    }
  });

  it('by `hide` says so, and shows the form only where it leads somewhere', async () => {
    const viewer = await mount('policy-viewer', {
      policy: sample,
      lang: 'en',
      hide: 'acknowledgement',
    });
    await viewer.goTo('acknowledgement');
    await until('the note', () => note(viewer));
    expect(note(viewer)!.querySelector('button')).to.equal(null);
    viewer.endpoint = '/moods/endpoint?key=hidden';
    await until('the button', () => note(viewer)!.querySelector('button'));
    press(viewer);
    await until('the form', () => deepAll(viewer, 'policy-acknowledgement').length);
  });

  it('on a page that shows another part says that it is not here', async () => {
    const faq = await mount('policy-faq', { policy: sample, lang: 'en' });
    location.hash = 'social-media/rules';
    await until('the note', () => note(faq));
    expect(textOf(note(faq)!)).to.contain('is not among what is shown here');
    expect(note(faq)!.querySelector('button')).to.equal(null);
  });

  it('is brought before who pressed it', async () => {
    const viewer = await mount('policy-viewer', { policy, lang: 'en', audience: 'volunteers' });
    scrollTo(0, document.documentElement.scrollHeight);
    await viewer.goTo('rules');
    await until('the note in view', () => {
      const { top, bottom } = note(viewer)!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  });
});
