import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { itemsOf } from '../../src/policy/ids.js';
import { readUnknown } from '../../src/policy/parse.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, mount, settled, unmountAll, until } from '../support/page.js';

const { policy } = readUnknown(sample);

describe('links to items', () => {
  afterEach(unmountAll);

  it('stand at every section and item, for the keyboard too, with a name', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'en' });
    await until('the sections', () => deepAll(viewer, '.link-mark').length > 50);
    await settled(viewer);
    const marks = new Map(
      (deepAll(viewer, 'a.link-mark') as HTMLAnchorElement[]).map((mark) => [
        mark.getAttribute('href'),
        mark,
      ]),
    );
    // The quiz asks one question at a time, and a scenario that is closed offers no link.
    const later = new Set(
      policy!.sections
        .filter(({ type }) => type === 'quiz' || type === 'reactions')
        .flatMap((section) => itemsOf(section).map(({ id }) => id)),
    );
    const ids = policy!.sections.flatMap((section) => [
      section.id,
      ...itemsOf(section).map(({ id }) => id),
    ]);
    for (const id of ids.filter((id) => !later.has(id))) {
      const mark = marks.get(`#${policy!.id}/${id}`);
      expect(mark, id).not.to.equal(undefined);
      expect(mark!.tabIndex, id).to.equal(0);
      expect(mark!.closest('[aria-hidden=true]'), id).to.equal(null);
      expect(mark!.getAttribute('aria-label'), id).to.match(/^Link to “.+”$/);
    }
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
