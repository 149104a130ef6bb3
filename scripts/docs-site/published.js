/** What the package exports, as its published types say it. */
import ts from 'typescript';

const GROUPS = [
  ['functions', 'Functions'],
  ['events', 'Events'],
  ['values', 'Classes and values'],
  ['types', 'Types'],
];

/** Elements have pages of their own. */
const isElement = (declaration) =>
  ts.isClassDeclaration(declaration) && /\/elements\//.test(declaration.getSourceFile().fileName);

function groupOf(symbol, declaration, checker) {
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
    return 'types';
  if (ts.isClassDeclaration(declaration))
    return symbol.name.endsWith('Event') ? 'events' : 'values';
  const isCalled = checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
  return isCalled ? 'functions' : 'values';
}

/** As one would write it: of a variable its whole statement, and nothing that is private. */
function codeOf(declaration) {
  const whole = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return whole
    .getText()
    .replace(/^(export )?(declare )?/, '')
    .replace(/^ +(private\b|protected\b|#private).*;\n/gm, '')
    .replace(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
}

/** @returns {{ id: string, text: string, items: { name: string, description: string, code: string }[] }[]} */
export function exportsOf(path) {
  const program = ts.createProgram([path], { skipLibCheck: true, noEmit: true });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(path)),
  );
  const items = exported
    .map((each) => {
      const isAlias = each.flags & ts.SymbolFlags.Alias;
      const symbol = isAlias ? checker.getAliasedSymbol(each) : each;
      return { name: each.name, symbol, declarations: symbol.declarations ?? [] };
    })
    .filter(({ declarations: [first] }) => first && !isElement(first))
    .map(({ name, symbol, declarations }) => ({
      name,
      group: groupOf(symbol, declarations[0], checker),
      description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      code: declarations.map(codeOf).join('\n'),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return GROUPS.map(([id, text]) => ({
    id,
    text,
    items: items.filter(({ group }) => group === id),
  }));
}
