import { readOwn } from '../../src/acknowledgement/fetch-own-records.js';
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { AcknowledgementRecord } from '../../src/acknowledgement/record.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import { PolicyProblemEvent, PolicySearchEvent } from '../../src/events.js';
import { checkPolicy } from '../../src/policy/check.js';
import { sectionSchemas } from '../../src/policy/schema.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, unmountAll, until } from '../support/page.js';

interface Example {
  page: string;
  line: number;
  language: string;
  code: string;
}

const PAGES = [
  'README.md',
  ...[
    'embedding',
    'format',
    'theming',
    'endpoint',
    'building-blocks',
    'hosts',
    'labels',
    'extending',
    'frame',
    'search',
    'security',
    'upgrading',
  ].map((name) => `docs/${name}.md`),
];

async function examplesOf(page: string): Promise<Example[]> {
  const text = await (await fetch(`/${page}`)).text();
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1]!,
    code: match[2]!,
  }));
}

const all = (await Promise.all(PAGES.map(examplesOf))).flat();
const of = (language: string) => all.filter((example) => example.language === language);
const at = ({ page, line }: Example) => `${page}:${line}`;

const errorsIn = (policy: unknown) =>
  checkPolicy(policy).findings.filter(({ grade }) => grade === 'error');

/** References in a section lead to what stands elsewhere in a real policy. */
const unresolved = new Set(['unknown-reference']);

