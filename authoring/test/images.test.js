import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imagesIn } from '../dist/images/addresses.js';
import { IMAGE_LIMIT, readImage } from '../dist/images/image.js';

const bytes = (text) => Buffer.from(text, 'latin1');
const svg = (inner, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

describe('what an image is', () => {
  it('is told by its content', () => {
    const sound = {
      png: '\x89PNG\r\n\x1a\n…',
      jpg: '\xff\xd8\xff\xe0…',
      gif: 'GIF89a…',
      webp: 'RIFF\x00\x00\x00\x00WEBPVP8 ',
      svg: '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    };
    for (const [kind, text] of Object.entries(sound)) {
      assert.match(readImage(bytes(text)).name, new RegExp(`^[0-9a-f]{32}\\.${kind}$`), kind);
    }
    for (const text of ['', 'BM…', '%PDF-1.7', '<html><svg></svg></html>', 'PK\x03\x04', '<svgx/>'])
      assert.equal(readImage(bytes(text)), 'not-an-image', text);
    const large = Buffer.concat([bytes('GIF89a'), Buffer.alloc(IMAGE_LIMIT)]);
    assert.equal(readImage(large), 'too-large');
  });

  it('has one name for the same bytes', () => {
    assert.equal(readImage(bytes('GIF89a')).name, readImage(bytes('GIF89a')).name);
    assert.notEqual(readImage(bytes('GIF89a')).name, readImage(bytes('GIF89b')).name);
  });

  it('takes a drawing as programs write them', () => {
    const drawing = svg(
      `<title>Ons &amp; wij</title><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li rdf:resource="http://example.org/"/></rdf:RDF></metadata>
       <defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>
       <style>.b{fill:url(#a)}</style><g class="b"><use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/></g>
       <a href="#a"><path d="M0 0h1" fill="url(#a)"/></a>`,
      'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"',
    );
    assert.match(readImage(drawing).name, /\.svg$/);
  });

  for (const attack of [
    '<script>alert(1)</script>',
    '<SCRIPT href="data:,alert(1)"/>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    '<g onload="alert(1)"/>',
    '<g s:OnClick="alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<a xlink:href=" java&#10;script:alert(1)"><path/></a>',
    '<use href="https://other.example/a.svg#a"/>',
    '<image href="//other.example/pixel.png"/>',
    '<image href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;"/>',
    '<style>@import "https://other.example/a.css";</style>',
    '<style>g{fill:url(https://other.example/a)}</style>',
    '<style>g{fill:u\\72l(https://other.example/a)}</style>',
    '<style><![CDATA[g{background:url("//other.example")}]]></style>',
    '<g style="fill:url(//other.example/a)"/>',
    '<g filter="url(//other.example/a#b)"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
    '<?xml-stylesheet href="https://other.example/a.css"?>',
  ]) {
    it(`refuses ${attack}`, () => assert.equal(readImage(svg(attack)), 'active'));
  }

  it('refuses what a document type brings, and what is not written in UTF-8', () => {
    const entity = '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>';
    assert.equal(typeof readImage(Buffer.from(entity)), 'string');
    assert.equal(readImage(bytes('<svg>\xff</svg>')), 'active');
    assert.equal(readImage(svg('', 'onload="alert(1)"')), 'active');
  });
});

describe('the images of a policy', () => {
  const name = `${'0123456789abcdef'.repeat(2)}.png`;
  it('are those in its own folder', () => {
    const body = { nl: `![Een](ours/images/${name})`, fr: `![Deux](theirs/images/${name})` };
    assert.deepEqual([...imagesIn({ id: 'ours', sections: [{ body }] })], [name]);
    assert.deepEqual([...imagesIn({ id: 'mine', sections: [{ body }] })], []);
    assert.deepEqual(
      [...imagesIn({ id: 'ours', organisation: { logo: `ours/images/${name}` } })],
      [name],
    );
  });
});
