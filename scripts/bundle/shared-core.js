/**
 * What the parts with elements share with the one file: base classes, controllers, Lit. A part does
 * not import it, as that would be a second request, and a second copy where a page asks for
 * `policy-elements.js?ver=2`. It exports `define(core)`, and the one file hands it over; it returns
 * what the part's module exports.
 */
import { basename, isAbsolute, resolve as resolvePath } from 'node:path';
import { rollup } from 'rollup';

const IN_CORE = 'core:';

/** Of these each part has what it uses for itself: the one file need not carry it for them. */
const OWN = /(icons[\\/]shapes|lit-html[\\/]directive-helpers)\.js$/;

/** Modules of the one file, and the names that its parts import of them. */
async function findShared({ entry, groups, plugins, onwarn }) {
  const options = { onwarn };
  const core = await rollup({ ...options, input: entry, plugins });
  const inCore = new Set(core.cache.modules.map(({ id }) => id).filter((id) => !OWN.test(id)));
  const toCore = {
    name: 'to-core',
    async resolveId(source, importer) {
      if (!importer || isAbsolute(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && inCore.has(found.id) ? { id: IN_CORE + found.id, external: true } : null;
    },
  };
  const names = new Map();
  const byGroup = new Map();
  for (const group of Object.keys(groups)) {
    const part = await rollup({
      ...options,
      input: group,
      plugins: [entryOf(group, groups[group]), toCore, ...plugins],
    });
    const { output } = await part.generate({ format: 'es' });
    for (const [id, imported] of Object.entries(output[0].importedBindings)) {
      if (!id.startsWith(IN_CORE)) continue;
      const path = id.slice(IN_CORE.length);
      names.set(path, new Set([...(names.get(path) ?? []), ...imported]));
      byGroup.set(`${group} ${path}`, new Set(imported));
    }
  }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = sorted.flatMap(([id, of]) => [...of].sort().map((name) => ({ id, name })));
  return { inCore, byGroup, all: all.map((each, at) => ({ ...each, key: `_${at}` })) };
}

/** A module that registers the elements of a part, or exports what a module does. */
const entryOf = (group, made) => ({
  name: 'entry-of',
  resolveId: (source) => (source === group ? resolvePath(`dist/define/${group}.group.js`) : null),
  load: (id) => {
    if (basename(id) !== `${group}.group.js`) return null;
    return typeof made === 'string'
      ? `export * from ${JSON.stringify(resolvePath(made))};`
      : made.map((tag) => `import './${tag}.js';`).join('\n');
  },
});

/** The list of what a module exports, as the object that a function returns. */
const returned = (code) =>
  code.replace(
    /export \{([^}]*)\};\s*$/,
    (_, names) => `return {${names.replace(/(\S+) as (\S+?)(?=,|\s|$)/g, '$2: $1')}};`,
  );

const taken = ({ key, name }) => `export const ${name} = core.${key};`;

/**
 * @param {{ entry: string, groups: Record<string, string[] | string>, plugins: object[], onwarn: Function }} options
 *   the one file; the tags of each part, or its module; how modules are found
 */
export function sharedCore(options) {
  let known;
  const sharing = () => (known ??= findShared(options));
  return {
    /** In the one file: hands it to whatever part comes. */
    give: {
      name: 'give',
      async transform(code, id) {
        if (id !== resolvePath(options.entry)) return null;
        const { all } = await sharing();
        const imports = all.map(
          (each) => `import { ${each.name} as ${each.key} } from ${JSON.stringify(each.id)};`,
        );
        const from = JSON.stringify(resolvePath('dist/handed-over.js'));
        imports.push(`import { handOver as _handOver } from ${from};`);
        return `${imports.join('\n')}\n${code}\n_handOver({ ${all.map(({ key }) => key).join()} });`;
      },
    },
    group: (name) => entryOf(name, options.groups[name]),
    /** In a part: takes it from what is handed over, once. */
    take: (group) => ({
      name: 'take',
      async resolveId(source, importer) {
        if (!importer || importer.startsWith('\0') || isAbsolute(source)) return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        return found && (await sharing()).inCore.has(found.id) ? `\0${IN_CORE}${found.id}` : null;
      },
      async load(id) {
        if (!id.startsWith(`\0${IN_CORE}`)) return null;
        const path = id.slice(IN_CORE.length + 1);
        const { all, byGroup } = await sharing();
        const wanted = byGroup.get(`${group} ${path}`);
        return all
          .filter((each) => each.id === path && wanted?.has(each.name))
          .map(taken)
          .join('\n');
      },
      renderChunk: (code) =>
        `const make = (core) => {\n${returned(code)}\n};\nlet made;\nexport const define = (core) => (made ??= make(core) ?? {});`,
    }),
  };
}
