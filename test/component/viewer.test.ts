import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import sample from '../../stories/policies/sample.json';
import broken from '../../stories/policies/broken.json';
import { minimal } from '../support/drafts.js';
import { needsWindowSizes } from '../support/engine.js';
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

let keys = 0;
const at = (mood: string, query = '') =>
  `/moods/${mood}?key=viewer${Math.random()}${keys++}&${query}`;
const shows = (viewer: Element, text: string) => until(text, () => textOf(viewer).includes(text));
const inLanguage = (element: Element, lang: string) =>
  until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));

describe('<policy-viewer>', () => {
  afterEach(() => {
    unmountAll();
    stopHearing();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('its states', () => {
    it('shows what stands between the tags until the policy is there', async () => {
      const viewer = await mount(
        'policy-viewer',
        { src: at('slow', 'ms=300'), lang: 'nl' },
        'Lees de pdf',
      );
      expect(textOf(viewer)).to.contain('Lees de pdf');
      expect(viewer.shadowRoot?.querySelector('[aria-busy=true]')).not.to.equal(null);
      await until('the policy', () => viewer.shownPolicy);
      await settled(viewer);
      expect(textOf(viewer)).not.to.contain('Lees de pdf');
    });

    it('keeps the shape of a text where nothing stands between the tags', async () => {
      const viewer = await mount('policy-viewer', { src: at('slow', 'ms=300'), lang: 'nl' });
      expect(viewer.shadowRoot?.querySelector('.skeleton')).not.to.equal(null);
    });

    const FAILURES: [string, string, string, RegExp][] = [
      ['status', 'code=404', 'missing', /Op dit adres staat niets/],
      ['status', 'code=403', 'refused', /geen toegang/],
      ['page', '', 'not-json', /aanmeldpagina/],
      ['comma', '', 'broken-json', /geen geldige JSON/],
      ['other', '', 'not-a-policy', /geen beleid/],
    ];
    for (const [mood, query, code, message] of FAILURES) {
      it(`says in the reader’s language what is wrong: ${code}`, async () => {
        const problems = heard('policy-problem');
        const viewer = await mount(
          'policy-viewer',
          { src: at(mood, query), lang: 'nl' },
          'Lees de pdf',
        );
        await until('the message', () => viewer.shadowRoot?.querySelector('[role=alert]'));
        expect(textOf(viewer)).to.match(message);
        expect(textOf(viewer), 'the way out that the editor wrote').to.contain('Lees de pdf');
        expect(problems.map((event) => event.code)).to.deep.equal([code]);
      });
    }

    it('tries again when asked', async () => {
      const viewer = await mount('policy-viewer', {
        src: at('fading').replace('fading', 'status') + 'code=404',
        lang: 'nl',
      });
      await until('the message', () => viewer.shadowRoot?.querySelector('[role=alert]'));
      viewer.src = at('good');
      await until('the policy', () => viewer.shownPolicy);
    });

    it('shows the copy of a policy with its date when the server is away', async () => {
      const src = at('fading');
      const first = await mount('policy-viewer', { src, lang: 'nl' });
      await until('the policy', () => first.shownPolicy);
      await until('the copy', () =>
        localStorage.getItem(`policy-elements:copy:${new URL(src, location.href).href}`),
      );
      first.remove();
      const { forgetPolicy } = await import('../../src/policy/load.js');
      forgetPolicy(new URL(src, location.href).href);
      const second = await mount('policy-viewer', { src, lang: 'nl' });
      await shows(second, 'Dit is de kopie van');
      expect(second.shownPolicy).not.to.equal(undefined);
      expect(
        deepAll(second, 'button').some((button) =>
          button.textContent?.includes('Opnieuw proberen'),
        ),
      ).to.equal(true);
    });

    it('tells once that a policy is ready, not once for each part', async () => {
      const loads = heard('policy-load');
      await mount('policy-viewer', { policy: minimal(), lang: 'nl' });
      expect(loads.map((event) => event.policy.id)).to.deep.equal(['test']);
    });

    it('shows all that is sound of a broken policy, and says in place what is not', async () => {
      const problems = heard('policy-problem');
      const viewer = await mount('policy-viewer', { policy: broken, lang: 'nl' });
      await shows(viewer, 'nakijken');
      expect(problems).to.have.length(1);
      expect(problems[0]!.findings.length).to.be.greaterThan(8);
      const places = deepAll(viewer, '.gap code').map((code) => code.textContent);
      for (const { pointer } of problems[0]!.findings) expect(places).to.include(pointer);
    });

    it('says that a policy without sections has none', async () => {
      const viewer = await mount('policy-viewer', {
        policy: { ...minimal(), sections: [] },
        lang: 'nl',
      });
      expect(textOf(viewer)).to.contain('nog geen onderdelen');
    });

    for (const status of ['draft', 'withdrawn']) {
      it(`says that it is ${status}, and lets nobody confirm it`, async () => {
        const viewer = await mount('policy-viewer', {
          policy: { ...minimal(), status },
          lang: 'nl',
        });
        expect(textOf(viewer)).to.match(/ontwerp|ingetrokken/);
        expect(deepAll(viewer, 'form')).to.deep.equal([]);
      });
    }
  });

  describe('its language', () => {
    const choose = async (viewer: PolicyViewer, lang: string) => {
      deepOne<HTMLButtonElement>(viewer, `.languages [lang=${lang}]`).click();
      await inLanguage(viewer, lang);
      await settled(viewer);
    };

    it('is the reader’s choice, told to the page', async () => {
      const events = heard('policy-language');
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await inLanguage(viewer, 'nl');
      await choose(viewer, 'fr');
      expect(viewer.getAttribute('lang')).to.equal('fr');
      expect(textOf(viewer)).to.contain('Charte des réseaux sociaux');
      expect(textOf(viewer)).to.contain('1er octobre 2026');
      expect(events.map((event) => event.lang)).to.deep.equal(['fr']);
      expect(deepOne(viewer, '.languages [aria-pressed=true]').lang).to.equal('fr');
    });

    it('keeps the focus and the place', async () => {
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await inLanguage(viewer, 'nl');
      const rules = deepOne(viewer, 'policy-rules');
      scrollBy(0, rules.getBoundingClientRect().top + rules.offsetHeight / 2);
      const share = () => -rules.getBoundingClientRect().top / rules.offsetHeight;
      const before = share();
      const button = deepOne<HTMLButtonElement>(viewer, '.languages [lang=en]');
      button.focus({ preventScroll: true });
      await choose(viewer, 'en');
      await until('the place', () => Math.abs(share() - before) < 0.02);
      expect(viewer.shadowRoot?.activeElement).to.equal(button);
    });

    it('is not there for a policy in one language, or where the editor hides it', async () => {
      const one = await mount('policy-viewer', {
        policy: { ...minimal(), languages: ['nl'] },
        lang: 'nl',
      });
      const hidden = await mount('policy-viewer', {
        policy: minimal(),
        lang: 'nl',
        hide: 'languages',
      });
      expect(deepAll(one, '.languages')).to.deep.equal([]);
      expect(deepAll(hidden, '.languages')).to.deep.equal([]);
    });
  });

  describe('its contents', () => {
    it('stand beside the text where there is room, and in a disclosure where there is none', async function () {
      needsWindowSizes(this);
      await setViewport({ width: 1280, height: 800 });
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await until('the column', () => deepAll(viewer, 'nav > ol').length);
      await setViewport({ width: 400, height: 800 });
      await until('the disclosure', () => deepAll(viewer, 'nav > details').length);
      await setViewport({ width: 800, height: 600 });
    });

    it('are left out where hidden, and of a short policy', async () => {
      const viewer = await mount('policy-viewer', {
        policy: sample,
        lang: 'nl',
        hide: 'contents acknowledgement',
      });
      expect(deepAll(viewer, 'nav.contents')).to.deep.equal([]);
      expect(deepAll(viewer, 'policy-acknowledgement')).to.deep.equal([]);
    });
  });

  describe('addresses', () => {
    it('lead to an item, open it and move the focus there', async () => {
      const events = heard('policy-navigate');
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'fr' });
      await inLanguage(viewer, 'fr');
      const entry = sample.sections.find(({ type }) => type === 'faq')!.items![3] as { id: string };
      location.hash = `social-media/${entry.id}`;
      const details = deepOne<HTMLDetailsElement>(viewer, `[id="${entry.id}"]`);
      await until('the answer', () => details.open);
      await until('the event', () => events.length);
      expect(events[0]!.id).to.equal(entry.id);
      expect((details.getRootNode() as ShadowRoot).activeElement?.localName).to.equal('summary');
      expect(details.getBoundingClientRect().top).to.be.within(-1, innerHeight / 2);
    });

    it('work on load', async () => {
      location.hash = 'social-media/rules';
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      await until(
        'the rules',
        () => Math.abs(deepOne(viewer, '[id=rules]').getBoundingClientRect().top) < 60,
      );
    });

    it('of another policy, or of nothing, move nobody', async () => {
      const events = heard('policy-navigate');
      await mount('policy-viewer', { policy: sample, lang: 'nl' });
      for (const hash of ['other/rules', 'social-media/nothing', 'top', 'social-media/"]<img>'])
        location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(events).to.deep.equal([]);
    });
  });

  it('leaves its title to the page: what is under it takes its place among the headings', async () => {
    const levels = (viewer: Element) =>
      deepAll(viewer, 'h1, h2, h3, h4, h5, h6, [role=heading]')
        .filter((heading) => heading.closest('.viewer, .section'))
        .map(({ localName }) => Number(localName.slice(1)));
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    const article = deepOne(viewer, 'article.viewer');
    const title = deepOne(viewer, 'h2.title').textContent!.trim();
    const before = levels(viewer).slice(1);
    expect(article.ariaLabel).to.equal(null);
    viewer.hide = 'print title';
    await settled(viewer);
    expect(deepAll(viewer, '.title')).to.deep.equal([]);
    expect(article.ariaLabel).to.equal(title);
    expect(levels(viewer)).to.deep.equal(before.map((level) => level - 1));
    expect(Math.min(...levels(viewer))).to.equal(2);
    viewer.headingLevel = 1;
    await settled(viewer);
    expect(Math.min(...levels(viewer))).to.equal(1);
    viewer.hide = '';
    await settled(viewer);
    expect(deepOne(viewer, 'h1.title').textContent!.trim()).to.equal(title);
    expect(article.ariaLabel).to.equal(null);
  });

  it('shows the sections that are asked for, by id or type', async () => {
    const viewer = await mount('policy-viewer', {
      policy: minimal(),
      lang: 'nl',
      sections: 'why rules nothing',
    });
    await inLanguage(viewer, 'nl');
    expect(deepAll(viewer, '[data-section]').map((each) => each.dataset['section'])).to.deep.equal([
      'why',
      'rules',
      'acknowledgement',
    ]);
  });

  it('shows what concerns an audience', async () => {
    const draft = minimal();
    draft.audiences.push({ id: 'press', title: { nl: 'Pers', fr: 'Presse' } });
    draft.sections[0].audience = ['press'];
    const viewer = await mount('policy-viewer', { policy: draft, lang: 'nl', audience: 'all' });
    expect(textOf(viewer)).not.to.contain('Daarom.');
    viewer.audience = 'press';
    await settled(viewer);
    expect(textOf(viewer)).to.contain('Daarom.');
  });

  for (const level of [1, 3, 6]) {
    it(`takes its place among the headings of the page: ${level}`, async () => {
      const viewer = await mount('policy-viewer', {
        policy: minimal(),
        lang: 'nl',
        headingLevel: level,
      });
      const levels = deepAll(viewer, 'h1, h2, h3, h4, h5, h6, [role=heading]').map((each) =>
        Number(each.getAttribute('aria-level') ?? each.localName.slice(1)),
      );
      expect(Math.min(...levels)).to.equal(level);
      for (const [index, each] of levels.entries()) {
        if (index) expect(each - levels[index - 1]!).to.be.at.most(1);
      }
    });
  }

  it('keeps a property that was set before it was defined', async () => {
    const holder = document.createElement('div');
    const early = document.createElement('policy-later') as HTMLElement & { policy: unknown };
    early.policy = minimal();
    early.lang = 'nl';
    holder.append(early);
    document.body.append(holder);
    const { PolicyViewer: Viewer } =
      await import('../../src/elements/policy-viewer/policy-viewer.js');
    if (!customElements.get('policy-later'))
      customElements.define('policy-later', class extends Viewer {});
    await settled(early);
    await shows(early, 'Daarom.');
    holder.remove();
  });
});
