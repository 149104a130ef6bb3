/**
 * Marked makes an instance of itself when it is loaded, which keeps its parser and renderer in a
 * bundle; the lexer is all we use. Only `Lexer` is exported, and statements at the top level that
 * do nothing but fill the function `marked` are left out. What is what is read from the export list,
 * so nothing depends on the names a minifier gave. Should marked be built otherwise one day, the
 * bundle is larger, and the size limit says so.
 */
export const markedLexer = {
  name: 'marked-lexer',
  transform(code, id) {
    if (!id.endsWith('marked/lib/marked.esm.js')) return null;
    const { body } = this.parse(code);
    const list = body.find(({ type }) => type === 'ExportNamedDeclaration');
    const local = (name) =>
      list.specifiers.find(({ exported }) => exported.name === name).local.name;
    const [lexer, marked] = [local('Lexer'), local('marked')];
    const edits = [{ ...span(list), text: `export{${lexer} as Lexer};` }];
    for (const statement of body) {
      if (fills(statement, marked) || onlyAliases(statement)) edits.push(span(statement));
      else edits.push(...instancesIn(statement));
    }
    return edits
      .sort((a, b) => b.start - a.start)
      .reduce(
        (text, { start, end, text: instead = '' }) =>
          text.slice(0, start) + instead + text.slice(end),
        code,
      );
  },
};

const span = ({ start, end }) => ({ start, end });

/** `marked.parse = …` */
const fills = ({ type, expression }, name) =>
  type === 'ExpressionStatement' &&
  expression.type === 'AssignmentExpression' &&
  expression.left.type === 'MemberExpression' &&
  expression.left.object.name === name;

/** `var lexer = Lexer.lex, parse = marked`: for the exports that are gone. */
const onlyAliases = ({ type, declarations = [] }) =>
  type === 'VariableDeclaration' &&
  declarations.every(({ init }) => ['MemberExpression', 'Identifier'].includes(init?.type));

/** `var instance = new Marked`: dropped when nothing uses it. */
const instancesIn = ({ type, declarations = [] }) =>
  type === 'VariableDeclaration'
    ? declarations
        .filter(({ init }) => init?.type === 'NewExpression')
        .map(({ init: { start } }) => ({ start, end: start, text: '/*@__PURE__*/' }))
    : [];
