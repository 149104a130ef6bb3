import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importDocument, languageOf, readDocument } from '../dist/index.js';
import { docx, h, p } from './support/docx.js';

describe('the language of a document', () => {
  const texts = {
    nl: 'We willen dat iedereen met een gerust hart online kan zijn, en ook weet bij wie het kan worden gemeld.',
    fr: 'Nous voulons que chacun puisse être en ligne sans crainte, et que les équipes sachent à qui le dire dans ce cas.',
    en: 'We want everybody to be online with an easy mind, and to know whom to tell about it in your team.',
    de: 'Wir wollen, dass alle mit einem guten Gefühl online sind und wissen, an wen sie sich wenden, auch für die Presse.',
  };
  const first = { nl: 'Inleiding', fr: 'Introduction', en: 'Introduction', de: 'Einleitung' };
  const written = (text) =>
    docx([p(text), p(text), h(1, '1. A'), p(text), h(1, '2. B'), p(text)].join(''));
  for (const [lang, text] of Object.entries(texts))
    it(`is told by its small words, and names what stands before the first heading: ${lang}`, () => {
      assert.equal(languageOf(readDocument(written(text))), lang);
      const draft = importDocument(written(text), { lang });
      assert.deepEqual(draft.policy.sections[0].title, { [lang]: first[lang] });
    });
  it('is not told where there are two, or too little', () => {
    assert.equal(languageOf(readDocument(written(`${texts.nl} ${texts.fr}`))), undefined);
    assert.equal(languageOf(readDocument(docx(p('Het beleid.')))), undefined);
  });
});
