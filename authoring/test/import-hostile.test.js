import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { describeImportError, importDocument, ImportError } from '../dist/index.js';
import { importIsolated } from '../dist/import/isolated.js';
import { docx, p, r } from './support/docx.js';
import { textsOf } from './support/words.js';

const refused = (code) => (error) => {
  assert.ok(error instanceof ImportError, String(error.stack));
  assert.equal(error.code, code);
  for (const lang of ['nl', 'fr', 'en']) {
    const sentence = describeImportError(error, lang);
    assert.ok(sentence.length > 15 && !/[{}]/.test(sentence), sentence);
  }
  return true;
};
const read = (input, type) => importDocument(input, { lang: 'nl', ...(type && { type }) });
const ole = (...names) => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, index) => bytes.set(Buffer.from(name, 'utf16le'), 1024 + index * 128));
  return bytes;
};

describe('files that are refused, with a reason and a remedy', () => {
  const cases = {
    empty: [new Uint8Array(0), 'empty'],
    'old Word': [ole('WordDocument'), 'old-word'],
    'a password': [ole('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    pdf: [strToU8('%PDF-1.7\n…'), 'pdf'],
    rtf: [strToU8('{\\rtf1 hallo}'), 'rtf'],
    'an OpenDocument text called .docx': [
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<x/>'),
      }),
      'opendocument',
    ],
    'a Pages document called .docx': [zipSync({ 'Index/Document.iwa': strToU8('x') }), 'pages'],
    'a spreadsheet': [
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      'spreadsheet',
    ],
    'any other zip': [zipSync({ 'a.txt': strToU8('x') }), 'other-file'],
    'a picture': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), 'other-file'],
    'macros by content type': [
      docx(p('x'), {
        contentTypes:
          '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
      'macros',
    ],
    'macros by their part': [
      docx(p('x'), { files: { 'word/vbaProject.bin': strToU8('x') } }),
      'macros',
    ],
    'a document cut off': [docx(p('tekst'.repeat(50))).slice(0, 900), 'damaged'],
    'XML cut off': [
      docx('', {
        files: { 'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>tek') },
      }),
      'damaged',
    ],
    'a scan': [docx('<w:p><w:r><w:drawing/></w:r></w:p>'), 'no-text'],
  };
  for (const [name, [input, code]] of Object.entries(cases)) {
    it(name, () => assert.throws(() => read(input, 'docx'), refused(code)));
  }
});

describe('files made to do harm', () => {
  // Sixty megabytes in sixty kilobytes.
  const bomb = docx(p('x'), {
    files: { 'word/document.xml': new Uint8Array(60 * 1024 * 1024).fill(0x20) },
  });
  it('a part that inflates a thousandfold, by what its directory says', () => {
    const before = process.memoryUsage().rss;
    assert.throws(() => read(bomb), refused('inflates'));
    assert.ok(process.memoryUsage().rss - before < 30 * 1024 * 1024);
  });
  it('the same, with a directory that says it is small', () => {
    const file = bomb.slice();
    const view = new DataView(file.buffer, file.byteOffset);
    for (let at = 0; at < file.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    assert.throws(() => read(file), refused('inflates'));
  });
  it('a million paragraphs', () =>
    assert.throws(
      () => read(docx('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(1_000_000))),
      refused('too-long'),
    ));
  it('a million lines of Markdown', async () => {
    await assert.rejects(
      importIsolated('a\n\n'.repeat(1_000_000), { lang: 'nl', type: 'md' }),
      refused('too-long'),
    );
  });
  it('entities that grow', () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>begin &c; einde</w:t></w:r></w:p></w:body></w:document>`;
    const draft = read(docx('', { files: { 'word/document.xml': strToU8(xml) } }));
    assert.ok(JSON.stringify(draft.policy).length < 1000);
  });
  it('an entity that reads a file', () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>begin &a; einde</w:t></w:r></w:p></w:body></w:document>';
    assert.doesNotMatch(
      JSON.stringify(read(docx('', { files: { 'word/document.xml': strToU8(xml) } }))),
      /root:/,
    );
  });
  it('names that climb out of the file', () => {
    const file = docx(p('tekst'), {
      files: {
        '../../etc/cron.d/x': strToU8('x'),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="x/styles" Target="../../../etc/passwd"/></Relationships>',
        ),
      },
    });
    assert.match(textsOf(read(file).policy).join(' '), /tekst/);
  });
  it('elements thousands deep', () => {
    assert.throws(() => read(docx('<w:tbl><w:tr><w:tc>'.repeat(5000))), refused('too-deep'));
    assert.throws(() => read('<div>'.repeat(5000) + 'x', 'html'), refused('too-deep'));
  });
  it('quotes ten thousand deep in Markdown', async () => {
    await assert.rejects(
      importIsolated(`${'>'.repeat(10_000)} x`, { lang: 'nl', type: 'md' }),
      refused('too-deep'),
    );
  });
  it('a file within a limited thread stays within it', async () => {
    const before = process.memoryUsage().rss;
    await assert.rejects(importIsolated(bomb, { lang: 'nl' }), refused('inflates'));
    assert.ok(process.memoryUsage().rss - before < 300 * 1024 * 1024);
  });
});

describe('names that every object has', () => {
  it('are elements as any other', () => {
    const draft = read('<h1>Beleid</h1><p><constructor>Een</constructor> tekst.</p>', 'html');
    assert.deepEqual(draft.report.left, []);
    assert.ok(textsOf(draft.policy).join(' ').includes('Een tekst.'));
    const word = read(docx(`<w:p><w:r><constructor/><w:t>Een tekst.</w:t></w:r></w:p>`));
    assert.deepEqual(word.report.left, []);
  });
});

describe('scripts and addresses', () => {
  const html = `<h1>Beleid</h1><script>alert(1)</script><style>p{}</style><p onclick="x()">Tekst <a href="JaVa&#10;Script:alert(1)">een</a> <a href=" data:text/html,x">twee</a> <a href="vbscript:x">drie</a> <a href="https://example.org/?a=1&amp;b=(2)">vier</a> <img src=x onerror=alert(1) alt="beeld"><iframe src="https://evil.example"></iframe></p><svg onload=alert(1)><text>vorm</text></svg><p>&lt;script&gt;alert(2)&lt;/script&gt; [x](javascript:alert(3)) ![y](javascript:alert(4))</p>`;
  it('never come along', async () => {
    const draft = read(html, 'html');
    const { marked } = await import('marked');
    const shown = marked.parse(
      draft.policy.sections
        .map(({ body }) => body?.nl ?? '')
        .concat(draft.policy.summary.nl)
        .join('\n\n'),
    );
    assert.doesNotMatch(shown, /<script|<img|<iframe|href="(?!https:\/\/example\.org)/i, shown);
    assert.match(shown, /een twee drie <a href="https:\/\/example.org/);
    assert.doesNotMatch(JSON.stringify(draft.policy), /onclick|alert\(1\)/);
  });
  it('nothing is fetched for a picture or a template outside the file', () => {
    const links = { img: 'http://127.0.0.1:1/x.png' };
    const draft = read(
      docx(
        p(
          `${r('tekst')}<w:r><w:drawing><wp:docPr id="1" name="Picture 1"/><a:blip r:link="img"/></w:drawing></w:r>`,
        ),
        { links },
      ),
    );
    assert.equal(draft.report.left.filter(({ reason }) => reason === 'image').length, 1);
  });
});
