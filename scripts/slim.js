/**
 * Takes out of the templates and styles in dist/ the white space that only people need. It is done
 * once, to the modules that everything is made of: what a server renders and what a browser draws
 * then have the same templates, and Lit can take over the one as the other.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rollup/parseAst';

const DIST = 'dist';

function slim(code) {
  const edits = [];
  walk(parseAst(code), (node) => {
    const fold =
      node.type === 'TaggedTemplateExpression' && FOLDS[node.tag.name ?? node.tag.callee?.name];
    if (fold) edits.push(...node.quasi.quasis.map((quasi) => ({ ...quasi, fold })));
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, fold }) =>
        text.slice(0, start) + fold(text.slice(start, end)) + text.slice(end),
      code,
    );
}

/** Elements that are blocks whatever the styles say, or the children of a grid or of flexible boxes. */
const BLOCK = '(?:article|dd|details|div|dl|dt|fieldset|figure|header|li|nav|ol|p|section|ul)';
/** White space at the edges of blocks is not drawn: without it there are fewer nodes. */
const EDGES = [
  [new RegExp(`(<${BLOCK}(?: [^<>]*)?>) `, 'g'), '$1'],
  [new RegExp(` (</${BLOCK}>)`, 'g'), '$1'],
  [new RegExp(`(</${BLOCK}>) (?=<${BLOCK}[ >])`, 'g'), '$1'],
];
const foldHtml = (html) =>
  EDGES.reduce(
    (text, [edge, kept]) => text.replace(edge, kept),
    html.replace(/\s+/g, ' ').replace(/" >/g, '">'),
  );
const foldCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ > /g, '>')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/\) ([*/]) (?=[\d(.])/g, ')$1')
    .replace(/([ (:,*/])0\.(?=\d)/g, '$1.')
    .replace(/;}/g, '}');
const FOLDS = { html: foldHtml, staticHtml: foldHtml, dynamicTag: foldHtml, css: foldCss };

function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const child of Object.values(node ?? {})) {
    if (typeof child === 'object') walk(child, visit);
  }
}

for (const path of readdirSync(DIST, { recursive: true })) {
  if (!path.endsWith('.js')) continue;
  const file = join(DIST, path);
  const code = readFileSync(file, 'utf8');
  const folded = slim(code);
  if (folded !== code) writeFileSync(file, folded);
}