describe('every example in the documentation', () => {
  afterEach(unmountAll);

  it('is found', () => expect(all.length).to.be.greaterThan(25));

  for (const example of of('json')) {
    it(`holds: JSON at ${at(example)}`, () => {
      const value = JSON.parse(example.code) as Draft;
      if ('format' in value) expect(errorsIn(value)).to.deep.equal([]);
      else if (Object.hasOwn(sectionSchemas, value.type as string)) {
        const found = errorsIn({ ...minimal(), sections: [value] });
        expect(found.filter(({ code }) => !unresolved.has(code))).to.deep.equal([]);
      } else expect(value).to.be.an('object');
    });
  }

  for (const example of of('html')) {
    it(`holds: HTML at ${at(example)}`, () => {
      const page = new DOMParser().parseFromString(example.code, 'text/html');
      const ours = [...page.querySelectorAll('*')].filter(({ localName }) =>
        localName.startsWith('policy-'),
      );
      for (const element of ours) {
        const known = customElements.get(element.localName) as unknown as
          { observedAttributes: string[] } | undefined;
        expect(known, element.localName).not.to.equal(undefined);
        for (const { name } of element.attributes) {
          if (/^(class|id|style|hidden|slot)$/.test(name)) continue;
          expect(known!.observedAttributes, `${element.localName} ${name}`).to.include(name);
        }
      }
    });
  }

  for (const example of of('css')) {
    it(`holds: CSS at ${at(example)}`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(example.code);
      expect(sheet.cssRules.length).to.be.greaterThan(0);
      const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'en' });
      await settled(viewer);
      const rules = [viewer, ...deepAll(viewer, '*')]
        .flatMap((each) => each.shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap((each) => [...each.cssRules].map((rule) => rule.cssText))
        .join('\n');
      for (const [token] of example.code.matchAll(/--policy-[a-z-]+/g))
        expect(rules).to.contain(token);
    });
  }

  it('holds: the record on the page about the endpoint has the fields of a record', async () => {
    const example = of('json').find(({ page }) => page === 'docs/endpoint.md')!;
    const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'nl' });
    const record = await sent(viewer);
    expect(Object.keys(JSON.parse(example.code) as object).sort()).to.deep.equal(
      Object.keys(record).sort(),
    );
  });

  it('holds: compiling a policy', async () => {
    const [example] = of('js').filter(({ code }) => code.includes('compilePolicy'));
    const code = example!.code
      .replace("'policy-elements'", `'${location.origin}/src/policy/compile.ts'`)
      .replace('const text =', 'globalThis.docsText =');
    await run(`const policy = ${JSON.stringify({ ...minimal(), languages: ['en'] })};${code}`);
    const { docsText } = globalThis as unknown as { docsText: string };
    expect(JSON.parse(docsText)).to.deep.include({ compiled: 1, lang: 'en' });
  });

  it('holds: searching from a script', async () => {
    const [example] = of('js').filter(({ code }) => code.includes('createSearchIndex'));
    const code = example!.code.replace(
      "'policy-elements'",
      `'${location.origin}/src/policy/create-search-index.ts'`,
    );
    const policy = {
      ...minimal(),
      sections: [{ id: 'a', type: 'text', title: 'Foto’s', body: 'Vraag het.' }],
    };
    await run(`const policy = ${JSON.stringify(policy)};${code};globalThis.docsFirst = first;`);
    const { docsFirst } = globalThis as unknown as { docsFirst: object };
    expect(docsFirst).to.deep.include({ id: 'a', strong: true });
  });

  it('holds: what people did not find', async () => {
    const [example] = of('js').filter(({ code }) => code.includes("'policy-search'"));
    const told: unknown[] = [];
    const { log } = console;
    console.log = (...words: unknown[]) => told.push(words);
    try {
      await run(example!.code);
      document.dispatchEvent(new PolicySearchEvent('zeppelin', 0));
      document.dispatchEvent(new PolicySearchEvent('photo', 2));
    } finally {
      console.log = log;
    }
    expect(told).to.deep.equal([['Not answered:', 'zeppelin']]);
  });

  it('holds: findings in words', async () => {
    const [example] = of('js').filter(({ code }) => code.includes('describeFinding'));
    const code = example!.code.replace(
      "'policy-elements'",
      `'${location.origin}/src/localization/describe.ts'`,
    );
    const told: unknown[][] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words);
    try {
      await run(code);
      const { findings } = checkPolicy({ ...minimal(), version: '3' });
      const wrong = findings.filter(({ grade }) => grade === 'error');
      document.dispatchEvent(new PolicyProblemEvent('findings', wrong));
      await until('the words', () => told.length);
    } finally {
      console.warn = warn;
    }
    expect(told[0]![0]).to.equal('/version');
    expect(told[0]![1]).to.be.a('string').that.includes('version');
  });

  for (const query of ['key=docs', 'key=docs-bare&bare=1']) {
    it(`holds: a transport of the host’s own, ${query}`, async () => {
      const policy = { ...minimal(), id: query.replaceAll(/[^a-z]/g, '-') };
      const viewer = await mount('policy-viewer', { policy, lang: 'nl' });
      const [example] = of('js').filter(({ code }) => code.includes('viewer.send'));
      await run(example!.code.replace('/api/confirm', `/moods/endpoint?${query}`));
      await confirm(viewer);
      await until('the receipt', () => deepAll(viewer, '.receipt').length);
      const sent = (await (await fetch(`/moods/records?${query}`)).json()) as unknown[];
      expect(sent).to.have.length(1);
    });
  }

  it('holds: an endpoint that is asked, beside a transport of the host’s own', async () => {
    const policy = { ...minimal(), id: 'docs-both' };
    const endpoint = '/moods/endpoint?key=docs-both';
    const viewer = await mount('policy-viewer', { policy, lang: 'nl', endpoint });
    const [example] = of('js').filter(({ code }) => code.includes('viewer.send'));
    await run(example!.code.replace('/api/confirm', '/moods/endpoint?key=docs-both-sent'));
    await confirm(viewer);
    await until('the receipt', () => deepAll(viewer, '.receipt').length);
    const sentTo = async (key: string) =>
      (await (await fetch(`/moods/records?key=${key}`)).json()) as object[];
    expect(await sentTo('docs-both')).to.have.length(0);
    const [attempt] = (await sentTo('docs-both-sent')) as [{ record: object }];

    // Another reader's page, with the same function: it asks the endpoint, which knows.
    const known = { ...attempt.record, policy: 'docs-known', recordedAt: new Date().toISOString() };
    const body = JSON.stringify(known);
    await fetch('/moods/store?key=docs-known', { method: 'POST', body });
    const other = await mount('policy-viewer', {
      policy: { ...minimal(), id: 'docs-known' },
      lang: 'nl',
      endpoint: '/moods/endpoint?key=docs-known',
      send: viewer.send,
    });
    await until('what the endpoint knows', () => other.status.status === 'confirmed');
  });

  it('holds: headers that are asked for', async () => {
    const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'nl' });
    const [example] = of('js').filter(({ code }) => code.includes('viewer.headers'));
    await run(`const viewer = document.querySelector('policy-viewer');
      const currentToken = () => Promise.resolve('abc');
      ${example!.code}`);
    const { headers } = viewer;
    expect(typeof headers === 'function' && (await headers())).to.deep.equal({
      Authorization: 'Bearer abc',
    });
  });

  it('holds: the texts that may be confirmed', () => {
    const example = of('json').find(({ code }) => code.includes('"digests"'))!;
    const { published } = readOwn(JSON.parse(example.code), 'social-media')!;
    expect(published!.version).to.equal('3.1');
    expect(published!.digests).to.have.length(1);
  });

  it('holds: how the reader stands, and buttons of the page’s own', async () => {
    const policy = minimal();
    policy.acknowledgement.acts = ['acknowledge', 'decline'];
    const endpoint = '/moods/endpoint?key=docs-methods';
    const [listens, calls] = ['policy-status', 'viewer.confirm()'].map(
      (text) => of('js').find(({ code }) => code.includes(text))!.code,
    );
    await run(listens!);
    await mount('policy-viewer', { policy, lang: 'nl', endpoint });
    await run(`const viewer = document.querySelector('policy-viewer');
      ${calls}; globalThis.docsStatus = status;`);
    expect((globalThis as unknown as { docsStatus: string }).docsStatus).to.equal('confirmed');
    await until('the last', () => document.body.dataset['policy'] === 'declined');
  });

  it('holds: an answer from the event', async () => {
    const viewer = await mount('policy-viewer', {
      policy: { ...minimal(), id: 'docs-event' },
      lang: 'nl',
    });
    const stop = new AbortController();
    const [example] = of('js').filter(({ code }) => code.includes('respondWith'));
    await run(
      example!.code
        .replace('});\n', '}, globalThis.docsOnce);\n')
        .replace(/\}\);\s*$/, '}, globalThis.docsOnce);\n'),
      { once: true, signal: stop.signal },
    );
    await confirm(viewer);
    await until('the receipt', () => deepAll(viewer, '.receipt').length);
    stop.abort();
  });
});

async function run(code: string, once?: AddEventListenerOptions): Promise<void> {
  Object.assign(globalThis, { docsOnce: once });
  await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
}

async function confirm(viewer: PolicyViewer): Promise<void> {
  await until('the form', () => deepAll(viewer, 'form').length);
  deepOne<HTMLInputElement>(viewer, 'form input').click();
  deepOne<HTMLButtonElement>(viewer, 'form button[type=submit]').click();
  await settled(viewer);
}

async function sent(viewer: PolicyViewer): Promise<AcknowledgementRecord> {
  let record: AcknowledgementRecord | undefined;
  viewer.addEventListener('policy-acknowledge', (event) => {
    record = event.record;
    event.preventDefault();
  });
  await confirm(viewer);
  await until('the record', () => record);
  return record!;
}
