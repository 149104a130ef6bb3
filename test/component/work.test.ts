import { expect } from '@open-wc/testing';
import { Lexer } from 'marked';
import '../../src/define.js';
import sample from '../../stories/policies/sample.json';
import { deep, deepAll, deepOne, mount, settled, unmountAll, until } from '../support/page.js';

/** How much is done, in numbers that are the same on every machine: time is measured elsewhere. */
describe('the work that is done', () => {
  afterEach(unmountAll);

  it('parses every Markdown text once in a language', async () => {
    const { lex } = Lexer.prototype;
    const parsed: string[] = [];
    Lexer.prototype.lex = function (this: Lexer, markdown: string) {
      parsed.push(markdown);
      return lex.call(this, markdown);
    };
    try {
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      const change = async (lang: string) => {
        viewer.lang = lang;
        await settled(viewer);
        await settled(viewer);
      };
      await until('the texts', () => deepAll(viewer, '.prose').length > 50);
      await settled(viewer);
      expect(parsed.length).to.be.greaterThan(100);
      expect(new Set(parsed).size).to.equal(parsed.length);
      const once = parsed.length;
      await change('fr');
      await until('French', () => parsed.length > once);
      await settled(viewer);
      await change('nl');
      expect(new Set(parsed).size).to.equal(parsed.length);
    } finally {
      Lexer.prototype.lex = lex;
    }
  });

  it('touches only the questions that come or go when somebody types', async () => {
    const faq = await mount('policy-faq', { policy: sample, lang: 'nl' });
    const rows = deepAll(faq, 'details[data-row]');
    const touched: Node[] = [];
    const observer = new MutationObserver((records) =>
      touched.push(
        ...records
          .filter(({ target }) => rows.includes(target as HTMLElement))
          .map(({ target }) => target),
      ),
    );
    observer.observe(faq.shadowRoot!, { attributes: true, childList: true, subtree: true });
    const field = deepOne<HTMLInputElement>(faq, '#find');
    for (const query of ['f', 'fa', 'fac', '']) {
      const before = rows.map(({ hidden }) => hidden);
      touched.length = 0;
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(faq);
      const changed = rows.filter(({ hidden }, at) => hidden !== before[at]);
      expect(touched).to.have.members(changed);
    }
    observer.disconnect();
  });

  it('has all of an ordinary policy there from the start', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the texts', () => deepAll(viewer, '.prose').length > 50);
    const waiting = deepAll(viewer, '[id]').filter(
      (item) => getComputedStyle(item).contentVisibility === 'auto',
    );
    expect(waiting).to.deep.equal([]);
  });

  it('makes up the height of an item of a long list from its letters', async () => {
    const section = sample.sections.find(({ type }) => type === 'rules')!;
    const items = Array.from({ length: 120 }, (_, at) => ({
      ...(section.items![at % section.items!.length] as object),
      id: `rule-${at}`,
    }));
    const policy = { ...sample, sections: [{ ...section, items }] };
    const rules = await mount('policy-rules', { policy, lang: 'nl' });
    const guess = (item: HTMLElement) =>
      Number.parseFloat(getComputedStyle(item).containIntrinsicBlockSize.replace('auto ', ''));
    const byLetters = deepAll(rules, '.rule').sort(
      (a, b) => a.textContent.length - b.textContent.length,
    );
    expect(guess(byLetters.at(-1)!)).to.be.greaterThan(guess(byLetters[0]!));
  });

  it('makes no more elements than it did', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the texts', () => deepAll(viewer, '.prose').length > 50);
    await settled(viewer);
    const count = [...deep(viewer.shadowRoot!)].length;
    expect(count).to.be.within(2500, 2840);
  });
});
