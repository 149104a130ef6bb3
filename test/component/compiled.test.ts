import { expect } from '@open-wc/testing';
import '../../src/define.js';
import sample from '../../stories/policies/sample.json';
import { compilePolicy } from '../../src/policy/compile.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import { loadReader } from '../../src/policy/parser.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, settled, textOf, until } from '../support/page.js';

const own: Element[] = [];

/** Files that a server would have, by their addresses. */
function serve(files: Record<string, unknown>): { asked: string[] } {
  const asked: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = Object.keys(files).find((each) => url.endsWith(each));
    if (!name) return fetch(input, init);
    asked.push(name);
    const file = files[name];
    if (file === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(file)));
  };
  restore = () => (globalThis.fetch = fetch);
  return { asked };
}
let restore = (): unknown => undefined;

function show(attributes: Record<string, string>, block?: unknown): PolicyViewer {
  const viewer = document.createElement('policy-viewer');
  for (const [name, value] of Object.entries(attributes)) viewer.setAttribute(name, value);
  if (block !== undefined) {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.id = 'block';
    script.textContent = typeof block === 'string' ? block : JSON.stringify(block);
    document.body.append(script);
    own.push(script);
  }
  document.body.append(viewer);
  own.push(viewer);
  return viewer;
}

let count = 0;
/** Files with addresses nobody asked for yet: what was loaded is kept. */
function files(policy: Draft = sample as unknown as Draft) {
  const names = Object.fromEntries(
    ['nl', 'fr', 'en'].map((lang) => [lang, `${count++}.${lang}.compiled.json`]),
  );
  const byLanguage = (lang: string) =>
    JSON.parse(JSON.stringify(compilePolicy(policy, lang, { files: names }))) as Draft;
  return { names, byLanguage };
}

const titleOf = (viewer: PolicyViewer): string =>
  deepAll(viewer, '[part=title]')[0]?.textContent.trim() ?? '';
const readerAsked = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('full-parser'));

describe('a compiled policy on a page', () => {
  afterEach(() => {
    restore();
    for (const each of own.splice(0)) each.remove();
  });

  // First: what was loaded once stays.
  it('is shown without schema and parser, in the page or from a file', async () => {
    const { names, byLanguage } = files();
    serve({ [names['nl']!]: byLanguage('nl'), [names['fr']!]: byLanguage('fr') });
    const inline = show({ src: '#block', lang: 'nl' }, byLanguage('nl'));
    await until('the one in the page', () => titleOf(inline) === sample.title.nl);
    const viewer = show({ src: names['nl']!, lang: 'nl' });
    await until('the one from a file', () => titleOf(viewer) === sample.title.nl);
    deepOne(viewer, '[part=languages] [lang=fr]').click();
    await until('the other language', () => titleOf(viewer) === sample.title.fr);
    expect(readerAsked()).to.equal(false);
  });

  it('looks as the whole policy does, in every language', async () => {
    await loadReader();
    for (const lang of ['nl', 'fr', 'en']) {
      const { byLanguage } = files();
      const viewer = show({ src: '#block', lang }, byLanguage(lang));
      const whole = show({ lang });
      whole.policy = sample;
      await until('both', () => titleOf(viewer) !== '' && titleOf(viewer) === titleOf(whole));
      await until('everything', () => deepAll(document.body, ':not(:defined)').length === 0);
      await Promise.all([settled(viewer), settled(whole)]);
      await until('the same', () => textOf(viewer) === textOf(whole));
      const links = (element: Element) =>
        deepAll(element, 'a').map((link) => (link as HTMLAnchorElement).href);
      const marks = (element: Element) =>
        deepAll(element, '.prose *').map(({ localName, lang: own }) => [localName, own]);
      expect(links(viewer)).to.deep.equal(links(whole));
      expect(marks(viewer)).to.deep.equal(marks(whole));
      for (const each of own.splice(0)) each.remove();
    }
  });

  it('says quietly where a translation is older than its source', async () => {
    const compiled = compilePolicy(sample, 'fr');
    const viewer = show({ src: '#block', lang: 'fr' }, { ...compiled, stale: ['faq'] });
    await settled(viewer);
    const notes = deepAll(viewer, '.only-in').map((note) => note.textContent!.trim());
    expect(notes).to.deep.equal([
      'Une partie de cette traduction est plus ancienne que le texte en néerlandais.',
    ]);
  });

  it('waits for the language asked for, and shows no other before it', async () => {
    const { names, byLanguage } = files();
    serve({ [names['nl']!]: byLanguage('nl'), [names['fr']!]: byLanguage('fr') });
    const viewer = show({ src: names['nl']!, lang: 'fr' });
    const seen = new Set<string>();
    await until('French', () => {
      seen.add(titleOf(viewer));
      return titleOf(viewer) === sample.title.fr;
    });
    expect([...seen].filter(Boolean)).to.deep.equal([sample.title.fr]);
  });

  it('asks for another language when the reader comes near its button, and not before', async () => {
    const { names, byLanguage } = files();
    const { asked } = serve({ [names['nl']!]: byLanguage('nl'), [names['fr']!]: byLanguage('fr') });
    const viewer = show({ src: names['nl']!, lang: 'nl' });
    await until('Dutch', () => titleOf(viewer) === sample.title.nl);
    await settled(viewer);
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    expect(asked).to.deep.equal([names['nl']]);
    deepOne(viewer, '[part=languages] [lang=fr]').dispatchEvent(new PointerEvent('pointerenter'));
    expect(asked).to.deep.equal([names['nl'], names['fr']]);
    deepOne(viewer, '[part=languages] [lang=fr]').click();
    await until('French', () => titleOf(viewer) === sample.title.fr);
    expect(asked).to.deep.equal([names['nl'], names['fr']]);
  });

  it('keeps what it shows where a language cannot be had, and says so', async () => {
    const { names, byLanguage } = files();
    const { asked } = serve({ [names['nl']!]: byLanguage('nl'), [names['fr']!]: undefined });
    const viewer = show({ src: names['nl']!, lang: 'nl' });
    await until('Dutch', () => titleOf(viewer) === sample.title.nl);
    viewer.lang = 'fr';
    await until('the note', () => textOf(viewer).includes('n’a pas pu être récupéré'));
    expect(titleOf(viewer)).to.equal(sample.title.nl);
    expect(deepOne(viewer, '[part=title] [lang]').lang).to.equal('nl');
    expect(asked.filter((name) => name === names['fr']).length).to.be.greaterThan(0);
  });

  it('offers no language that has no file', async () => {
    const only = compilePolicy(sample, 'nl', { files: { fr: 'b.fr.compiled.json' } });
    const viewer = show({ src: '#block', lang: 'nl' }, only);
    await until('it', () => titleOf(viewer) !== '');
    const offered = deepAll(viewer, '[part=languages] button').map(({ lang }) => lang);
    expect(offered).to.deep.equal(['nl', 'fr']);
  });

  it('tells where there is no such block in the page', async () => {
    const viewer = show({ src: '#nowhere', lang: 'en' });
    await until('a word', () => textOf(viewer).includes('There is nothing at this address'));
  });

  it('takes a policy that was not compiled from the page as well', async () => {
    const viewer = show({ src: '#block', lang: 'nl' }, minimal());
    await until('it', () => textOf(viewer).includes('Daarom.'));
  });
});

