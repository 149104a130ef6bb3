/** How labels are set in type, whatever they say. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const targetsOf = (lang: string): string[] => {
  const xliff = readFileSync(new URL(`../../locales/${lang}.xlf`, import.meta.url), 'utf8');
  return [...xliff.matchAll(/<target>([^]*?)<\/target>/g)].map(([, text]) =>
    text!.replace(/<x id="\d+" equiv-text="[^"]*"\/>/g, 'X'),
  );
};

describe('labels', () => {
  it('in French have one kind of space at each mark, which does not break', () => {
    const french = targetsOf('fr');
    expect(french.length).to.be.greaterThan(500);
    const wrong =
      /[ \u202f]:(?!\/)|[^\u00a0\d"/p-t]:(?= |$)|[ \u00a0][;!»]|[ \u00a0]\?(?=[\s.,»]|$)|«[ \u00a0]/;
    expect(french.filter((text) => wrong.test(text))).to.deep.equal([]);
  });

  it('have typographic quotation marks and apostrophes', () => {
    for (const lang of ['nl', 'fr']) {
      const plain = targetsOf(lang).filter((text) => /\p{L}'\p{L}|(?<![\w=])"\p{L}/u.test(text));
      expect(plain, lang).to.deep.equal([]);
    }
  });
});
