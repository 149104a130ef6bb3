import { expect } from '@open-wc/testing';
import '../../src/define/policy-search.js';
import '../../src/define/policy-viewer.js';
import type { PolicySearch } from '../../src/elements/policy-search/policy-search.js';
import type { PolicySearchEvent } from '../../src/events.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, deepOne, mount, settled, unmountAll, until } from '../support/page.js';

const ready = async (lang = 'nl') => {
  const element = await mount('policy-search', { policy: sample, lang } as object);
  await until('the field', () => deepOne(element, 'input'));
  await settled(element);
  return element as PolicySearch;
};

async function type(element: PolicySearch, words: string): Promise<HTMLInputElement> {
  const input = deepOne(element, 'input') as HTMLInputElement;
  input.focus();
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await until('an answer', () => deepOne(element, '[role=option], .lead-on, .account .verdict'));
  await settled(element);
  return input;
}
const text = (element: Element, selector: string) =>
  deepAll(element, selector).map((each) => each.textContent?.replace(/\s+/g, ' ').trim());

describe('<policy-search>', () => {
  afterEach(unmountAll);

  it('answers a question in the words of who asks', async () => {
    const element = await ready();
    await type(element, 'wat als iemand klaagt over ons op facebook');
    expect(text(element, '[role=option] .hit-title').slice(0, 3)).to.include('Een klacht');
  });

  it('has what merely comes close in a group of its own, and counts the answers only', async () => {
    const element = await ready();
    await type(element, 'ik ga op pensioen, wie neemt onze pagina over?');
    const close = deepAll(element, '[role=group] [role=option]').length;
    const all = deepAll(element, '[role=listbox] [role=option]').length;
    expect(close).to.be.greaterThan(0);
    expect(all).to.be.greaterThan(close);
    expect(text(element, '[role=status]')[0]).to.match(new RegExp(`^${all - close} resulta`));
  });

  it('names the platform of an account', async () => {
    const element = await ready();
    await type(element, 'mastodon');
    const hit = deepOne(element, '[data-id=profile-mastodon]')!;
    expect(text(hit, '.within')[0]).to.equal('Mastodon');
  });

  it('leads on, outside the list, where nothing is found', async () => {
    const element = await ready();
    await type(element, 'zeppelin');
    expect(deepAll(element, '[role=option]')).to.have.length(0);
    expect(deepAll(element, '[role=listbox] .lead-on')).to.have.length(0);
    const links = deepAll(element, '.lead-on a').map((each) => each.getAttribute('href'));
    expect(links).to.include('#social-media/faq');
    expect(links.some((href) => href?.startsWith('mailto:'))).to.equal(true);
    expect(links.some((href) => href?.startsWith('tel:'))).to.equal(true);
  });

  it('stays open while the focus is on what leads on', async () => {
    const element = await ready();
    await type(element, 'zeppelin');
    (deepOne(element, '.lead-on a') as HTMLElement).focus();
    await settled(element);
    expect(deepOne(element, '.hits')?.hasAttribute('hidden')).to.equal(false);
  });

  const ACCOUNTS: [typed: string, verdict: string][] = [
    ['https://www.facebook.com/elzenbrug.example', 'ours'],
    ['https://www.facebook.com/elzenbrug.exarnple', 'look-alike'],
    ['instagram.com/somebody', 'unknown'],
  ];
  for (const [typed, verdict] of ACCOUNTS) {
    it(`says of ${typed} that it is ${verdict}`, async () => {
      const element = await ready();
      await type(element, typed);
      await until('the verdict', () => deepOne(element, `.account .${verdict}`));
    });
  }

  it('tells the page once what was asked, after a pause', async () => {
    const element = await ready('en');
    const told: [string, number][] = [];
    element.addEventListener('policy-search', ({ query, count }: PolicySearchEvent) =>
      told.push([query, count]),
    );
    await type(element, 'compl');
    await type(element, 'compliment');
    await until('the event', () => told.length);
    expect(told).to.have.length(1);
    expect(told[0]![0]).to.equal('compliment');
    expect(told[0]![1]).to.be.greaterThan(0);
  });

  it('goes back to the field with the query in it', async () => {
    const element = await ready();
    const input = await type(element, 'compliment');
    (deepOne(element, '[role=option]') as HTMLElement).click();
    await settled(element);
    expect(deepOne(element, '.hits')?.hasAttribute('hidden')).to.equal(true);
    await until('the way there', () => element.led === undefined);
    input.blur();
    // The address leads to the item for a moment longer, and takes the focus along.
    await until('what was found, once more', () => {
      element.resume();
      return !deepOne(element, '.hits').hasAttribute('hidden');
    });
    expect(element.query).to.equal('compliment');
    expect(element.shadowRoot?.activeElement).to.equal(input);
  });

  it('opens again what was found, where somebody comes back to the field', async () => {
    const element = await ready();
    const input = await type(element, 'compliment');
    const isOpen = () => !deepOne(element, '.hits').hasAttribute('hidden');
    expect(isOpen()).to.equal(true);
    input.blur();
    await until('the list gone', () => !isOpen());
    input.focus();
    await until('the list', isOpen);
    expect(deepAll(element, '[role=option]').length).to.be.greaterThan(0);
  });

  it('says whom to ask under what merely comes close', async () => {
    const element = await ready();
    await type(element, 'mag ik een vlag uithangen aan het gebouw');
    expect(deepAll(element, '[role=option]').length).to.be.greaterThan(0);
    expect(deepOne(element, '.lead-on').textContent).to.contain('elzenbrug.example');
    await type(element, 'compliment');
    expect(deepAll(element, '.lead-on')).to.deep.equal([]);
  });

  describe('with where to count what it does not answer', () => {
    const sent: { url: string; body: unknown }[] = [];
    const { fetch } = window;
    beforeEach(() => {
      sent.length = 0;
      // What an earlier test was led to would be led to again, and take the focus along.
      history.replaceState(undefined, '', location.pathname + location.search);
      window.fetch = async (input, init) => {
        if (init?.method !== 'POST') return fetch(input, init);
        const { body } = init;
        sent.push({ url: String(input), body: typeof body === 'string' ? JSON.parse(body) : body });
        return new Response(null, { status: 204 });
      };
    });
    afterEach(() => {
      window.fetch = fetch;
    });
    const ask = async (element: PolicySearch, words: string) => {
      const told = new Promise((resolve) =>
        element.addEventListener('policy-search', resolve, { once: true }),
      );
      await type(element, words);
      await told;
    };

    it('tells the words, once, and nothing else', async () => {
      const element = await ready();
      element.setAttribute('search-endpoint', '/api/searches');
      await ask(element, 'zeppelin');
      await ask(element, 'quaggawandeling');
      await ask(element, 'zeppelin');
      expect(sent).to.deep.equal([
        { url: '/api/searches', body: { policy: 'social-media', lang: 'nl', query: 'zeppelin' } },
        {
          url: '/api/searches',
          body: { policy: 'social-media', lang: 'nl', query: 'quaggawandeling' },
        },
      ]);
    });

    it('tells nothing that was answered, or may be somebody', async () => {
      const element = await ready();
      element.setAttribute('search-endpoint', '/api/searches');
      await ask(element, 'wat als iemand klaagt over ons op facebook');
      await ask(element, 'xqj.zzw@qqx.example');
      await ask(element, 'qqxzz 0499887766');
      expect(sent).to.deep.equal([]);
    });

    it('tells nobody, where the page names nobody', async () => {
      const element = await ready();
      await ask(element, 'luchtschip verhuur');
      expect(sent).to.deep.equal([]);
    });

    it('takes the viewer’s', async () => {
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' } as object);
      viewer.setAttribute('search-endpoint', '/count');
      await until('the field', () => deepOne(viewer, 'policy-search'));
      const element = deepOne(viewer, 'policy-search') as PolicySearch;
      await until('its input', () => deepOne(element, 'input'));
      await ask(element, 'zeppelinvlucht');
      expect(sent.map(({ url }) => url)).to.deep.equal(['/count']);
    });
  });
});