/** What someone might write into the trees of a file. */
const HOSTILE: unknown[] = [
  ['script', 'globalThis.hit = 1'],
  ['p', ['img', 'javascript:globalThis.hit=1', 'x']],
  ['p', ['img', 'x" onerror="globalThis.hit=1', 'x']],
  ['p', ['a', 'javascript:globalThis.hit=1', 0, 'press']],
  ['p', ['a', ' java\nscript:globalThis.hit=1', 0, 'press']],
  ['p', ['a', 'data:text/html,<script>globalThis.hit=1</script>', 0, 'press']],
  ['p', '<img src=x onerror=globalThis.hit=1>'],
  ['pre', { toString: 'x', _$litType$: 1, strings: ['<img src=x onerror=globalThis.hit=1>'] }],
  ['p', { _$litType$: 1, strings: ['<img src=x onerror=globalThis.hit=1>'], values: [] }],
  ['p', { _$litDirective$: 1, values: [] }],
  ['ol', '1" onclick="globalThis.hit=1', ['li', 'a']],
  ['table', ['"><img src=x onerror=globalThis.hit=1>'], [['a']], [[['b']]]],
  ['h', '1><img src=x onerror=globalThis.hit=1>', 'a'],
  ['constructor', 'a'],
  ['__proto__', 'a'],
  [null, 'a'],
  ['p', null, 5, true, ['p', ['ul', ['task', 'yes', 'label']]]],
  ['table', 5, 'a', { b: 1 }],
  ['li'],
  [],
  5,
  null,
];
// Deeper than any text; not every engine reads JSON of more than some thousands of levels.
const DEEP = 5_000;
const deep = '["q",'.repeat(DEEP) + '"end"' + ']'.repeat(DEEP);

describe('a hostile compiled file', () => {
  const rejections: unknown[] = [];
  const heard = ({ reason }: PromiseRejectionEvent) => rejections.push(reason);
  before(() => addEventListener('unhandledrejection', heard));
  after(() => removeEventListener('unhandledrejection', heard));
  afterEach(() => {
    for (const each of own.splice(0)) each.remove();
  });

  for (const tree of [...HOSTILE.map((tree) => JSON.stringify(tree)), deep]) {
    it(`does nothing: ${tree === deep ? 'very deep' : tree}`, async () => {
      const { byLanguage } = files();
      const file = byLanguage('nl');
      file.trees = file.trees.map(() => ['the tree']);
      // As text: not every engine writes JSON as deep as it reads it.
      const block = JSON.stringify(file).replaceAll('"the tree"', () => tree);
      const viewer = show({ src: '#block', lang: 'nl' }, block);
      await until('the title', () => titleOf(viewer) === sample.title.nl);
      await settled(viewer);
      expect((globalThis as { hit?: number }).hit).to.equal(undefined);
      expect(rejections).to.deep.equal([]);
      for (const element of deepAll(viewer, '*')) {
        expect(element.localName).not.to.match(/^(script|iframe|object|embed|style|link)$/);
        for (const { name, value } of element.attributes) {
          // The height made up from its letters is the only style there is.
          if (name === 'style') expect(value).to.match(/^--_letters: \d+;$/);
          expect(name).not.to.match(/^on/);
          expect(value).not.to.match(/^\s*(javascript|data):/i);
        }
      }
      // What stands around it is there.
      expect(textOf(viewer)).to.include(sample.sections[0]!.title.nl);
    });
  }
});
