/** Guarantees of every element, as functions a test calls in a line. */
import { expect } from '@open-wc/testing';
// It sets a global: as a module it exports nothing.
import 'axe-core';
import type Axe from 'axe-core';
import sample from '../stories/policies/sample.json';
import type { PolicyElement } from '../src/elements/policy-element.js';
import { deepAll, mount, settled, textOf, unmountAll, until } from './support/page.js';

declare const axe: typeof Axe;

type Tag = keyof HTMLElementTagNameMap;
const LANGUAGES = ['nl', 'fr', 'en'] as const;

/** What an element needs besides a policy to have something to show. */
const extra = new Map<Tag, object>();

const show = async (tag: Tag, lang: string): Promise<PolicyElement> => {
  const element = (await mount(tag, {
    policy: sample,
    lang,
    ...extra.get(tag),
  } as object)) as PolicyElement;
  await until(`labels in ${lang}`, () =>
    element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`),
  );
  await settled(element);
  return element;
};

/** All that holds for any element of the library. */
export function everyElement(tag: Tag, properties: object = {}): void {
  extra.set(tag, properties);
  describe(`<${tag}> as every element`, () => {
    afterEach(() => {
      unmountAll();
      document.documentElement.style.colorScheme = '';
    });
    accessible(tag);
    silent(tag);
    relocalises(tag);
    reconnects(tag);
    documentsTokens(tag);
  });
}

/** Another engine finds what Chromium finds, at another pace. */
const AXE_IS_HERE = /Chrome\//.test(navigator.userAgent);

/** axe finds nothing, in any language and colour scheme. */
function accessible(tag: Tag): void {
  if (!AXE_IS_HERE) return;
  for (const lang of LANGUAGES) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible in ${lang}, ${scheme}`, async () => {
        document.documentElement.lang = lang;
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = 'Canvas';
        const element = await show(tag, lang);
        const { violations } = await axe.run(element, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          // Rules about a whole page, which is not ours.
          rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        });
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html}`),
        );
        expect(found).to.deep.equal([]);
      }).timeout(60_000);
    }
  }
}

/** Lit's dev mode has nothing to say, and neither has the console. */
function silent(tag: Tag): void {
  it('is silent in dev mode', async () => {
    const said: string[] = [];
    const { warn, error } = console;
    console.warn = (...args: unknown[]) => void said.push(args.join(' '));
    console.error = (...args: unknown[]) => void said.push(args.join(' '));
    try {
      const element = await show(tag, 'nl');
      element.lang = 'fr';
      await until('French', () => element.shadowRoot?.querySelector('.frame[lang="fr"]'));
      await settled(element);
    } finally {
      Object.assign(console, { warn, error });
    }
    const issued = (globalThis as { litIssuedWarnings?: Set<string | undefined> })
      .litIssuedWarnings;
    said.push(
      ...[...(issued ?? [])].filter((each): each is string =>
        Boolean(each?.includes('change-in-update')),
      ),
    );
    expect(said).to.deep.equal([]);
  });
}

/** Changing `lang` on one element changes that one, its labels and texts, and no other. */
function relocalises(tag: Tag): void {
  it('re-renders in its own language, and leaves others alone', async () => {
    const [one, other] = [await show(tag, 'nl'), await show(tag, 'nl')];
    const before = textOf(other);
    expect(textOf(one)).to.equal(before);
    one.lang = 'fr';
    await until('French', () => one.shadowRoot?.querySelector('.frame[lang="fr"]'));
    await settled(one);
    const french = textOf(one);
    expect(french).not.to.equal(before);
    expect(textOf(other)).to.equal(before);
    const stray = [
      ...new Set(['Waarom', 'Versie', 'Bevestigen', 'Alles openen', 'Niet doen']),
    ].filter((word) => new RegExp(`(^|\\s)${word}(\\s|$)`).test(french));
    expect(stray).to.deep.equal([]);
    one.lang = 'nl';
    await until('Dutch', () => one.shadowRoot?.querySelector('.frame[lang="nl"]'));
    await settled(one);
    expect(textOf(one)).to.equal(before);
  });

  it('follows the language of the page around it', async () => {
    document.documentElement.lang = 'fr';
    const element = (await mount(tag, {
      policy: sample,
      ...extra.get(tag),
    } as object)) as PolicyElement;
    await until('French', () => element.shadowRoot?.querySelector('.frame[lang="fr"]'));
    document.documentElement.lang = 'en';
    await until('English', () => element.shadowRoot?.querySelector('.frame[lang="en"]'));
  });
}

/** Taking it out and putting it back changes nothing, and it goes on working. */
function reconnects(tag: Tag): void {
  it('survives being taken out and put back', async () => {
    const element = await show(tag, 'nl');
    const before = textOf(element);
    element.remove();
    await settled(element);
    const holder = document.createElement('section');
    document.body.append(holder);
    holder.append(element);
    await settled(element);
    expect(textOf(element)).to.equal(before);
    element.lang = 'en';
    await until('English', () => element.shadowRoot?.querySelector('.frame[lang="en"]'));
    holder.remove();
  });
}

/** Every public token in its styles stands in the page on theming. */
function documentsTokens(tag: Tag): void {
  it('uses only tokens that the page on theming documents', async () => {
    const element = await show(tag, 'nl');
    const page = await (await fetch('/docs/theming.md')).text();
    const sheets = [element, ...deepAll(element, '*')].flatMap(
      (each) => each.shadowRoot?.adoptedStyleSheets ?? [],
    );
    const text = [...new Set(sheets)]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n');
    const tokens = new Set(
      [...text.matchAll(/var\((--policy-[a-z-]+)/g)].map((match) => match[1]!),
    );
    expect([...tokens].filter((token) => !page.includes(token))).to.deep.equal([]);
  });
}
