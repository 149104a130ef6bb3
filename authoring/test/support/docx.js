/** Word files of the tests' own making, written as Word writes them. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
export const r = (text, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
export const p = (inner, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : r(inner)}</w:p>`;
export const bold = (text) => p(r(text, '<w:b/>'));
export const h = (level, text) => p(text, `<w:pStyle w:val="Kop${level}"/>`);
export const li = (text, level = 0, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (inner, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inner.startsWith('<w:p') || inner.startsWith('<w:tbl') ? inner : p(inner)}</w:tc>`;
export const table = (...rows) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map((each) => (each.startsWith('<w:tc>') ? each : cell(each))).join('')}</w:tr>`).join('')}</w:tbl>`;

const STYLES = `<?xml version="1.0"?><w:styles ${NAMESPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
${[1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="Kop${level}"><w:name w:val="heading ${level}"/><w:rPr><w:b/></w:rPr></w:style>`).join('')}
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>`;
const NUMBERING = `<?xml version="1.0"?><w:numbering ${NAMESPACES}>
${['bullet', 'decimal'].map((format, index) => `<w:abstractNum w:abstractNumId="${index}">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`).join('')}
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

/** Story parts besides the body: `{ footnotes, comments, header1 … }`; `links` by relationship id. */
export function docx(body, { parts = {}, links = {}, files = {}, contentTypes = '' } = {}) {
  const part = (root, inner) =>
    strToU8(`<?xml version="1.0"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`);
  const roots = {
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    comments: 'comments',
    header1: 'hdr',
    footer1: 'ftr',
  };
  const relations = [
    ['styles', 'styles.xml'],
    ['numbering', 'numbering.xml'],
    ...Object.keys(parts).map((name) => [name.replace(/\d$/, ''), `${name}.xml`]),
  ];
  const xml = relations
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index}" Type="${TYPE}/${type}" Target="${target}"/>`,
    )
    .concat(
      Object.entries(links).map(
        ([id, href]) =>
          `<Relationship Id="${id}" Type="${TYPE}/hyperlink" Target="${escape(href)}" TargetMode="External"/>`,
      ),
    )
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${contentTypes}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${xml}</Relationships>`),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, inner]) => [`word/${name}.xml`, part(roots[name], inner)]),
    ),
    ...files,
  });
}
