import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { textsOf } from '../../src/policy/texts.js';
import sample from '../../stories/policies/sample.json';
import { corpus, corpusIsHere } from '../support/corpus.js';
import type { Draft } from '../support/drafts.js';
import { deep, deepAll, mount, settled, unmountAll } from '../support/page.js';

// Each attack in every field at once takes long: `npm run test:attacks` does it.
const EXHAUSTIVE = Boolean((globalThis as { EXHAUSTIVE?: boolean }).EXHAUSTIVE);
const ROUNDS = 24;

// Attacks of our own; those of the corpus come on top where it is at hand.
const OWN = [
  '<img src=x onerror=ran()>',
  '<svg/onload=ran()>',
  '"><script>ran()</script>',
  "'-ran()-'",
  '${ran()}',
  '{{ran()}}',
  '[a](javascript:ran())',
  '[a]( javascript:ran())',
  '[a](java&#10;script:ran())',
  '[a](javascript&colon;ran())',
  '[a](<javascript:ran()>)',
  '[a](data:text/html,<script>ran()</script>)',
  '[a](//evil.invalid/%2e%2e)',
  '![a](javascript:ran())',
  '![a" onerror="ran()](x.png" onerror="ran())',
  '<javascript:ran()>',
  '[a]: javascript:ran()\n\n[a]',
  '</template><img src=x onerror=ran()>',
  '<!--lit-part--><img src=x onerror=ran()>',
  '<?lit$123$?><img src=x onerror=ran()>',
  '|<img src=x onerror=ran()>|\n|-|\n|<b onmouseover=ran()>|',
  '```<img src=x onerror=ran()>\n<script>ran()</script>\n```',
  '__proto__',
  'constructor',
  '\u202e<script>ran()</script>',
];

type Fields = 'texts' | 'addresses' | 'rest';

const NAMES: Record<Exclude<Fields, 'texts'>, readonly string[]> = {
  addresses: ['url', 'logo', 'src', 'email', 'phone'],
  rest: ['platform', 'handle', 'kind', 'type', 'topic', 'id', 'languages'],
};

/** Every text, or every address, of the sample becomes an attack, each time the next one. */
function poisoned(next: () => string, fields: Fields): Draft {
  const copy = structuredClone(sample) as Draft;
  copy.organisation.logo = 'logo.svg';
  if (fields === 'texts') {
    for (const { pointer, text } of textsOf(sample)) {
      const keys = pointer.split('/').slice(1);
      const holder = keys.slice(0, -1).reduce((value: Draft, key) => value[key] as Draft, copy);
      const attack = next();
      holder[keys.at(-1)!] =
        typeof text === 'string'
          ? attack
          : Object.fromEntries(Object.keys(text).map((lang) => [lang, attack]));
    }
    return copy;
  }
  const replace = (value: Draft): void => {
    for (const [key, each] of Object.entries(value)) {
      if (NAMES[fields].includes(key) && typeof each === 'string') value[key] = next();
      else if (NAMES[fields].includes(key) && Array.isArray(each)) value[key] = [next()];
      else if (typeof each === 'object' && each !== null) replace(each as Draft);
    }
  };
  replace(copy);
  return copy;
}

const SAFE = /^(https?|mailto|tel):/;

/** What must never be on the page. */
function dangers(viewer: Element): string[] {
  const found: string[] = [];
  for (const element of deep(viewer.shadowRoot!)) {
    if (
      /^(script|iframe|object|embed|base|meta|link|style|form[a-z]|use|animate|set)$/.test(
        element.localName,
      )
    )
      found.push(element.localName);
    for (const { name, value } of element.attributes) {
      // The height made up from the letters of an item is a number of ours.
      if (name === 'style' && /^--_letters: \d+;$/.test(value)) continue;
      if (/^on|^style$|^srcdoc$|^formaction$|^srcset$/.test(name))
        found.push(`${element.localName} ${name}=${value}`);
      if (/^(href|src|action)$/.test(name) && !value.startsWith('#')) {
        const { protocol } = new URL(value, location.href);
        if (!SAFE.test(protocol)) found.push(`${element.localName} ${name}=${value}`);
      }
    }
  }
  return found;
}

describe('attacks', () => {
  let ran = 0;
  const requests: string[] = [];
  const observer = new PerformanceObserver((list) =>
    requests.push(...list.getEntries().map(({ name }) => name)),
  );
  const names = ['alert', 'prompt', 'confirm', 'print', 'eval', 'ran', 'open'] as const;
  const originals = new Map<string, unknown>();

  before(() => {
    observer.observe({ type: 'resource' });
    for (const name of names) {
      originals.set(name, (globalThis as never)[name]);
      Object.assign(globalThis, { [name]: () => void ran++ });
    }
    addEventListener('securitypolicyviolation', () => ran++);
  });
  after(() => {
    observer.disconnect();
    Object.assign(globalThis, Object.fromEntries(originals));
  });
  afterEach(unmountAll);

  async function attack(next: () => string, fields: Fields): Promise<string[]> {
    const used: string[] = [];
    const policy = poisoned(() => (used.push(next()), used.at(-1)!), fields);
    const viewer = await mount('policy-viewer', { policy, lang: 'nl' });
    await settled(viewer);
    for (const details of deepAll(viewer, 'details')) (details as HTMLDetailsElement).open = true;
    await settled(viewer);
    const found = dangers(viewer);
    expect(viewer.shadowRoot!.textContent?.trim().length, `blank for ${used[0]}`).to.be.greaterThan(
      20,
    );
    unmountAll();
    return found;
  }

  /** What was asked of the network that a policy should not make anyone ask for. */
  const strange = () => {
    const known = /\/(src|node_modules|test|stories|__wtr|__web)|\/wtr|socket|logo\.svg|\/corpus\//;
    return [...new Set(requests)].filter(
      (url) => !known.test(url) || !url.startsWith(location.origin),
    );
  };

  for (const fields of ['texts', 'addresses', 'rest'] as const) {
    it(`of our own run nothing and ask for nothing, in ${fields}`, async () => {
      const found: string[] = [];
      for (const payload of OWN) found.push(...(await attack(() => payload, fields)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(found).to.deep.equal([]);
      expect(ran).to.equal(0);
      expect(strange()).to.deep.equal([]);
    }).timeout(120_000);

    it(`of the corpus run nothing and ask for nothing, in ${fields}`, async function () {
      if (!(await corpusIsHere())) return this.skip();
      const found: string[] = [];
      const all = await payloads();
      if (EXHAUSTIVE) {
        for (const payload of all) found.push(...(await attack(() => payload, fields)));
      } else {
        // A different one in each field, so that a few dozen documents hold them all several times.
        let at = 0;
        for (let round = 0; round < ROUNDS; round++)
          found.push(...(await attack(() => all[at++ % all.length]!, fields)));
        expect(at).to.be.greaterThan(all.length);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(found).to.deep.equal([]);
      expect(ran).to.equal(0);
      expect(strange()).to.deep.equal([]);
    }).timeout(600_000);
  }
});

async function payloads(): Promise<string[]> {
  const [fixtures, lines, markdown] = await Promise.all([
    corpus('xss/sanitizer-fixtures.json'),
    corpus('xss/payloads.txt'),
    corpus('xss/markdown.txt'),
  ]);
  return [
    ...(JSON.parse(fixtures) as { payload: string }[]).map(({ payload }) => payload),
    ...lines.split('\n').filter((line) => line.trim()),
    ...markdown
      .split(/^\.$/m)
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}
