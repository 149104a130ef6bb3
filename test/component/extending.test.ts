import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { html } from 'lit';
import { markdownText, register, SectionElement } from '../../src/index.js';
import type { OtherSection, PolicyView, Text } from '../../src/index.js';
import { showSectionsWith } from '../../src/sections.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, unmountAll, until } from '../support/page.js';

const text = async () => (await fetch('/docs/extending.md')).text();
const example = async (language: string, word: string): Promise<string> => {
  const found = [...(await text()).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].find(
    ([, kind, code]) => kind === language && code!.includes(word),
  );
  return found![2]!;
};

/** An example, run as it is written. */
async function run(code: string, replace: Readonly<Record<string, string>>): Promise<void> {
  const own = Object.entries(replace).reduce(
    (all, [from, to]) => all.replaceAll(`'${from}'`, `'${location.origin}${to}'`),
    code,
  );
  const url = URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
  await import(/* webpackIgnore: true */ url);
  URL.revokeObjectURL(url);
}

const policyWith = (section: unknown) => {
  const policy: Draft = { ...minimal(), languages: ['en', 'nl'] };
  policy.sections.push(section as Draft);
  return policy;
};

describe('parts of a page’s own', () => {
  afterEach(() => {
    unmountAll();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('are shown plainly by their texts while no element shows them', async () => {
    const section = JSON.parse(await example('json', 'examples')) as Draft;
    const viewer = await mount('policy-viewer', {
      policy: policyWith({ ...section, type: 'never-defined' }),
      lang: 'en',
    });
    await until('the text', () => deepAll(viewer, '.items li').length);
    expect(deepOne(viewer, '.items li').textContent).to.contain('shared a roster');
  });

  it('show a section as the documented plain element does, in the language chosen', async () => {
    const section: unknown = JSON.parse(await example('json', 'examples'));
    await run(await example('js', 'OwnExamples'), {
      '/assets/policy-elements.js': '/src/sections.ts',
      '/assets/policy-elements.tools.js': '/src/policy/text.ts',
    });
    const viewer = await mount('policy-viewer', { policy: policyWith(section), lang: 'en' });
    await until('the element', () => deepOne(viewer, 'own-examples li'));
    const own = deepOne(viewer, 'own-examples');
    expect(own.querySelector('h3')?.textContent).to.equal('From our practice');
    expect(own.querySelector('li')?.textContent).to.equal('A colleague shared a roster.');
    viewer.lang = 'nl';
    await until('the other language', () => own.textContent?.includes('Uit onze praktijk'));
  });

  it('have a shadow root and styles of their own, as the example in TypeScript', async () => {
    const section: unknown = JSON.parse(await example('json', 'glossary'));
    await import('../support/own-glossary.js');
    const viewer = await mount('policy-viewer', { policy: policyWith(section), lang: 'en' });
    viewer.style.setProperty('--policy-accent', 'rgb(107, 45, 92)');
    await until('the element', () =>
      deepOne(viewer, 'own-glossary').shadowRoot?.querySelector('dd'),
    );
    const { shadowRoot } = deepOne(viewer, 'own-glossary');
    expect(shadowRoot!.querySelector('h3')?.textContent).to.equal('Words');
    expect(shadowRoot!.querySelector('dd')?.textContent).to.equal('A message to one person.');
    const { color } = getComputedStyle(shadowRoot!.querySelector('dt')!);
    expect(color).to.equal('rgb(107, 45, 92)');
  });

  it('are opened in the short reading, and lead to the item that a link names', async () => {
    const words = JSON.parse(await example('json', 'glossary')) as Draft;
    await import('../support/own-glossary.js');
    const [first] = policyWith(words).sections as Draft[];
    const core = { id: 'short', type: 'text', title: 'Short', body: 'Short.', core: true };
    const policy = { ...policyWith(words), sections: [core, first, words] };
    for (const [item, tag] of [
      ['term-dm', 'dt'],
      ['words', 'own-glossary'],
    ] as const) {
      const viewer = await mount('policy-viewer', { policy, lang: 'en' });
      await until('the element', () => deepOne(viewer, 'own-glossary').shadowRoot?.firstChild);
      const own = deepOne(viewer, 'own-glossary');
      expect(own.getBoundingClientRect().height).to.equal(0);
      await viewer.goTo(item);
      expect(own.getBoundingClientRect().height).to.be.greaterThan(0);
      const focused = own.shadowRoot!.activeElement ?? viewer.shadowRoot!.activeElement;
      expect(focused?.localName).to.equal(tag);
      viewer.remove();
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('are shown as a whole where an item of theirs is looked for that they do not show', async () => {
    const tag = 'own-whole';
    customElements.define(tag, class extends HTMLElement {});
    showSectionsWith('whole', tag);
    const items = [{ id: 'part-1', title: 'One' }];
    const section = { id: 'whole', type: 'whole', title: 'Whole', items };
    const viewer = await mount('policy-viewer', { policy: policyWith(section), lang: 'en' });
    await until('the element', () => deepOne(viewer, tag));
    await viewer.goTo('part-1');
    expect(viewer.shadowRoot!.activeElement?.localName).to.equal(tag);
    expect(deepAll(viewer, '.missing').length).to.equal(0);
  });

  it('are led to by a link, and take the focus', async () => {
    const tag = 'own-tall';
    customElements.define(
      tag,
      class extends HTMLElement {
        connectedCallback() {
          this.style.cssText = 'display: block; margin-top: 3000px; height: 2000px';
        }
      },
    );
    showSectionsWith('tall', tag);
    const section = { id: 'tall', type: 'tall', title: 'Tall' };
    const viewer = await mount('policy-viewer', { policy: policyWith(section), lang: 'en' });
    await viewer.goTo('tall');
    const own = deepOne(viewer, tag);
    await until('the element', () => Math.abs(own.getBoundingClientRect().top) < 200);
    expect(viewer.shadowRoot!.activeElement).to.equal(own);
    expect(location.hash).to.equal(`#${minimal().id as string}/tall`);
  });

  it('stand in the slots around the head and the form', async () => {
    const html = await example('html', 'before-head');
    const policy = { ...policyWith({ id: 'x', type: 'text', title: 'X', body: 'X.' }) };
    const viewer = await mount('policy-viewer', {
      policy: { ...policy, acknowledgement: { statement: 'I follow this.' } },
      lang: 'en',
    });
    const made = new DOMParser().parseFromString(html, 'text/html').querySelector('policy-viewer');
    viewer.append(...made!.children);
    await until('the form', () => deepOne(viewer, '.button.primary'));
    const topOf = (element: Element | null) => element!.getBoundingClientRect().top;
    const places = [
      viewer.querySelector('[slot=before-head]'),
      deepOne(viewer, 'h2'),
      viewer.querySelector('[slot=after-head]'),
      deepAll(viewer, '.section')[0]!,
      viewer.querySelector('[slot=before-form]'),
      deepOne(viewer, 'policy-acknowledgement'),
      viewer.querySelector('[slot=after-form]'),
    ].map(topOf);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(new Set(places).size).to.equal(places.length);
  });

  it('leave the place of a policy that is coming to look as it does', async () => {
    const viewer = document.createElement('policy-viewer');
    viewer.innerHTML = '<!-- Ours --> <p slot="before-head">Own</p>';
    viewer.src = '/moods/slow?ms=60000';
    document.body.append(viewer);
    await until('the place', () => viewer.shadowRoot?.querySelector('.skeleton'));
    viewer.remove();
  });

  it('set Markdown as the elements of the library do', async () => {
    class OwnCases extends SectionElement<OtherSection> {
      protected override readonly type = undefined;
      protected override renderSection(section: OtherSection, view: PolicyView) {
        const items = section['items'] as { id: string; text?: Text }[];
        return html`<ul>
          ${items.map(({ id, text }) => html`<li id=${id}>${markdownText(view, text)}</li>`)}
        </ul>`;
      }
    }
    register('own-markdown-cases', OwnCases);
    showSectionsWith('markdown-cases', 'own-markdown-cases');
    const text = { nl: 'Zie **[de regel](#why)** <img src=x onerror=alert(1)>.' };
    const section = {
      ...{ id: 'cases', type: 'markdown-cases', title: { nl: 'Gevallen' } },
      items: [{ id: 'case-1', text }, { id: 'case-2' }],
    };
    const viewer = await mount('policy-viewer', { policy: policyWith(section), lang: 'en' });
    await until('the item', () => deepAll(viewer, '#case-1').length > 0);
    const item = deepOne(viewer, '#case-1');
    expect(item.querySelector('strong a')?.getAttribute('href')).to.match(/why$/);
    expect(item.querySelector('img')).to.equal(null);
    expect(item.textContent).to.contain('only available in Dutch');
    expect(deepOne(viewer, '#case-2').textContent?.trim()).to.equal('');
  });
});
