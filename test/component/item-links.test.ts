import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { itemsOf } from '../../src/policy/ids.js';
import { readUnknown } from '../../src/policy/parse.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, mount, settled, unmountAll, until } from '../support/page.js';

const { policy } = readUnknown(sample);

describe('links to items', () => {
  afterEach(unmountAll);

  it('stand at sections, rules and questions, for the keyboard too, with a name', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'en' });
    const wanted = policy!.sections.flatMap((section) => [
      section.id,
      ...(['rules', 'faq'].includes(section.type) ? itemsOf(section).map(({ id }) => id) : []),
    ]);
    await until('the sections', () => deepAll(viewer, '.link-mark').length >= wanted.length);
    await settled(viewer);
    const marks = deepAll(viewer, 'a.link-mark') as HTMLAnchorElement[];
    expect(marks.map((mark) => mark.getAttribute('href'))).to.deep.equal(
      wanted.map((id) => `#${policy!.id}/${id}`),
    );
    for (const mark of marks) {
      expect(mark.tabIndex).to.equal(0);
      expect(mark.closest('[aria-hidden=true]')).to.equal(null);
      expect(mark.getAttribute('aria-label')).to.match(/^Link to “.+”$/);
    }
  });

  it('are not most of what the keyboard stops at', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'en' });
    await until('the sections', () => deepAll(viewer, '.link-mark').length > 30);
    await settled(viewer);
    const stops = deepAll(viewer, 'a[href], button, input, select, summary, [tabindex="0"]').filter(
      (each) => each.checkVisibility() && each.tabIndex >= 0,
    );
    const marks = stops.filter((each) => each.matches('.link-mark'));
    expect(marks.length / stops.length).to.be.lessThan(0.3);
    // The text is one stop away.
    expect(stops[0]!.textContent).to.contain('Skip to the text');
    stops[0]!.focus();
    stops[0]!.click();
    const first = policy!.sections[0]!.id;
    await until('the text', () =>
      deepAll(viewer, `[id="${first}"]`)[0]!.matches(':focus, :focus-within'),
    );
  });

  it('are no part of the name of a heading', async () => {
    const rules = await mount('policy-rules', { policy: sample, lang: 'en' });
    const headings = deepAll(rules, '.item-title');
    expect(headings.length).to.be.greaterThan(2);
    for (const heading of headings) {
      const label = heading.getAttribute('aria-labelledby')!;
      const name = (heading.getRootNode() as ShadowRoot).getElementById(label)!;
      expect(heading.contains(name)).to.equal(true);
      expect(name.querySelector('a')).to.equal(null);
      expect(name.textContent!.trim()).not.to.equal('');
    }
  });
});

describe('a change of language', () => {
  afterEach(unmountAll);

  it('is told in the new language, and only when the reader made it', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'en' });
    await settled(viewer);
    const told = () => viewer.renderRoot.querySelector('.viewer > [role=status]')!.textContent;
    expect(told()).to.equal('');
    const french = deepAll(viewer, 'button[lang=fr]')[0] as HTMLButtonElement;
    french.click();
    await until('the words', () => told() !== '');
    expect(told()).to.equal('La charte s’affiche maintenant en français.');
  });
});
