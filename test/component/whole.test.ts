import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { sectionSchemas } from '../../src/policy/schema.js';
import { textsOf } from '../../src/policy/texts.js';
import sample from '../../stories/policies/sample.json';
import partial from '../../stories/policies/partial.json';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, mount, settled, textOf, unmountAll, until } from '../support/page.js';

// Each text becomes a word of its own, so that it can be counted on the page.
function marked(policy: object): { policy: Draft; words: Map<string, string[]> } {
  const copy = structuredClone(policy) as Draft;
  const words = new Map<string, string[]>();
  let number = 0;
  for (const { pointer, text } of textsOf(policy)) {
    const keys = pointer.split('/').slice(1);
    const holder = keys.slice(0, -1).reduce((value: Draft, key) => value[key] as Draft, copy);
    const mark = `w${number++}w`;
    if (typeof text === 'string') {
      holder[keys.at(-1)!] = `nl${mark}`;
      words.set(`nl${mark}`, ['nl', pointer]);
    } else {
      holder[keys.at(-1)!] = Object.fromEntries(
        Object.keys(text).map((lang) => [lang, `${lang}${mark}`]),
      );
      for (const lang of Object.keys(text))
        words.set(`${lang}${mark}`, [lang, pointer, ...Object.keys(text)]);
    }
  }
  return { policy: withoutReferences(copy), words };
}

// What is named elsewhere by its title stands on the page more than once, and rightly so.
function withoutReferences(value: Draft): Draft {
  for (const key of ['audience', 'who', 'requires', 'owner', 'contact', 'about']) {
    if (typeof value[key] !== 'object' || Array.isArray(value[key])) delete value[key];
  }
  for (const each of Object.values(value)) {
    if (typeof each === 'object' && each !== null) withoutReferences(each as Draft);
  }
  return value;
}

const count = (page: string, word: string) => page.split(word).length - 1;

describe('a whole policy', () => {
  afterEach(unmountAll);

  for (const [name, policy] of Object.entries({ sample, partial, minimal: minimal() })) {
    for (const lang of ['nl', 'fr', 'en']) {
      it(`shows every text of the ${name} policy once, for a reader of ${lang}`, async () => {
        const { policy: draft, words } = marked(policy);
        const viewer = await mount('policy-viewer', {
          ...{ policy: draft, lang, reading: 'all' },
        } as object);
        await until('the labels', () =>
          viewer.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`),
        );
        await settled(viewer);
        const page = textOf(viewer, '.contents');
        const languages = draft.languages as string[];
        const wrong = [...words].flatMap(([word, [own, pointer, ...all]]) => {
          // Chapters stand in the contents only.
          if (pointer!.startsWith('/groups/')) return [];
          const present = all.length ? all : ['nl'];
          const expected =
            [lang, ...languages].find((each) => present.includes(each)) === own ? 1 : 0;
          const found = count(page, word);
          return found === expected
            ? []
            : [`${pointer} (${own}): ${found} times instead of ${expected}`];
        });
        expect(wrong).to.deep.equal([]);
      });
    }
  }

  it('marks each text in another language with its lang, and tells the reader', async () => {
    const { policy: draft, words } = marked(partial);
    const viewer = await mount('policy-viewer', { policy: draft, lang: 'fr' });
    await until('the labels', () => viewer.shadowRoot?.querySelector('.frame[lang="fr"] .content'));
    await settled(viewer);
    const foreign = deepAll(viewer, '[lang="nl"], [lang="en"]').filter(
      (each) => each.closest('.languages') === null,
    );
    expect(foreign.length).to.be.greaterThan(5);
    for (const element of deepAll(viewer, '*')) {
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent)
        .join('');
      for (const [word, [lang]] of words) {
        if (own.includes(word))
          expect(element.closest('[lang]')?.getAttribute('lang'), word).to.equal(lang);
      }
    }
    expect(textOf(viewer)).to.contain('disponible uniquement en néerlandais');
    expect(textOf(viewer)).to.contain('Certaines parties ne sont pas encore traduites');
  });

  it('says once that the policy is not in the reader’s language', async () => {
    const viewer = await mount('policy-viewer', { policy: minimal(), lang: 'en' });
    const text = textOf(viewer);
    expect(text).to.contain('This policy does not exist in English. You read it in Dutch.');
    expect(text).not.to.contain('only available in');
  });

  it('shows every type of section there is, and one there is not', async () => {
    const draft = minimal();
    draft.sections = [...Object.keys(sectionSchemas), 'weather'].map((type) => ({
      id: `s-${type}`,
      type,
      title: `Titel van ${type}`,
      intro: `Inleiding van ${type}`,
      body: `Tekst van ${type}`,
      ...(type !== 'text' && type !== 'contacts' && type !== 'trainings' && { items: [] }),
    }));
    const viewer = await mount('policy-viewer', { policy: draft, lang: 'nl' });
    const text = textOf(viewer, '.contents');
    for (const type of [...Object.keys(sectionSchemas), 'weather']) {
      expect(count(text, `Titel van ${type} `), type).to.equal(1);
      expect(count(text, `Inleiding van ${type}`), type).to.equal(1);
    }
  });
});
