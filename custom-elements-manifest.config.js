import { existsSync } from 'node:fs';

const isPublic = ({ name, privacy }) => !privacy?.match(/private|protected/) && !/^[_#]/.test(name);
const inPackage = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
const byName = (a, b) => (a.name < b.name ? -1 : 1);

/**
 * What the outside may rely on, and nothing else: no private state, no events the analyzer guessed
 * from an argument. Paths are those of the package, and every tag names the module that registers it.
 */
const publicInterface = {
  name: 'public-interface',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ customElement }) => customElement);
      module.declarations.forEach(keepPublic);
      const names = new Set(module.declarations.map(({ name }) => name));
      module.exports = module.exports?.filter((each) => names.has(each.declaration?.name));
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length);
    renamePaths(manifest);
    manifest.modules.push(...doors(manifest).sort((a, b) => (a.path < b.path ? -1 : 1)));
  },
};

function keepPublic(declaration) {
  declaration.members = declaration.members?.filter(isPublic);
  declaration.attributes = declaration.attributes?.filter(isPublic);
  declaration.events = declaration.events
    ?.filter(({ name }) => name?.startsWith('policy-'))
    .sort(byName);
  for (const list of ['attributes', 'cssParts', 'cssProperties']) declaration[list]?.sort(byName);
}

function renamePaths(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const key of ['path', 'module']) {
    if (typeof value[key] === 'string') value[key] = inPackage(value[key]);
  }
  Object.values(value).forEach(renamePaths);
}

function doors({ modules }) {
  return modules.flatMap(({ path, declarations }) =>
    declarations
      .filter(({ tagName }) => tagName)
      .map(({ name, tagName }) => {
        if (!existsSync(`src/define/${tagName}.ts`))
          throw new Error(`Nothing registers <${tagName}>`);
        const definition = { kind: 'custom-element-definition', name: tagName };
        return {
          kind: 'javascript-module',
          path: `dist/define/${tagName}.js`,
          declarations: [],
          exports: [{ ...definition, declaration: { name, module: path } }],
        };
      }),
  );
}

export default {
  globs: ['src/elements/*.ts', 'src/elements/*/policy-*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  quiet: true,
  plugins: [publicInterface],
};
