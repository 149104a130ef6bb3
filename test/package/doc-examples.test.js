/** Every TypeScript and JavaScript example of the docs, compiled with the package as it is packed. */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { installPacked, root } from './consumer.js';

const PACKAGES = [
  '@types/react',
  '@types/node',
  'undici-types',
  'csstype',
  'lit-html',
  '@types/trusted-types',
];
const OURS = ['authoring', 'server'];

/** What a page, or a server, has around an example. */
const AROUND = `import type { Policy, PolicyViewer } from 'policy-elements';
import type {} from 'policy-elements/define.js';
import type {} from 'policy-elements/static.js';
import type {} from 'policy-elements/dist/policy-elements.js';
import type {} from '@policy-elements/authoring';
import type {} from '@policy-elements/server';
declare global {
  const policy: Policy;
  const viewer: PolicyViewer;
  const router: { push(to: { query: Record<string, string> }): void };
  function currentToken(): Promise<string>;
  interface Person { id: string; name: string }
  function sessionOf(request: unknown): { person: Person } | undefined;
  function isInHumanResources(person: Person): boolean;
}
`;

const STRICTEST = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node', 'react'],
};

/** Of who writes JavaScript no annotations are asked. */
const SCRIPT = {
  ...STRICTEST,
  noImplicitAny: false,
  noImplicitOverride: false,
  noPropertyAccessFromIndexSignature: false,
  noUncheckedIndexedAccess: false,
  skipLibCheck: true,
};

/** Both kinds of examples read the same declarations, which the strict run checks as well. */
const parsed = new Map();
function hostOf(options) {
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...more) => {
    if (!path.endsWith('.d.ts')) return getSourceFile(path, ...more);
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, ...more));
    return parsed.get(path);
  };
  return host;
}

// Their compilers are not here: `npm run test:frameworks` builds these.
const ELSEWHERE =
  /from '(vite|next|@angular\/core|\.\/take-over)'|define(NuxtConfig|EventHandler)\(/;

/** `{ name, text }` of each example. */
async function examples() {
  const names = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'));
  const pages = [...names.map((name) => `docs/${name}`), 'README.md', 'server/README.md'];
  const found = await Promise.all(
    pages.map(async (page) => {
      const source = await readFile(join(root, page), 'utf8');
      return [...source.matchAll(/^```(js|ts|tsx)(?: [a-z]+)*\n([^]*?)^```/gm)].map(
        ([, kind, text], at) => ({
          name: `${page.replaceAll('/', '-')}-${at + 1}.${kind}`,
          text: text.replace(
            /'\/assets\/(policy-elements[a-z.]*\.js)'/g,
            "'policy-elements/dist/$1'",
          ),
        }),
      );
    }),
  );
  return found.flat().filter(({ text }) => !ELSEWHERE.test(text));
}

describe('the examples of the docs', () => {
  let folder;
  before(async () => {
    ({ folder } = await installPacked(PACKAGES));
    await mkdir(join(folder, 'node_modules/@policy-elements'));
    for (const name of OURS)
      await symlink(join(root, name), join(folder, 'node_modules/@policy-elements', name), 'dir');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What the compiler says of the examples of these kinds. */
  async function compile(kinds, options) {
    const found = (await examples()).filter(({ name }) => kinds.test(name));
    await writeFile(join(folder, 'around.d.ts'), AROUND);
    for (const { name, text } of found) await writeFile(join(folder, name), text);
    const names = ['around.d.ts', ...found.map(({ name }) => name)];
    const program = ts.createProgram(
      names.map((name) => join(folder, name)),
      options,
      hostOf(options),
    );
    const wrong = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, '\n');
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName.slice(folder.length + 1)}:${line}: ${text}`;
    });
    const declarations = program
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter(
        (path) => path.endsWith('.d.ts') && !/node_modules\/(?!policy-elements\/)/.test(path),
      );
    return { count: found.length, wrong, declarations };
  }
  let strict;
  const compileStrictly = () => (strict ??= compile(/\.tsx?$/, STRICTEST));

  it('compile as TypeScript, as strictly as there is', async () => {
    const { count, wrong } = await compileStrictly();
    assert.deepEqual(wrong, []);
    assert.ok(count > 4, String(count));
  });

  it('compile as JavaScript, with its types checked', async () => {
    const { declarations } = await compileStrictly();
    const { count, wrong, declarations: all } = await compile(/\.js$/, SCRIPT);
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      all.filter((path) => !declarations.includes(path)),
      [],
      'these are checked by neither run',
    );
    assert.ok(count > 15, String(count));
  });
});
