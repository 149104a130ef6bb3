/** The package as others get it. Needs a build; uses no network. */
import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import resolve from '@rollup/plugin-node-resolve';
import Ajv2020 from 'ajv/dist/2020.js';
import { rollup } from 'rollup';
import { installPacked, root, run, runTool } from './consumer.js';
import { PART_FILES } from '../../dist/ssr/part-files.js';
import { interfaceOf, themeProperties } from './interface.js';
import { open, serve } from './page.js';
import { launchBrowser } from '../support/browser.js';

const read = (path) => readFile(join(root, path), 'utf8');
const readJson = async (path) => JSON.parse(await read(path));
const sorted = (values) => [...values].sort();
const names = (list = []) => sorted(list.map(({ name }) => name));

const manifest = await readJson('custom-elements.json');
const classes = manifest.modules.flatMap(({ declarations }) => declarations);
const elements = classes.filter(({ tagName }) => tagName);
const library = await import('../../dist/index.js');

describe('versions', () => {
  it('are the same in package.json, the lock and the code', async () => {
    const { version } = await readJson('package.json');
    const lock = await readJson('package-lock.json');
    const code = /VERSION = '([^']+)'/.exec(await read('src/version.ts'))?.[1];
    assert.deepEqual([lock.version, code, library.VERSION], [version, version, version]);
    const extension = await readJson('hosts/mediawiki/PolicyElements/extension.json');
    const plugin = await read('hosts/wordpress/policy-elements/policy-elements.php');
    assert.equal(extension.version, version);
    assert.equal(/Version: +(\S+)/.exec(plugin)?.[1], version);
  });
});

describe('the manifest', () => {
  it('has every element that is registered', async () => {
    const doors = (await readdir(join(root, 'src/define')))
      .filter((file) => file.startsWith('policy-'))
      .map((file) => file.replace('.ts', ''));
    assert.deepEqual(sorted(elements.map(({ tagName }) => tagName)), sorted(doors));
  });

  it('has every element that hosts and frames may show', async () => {
    const { readParameters } = await import('../../dist/frame/parameters.js');
    const lists = [
      'wordpress/policy-elements/elements.php',
      'mediawiki/PolicyElements/src/Tags.php',
    ];
    const php = await Promise.all(lists.map((path) => read(`hosts/${path}`)));
    const pattern = await read('hosts/dokuwiki/policyelements/syntax.php');
    const words = await read('hosts/redmine/policy_elements/lib/policy_elements/elements.rb');
    for (const { tagName } of elements) {
      for (const text of php) assert.ok(text.includes(`'${tagName}'`), tagName);
      assert.ok(words.includes(` ${tagName}\n`), tagName);
      assert.match(pattern, new RegExp(`['|]${tagName.replace('policy-', '')}['|]`));
      const page = new URL(`https://intranet.example/?src=/policy.json&element=${tagName}`);
      assert.equal(readParameters(page).element, tagName);
    }
  });

  for (const element of classes)
    describe(element.tagName ?? element.name, () => sameInterface(element));

  it('has every custom property of the theme', async () => {
    const all = await readdir(join(root, 'src'), { recursive: true });
    const styles = all.filter((file) => /^(styles|elements)\/.*\.ts$/.test(file));
    const known = new Set(classes.flatMap(({ cssProperties }) => names(cssProperties)));
    const used = await themeProperties(styles.map((file) => join(root, 'src', file)));
    assert.deepEqual(sorted(known), sorted(used));
  });
});

function sameInterface({ name, tagName, ...element }) {
  const file = element.members.find(({ inheritedFrom }) => !inheritedFrom);
  const described = ['members', 'attributes', 'events', 'cssParts', 'cssProperties', 'slots'];

  it('has the attributes of the class', () => {
    // Reading them is what makes Lit work them out.
    assert.deepEqual(names(element.attributes), sorted(library[name].observedAttributes));
  });

  it('describes everything, and nothing that is private', () => {
    const all = described.flatMap((kind) => element[kind] ?? []);
    const silent = all.filter(({ description }) => !description).map((each) => each.name);
    assert.deepEqual(silent, []);
    assert.deepEqual(
      names(all).filter((each) => /^[_#]/.test(each)),
      [],
    );
    assert.ok(element.description && (tagName ?? file));
  });

  it('has the properties of the class', () => {
    const declared = [...library[name].elementProperties.keys()].filter(
      (each) => !each.startsWith('_'),
    );
    const fields = element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
    assert.deepEqual(names(fields), sorted(declared));
  });

  it('has the parts and events of the source', async () => {
    const path = manifest.modules.find(({ declarations }) =>
      declarations.some((each) => each.name === name),
    );
    const source = await interfaceOf(
      join(root, path.path.replace('dist/', 'src/').replace('.js', '.ts')),
    );
    assert.deepEqual(names(element.cssParts), sorted(source.parts));
    const types = (element.events ?? []).map(({ type }) => type.text);
    assert.deepEqual(sorted(types), sorted(source.events));
    for (const event of element.events) assert.equal(library[event.type.text].type, event.name);
  });
}

describe('the JSON Schema', () => {
  const isDate = (text) =>
    !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  const OTHERS = new Set(['duplicate-id', 'unknown-reference', 'unsafe-address', 'unsafe-link']);
  const GROUPS = new Set(['if', 'then', 'anyOf', 'allOf']);

  async function validator() {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      strictTypes: false,
      strictRequired: false,
      formats: { date: isDate },
    });
    return ajv.compile(await readJson('dist/policy.schema.json'));
  }
  /** Where the schema finds something wrong, as JSON Pointers. */
  const found = (errors) =>
    errors
      .filter(({ keyword }) => !GROUPS.has(keyword))
      .map(({ instancePath, params }) =>
        params.missingProperty ? `${instancePath}/${params.missingProperty}` : instancePath,
      );

  for (const name of ['sample', 'small', 'partial', 'poor', 'broken']) {
    it(`finds in ${name}.json what the check finds`, async () => {
      const policy = await readJson(`stories/policies/${name}.json`);
      const validate = await validator();
      assert.equal(validate(policy), name !== 'broken');
      const findings = library.checkPolicy(policy).findings;
      const shape = findings.filter(({ grade, code }) => grade === 'error' && !OTHERS.has(code));
      assert.deepEqual(
        sorted(new Set(found(validate.errors ?? []))),
        sorted(shape.map(({ pointer }) => pointer)),
      );
    });
  }

  it('lets a type and a field of a later format pass', async () => {
    const policy = await readJson('stories/policies/small.json');
    const section = { id: 'later', type: 'later', title: 'Later', items: 3, more: true };
    assert.equal((await validator())({ ...policy, more: {}, sections: [section] }), true);
  });
});

let consumer;
before(async () => {
  consumer = await installPacked(['react', '@types/react', 'csstype', '@lit-labs/ssr']);
});
after(() => rm(consumer.folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what it exports, and no source', async () => {
    const { exports } = await readJson('package.json');
    const resolveItems = Object.values(exports).flatMap((each) =>
      typeof each === 'string' ? each : Object.values(each),
    );
    const missing = resolveItems.filter(
      (path) => !path.includes('*') && !consumer.files.includes(path.slice(2)),
    );
    assert.deepEqual(
      missing.filter((path) => path !== './package.json'),
      [],
    );
    for (const needed of ['README.md', 'LICENSE'])
      assert.ok(consumer.files.includes(needed), needed);
    assert.deepEqual(
      consumer.files.filter((path) =>
        /^(src|test|stories|server(?!\/(?:README\.md|openapi\.json)$)|scripts)\/|node_modules/.test(
          path,
        ),
      ),
      [],
    );
  });

  it('resolves every export', async () => {
    const { exports } = await readJson('package.json');
    const doors = elements.map(({ tagName }) => `./define/${tagName}.js`);
    const runnable = Object.keys(exports).filter(
      (path) => !path.includes('*') && !/jsx|vue|svelte/.test(path),
    );
    const specifiers = [...runnable, ...doors].map((path) => path.replace('.', consumer.name));
    const script = `for (const each of ${JSON.stringify(specifiers)}) import.meta.resolve(each);
      import.meta.resolve('policy-elements/src/index.ts');`;
    await assert.rejects(
      runNode(consumer, script),
      /ERR_PACKAGE_PATH_NOT_EXPORTED.*'\.\/src|'\.\/src.*not (defined|exported)/s,
    );
    await runNode(consumer, script.replace(/;\s*import\.meta\.resolve\('policy.*/, ''));
  });

  it('touches no DOM and registers nothing when it is imported in Node', async () => {
    const touched = await runNode(consumer, UNTOUCHED);
    assert.deepEqual(JSON.parse(touched), {
      touched: [],
      defined: [],
      element: 'function',
      findings: 1,
    });
  });

  it('passes publint', async () => {
    await runTool('publint/src/cli.js', ['run', consumer.tarball, '--strict']);
  });

  it('has types that resolve', async () => {
    const only = ['--profile', 'esm-only', '--no-definitely-typed', '--no-color'];
    await runTool('@arethetypeswrong/cli/dist/index.js', [consumer.tarball, ...only]);
  });

  it('has types that check in a strict project', async () => {
    await typeCheck(consumer);
  });

  it('brings one element into a bundle, and no other', async () => {
    const { code, modules } = await bundle(
      consumer,
      "import 'policy-elements/define/policy-faq.js';",
    );
    assert.match(code, /policy-faq/);
    const drawn = modules
      .filter((id) => /dist\/elements\/(policy-[a-z]+\/)?policy-[a-z]+\.js$/.test(id))
      .map((id) => id.replace(/.*\//, ''));
    assert.deepEqual(sorted(drawn), ['policy-element.js', 'policy-faq.js']);
    assert.doesNotMatch(code, /PolicyProfiles|PolicyViewer|policy-profiles/);
  });

  it('brings no element into a bundle that only checks', async () => {
    const { code } = await bundle(
      consumer,
      "import { checkPolicy } from 'policy-elements'; checkPolicy({});",
    );
    assert.doesNotMatch(code, /LitElement|customElements|adoptedStyleSheets/);
  });
});

const runNode = ({ folder }, script) =>
  run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });

// What Lit looks for in Node is its own affair.
const UNTOUCHED = `
  const touched = [];
  const note = (name) => new Error().stack.includes('node_modules/policy-elements/') && touched.push(name);
  for (const name of ['document', 'window', 'location', 'localStorage', 'sessionStorage', 'matchMedia']) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void note(name) });
  }
  const defined = [];
  globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
  const library = await import('policy-elements');
  console.log(JSON.stringify({
    touched, defined, element: typeof library.PolicyViewer,
    findings: library.checkPolicy(1).findings.length,
  }));`;

async function bundle({ folder }, text) {
  const input = join(folder, 'entry.js');
  await writeFile(input, text);
  const built = await rollup({ input, plugins: [resolve({ browser: true })] });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  const [{ code, modules }] = output;
  const used = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return { code, modules: used.map(([id]) => id) };
}

const USE = `
import { checkPolicy, PolicyFaq, type Policy, type Finding, type PolicyViewer } from 'policy-elements';
import 'policy-elements/define/policy-faq.js';
import 'policy-elements/define.js';
import schema from 'policy-elements/policy.schema.json' with { type: 'json' };
import type {} from 'policy-elements/jsx';
import type {} from 'policy-elements/vue';

const viewer: PolicyViewer = document.createElement('policy-viewer');
viewer.headingLevel = 3;
viewer.addEventListener('policy-load', (event) => event.policy.title satisfies Policy['title']);
viewer.addEventListener('policy-acknowledge', (event) => event.respondWith(Promise.resolve({})));
export const faq: PolicyFaq | null = document.querySelector('policy-faq');
export const findings: readonly Finding[] = checkPolicy({}).findings;
export const id: string = schema.$id;
// @ts-expect-error: there is no such property.
viewer.heading = 1;

export const page = (
  <policy-viewer src="/policy.json" heading-level="3" headingLevel={3} className="wide"
    hide="search languages" onpolicy-quiz={(event) => console.log(event.type)}
    onpolicy-recorded={(event) => console.log(event.record.id)} />
);
document.addEventListener('policy-acknowledge', (event) => console.log(event.record.id));
window.addEventListener('policy-problem', (event) => console.log(event.code));
// @ts-expect-error: a section is named by its id.
export const wrong = <policy-faq section={1} />;
`;

// Vue itself is not here: these are the names its types go by.
const VUE = `declare module 'vue' {
  export interface HTMLAttributes { class?: unknown; lang?: string | undefined }
  export interface PublicProps { key?: PropertyKey }
  export type EmitFn<Events> = (event: keyof Events, ...args: unknown[]) => void;
  export interface GlobalComponents {}
}`;

async function typeCheck({ folder }) {
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    noEmit: true,
  };
  await writeFile(join(folder, 'use.tsx'), USE);
  await writeFile(join(folder, 'vue.d.ts'), VUE);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['use.tsx', 'vue.d.ts'] }),
  );
  await runTool('typescript/bin/tsc', ['-p', folder, '--pretty', 'false']);
}

describe('the packed files on a plain page, under a strict policy', () => {
  let browser;
  let server;
  before(async () => {
    server = await serve(
      join(consumer.installed, 'dist'),
      join(root, 'stories/policies/sample.json'),
    );
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const title = (page, text) =>
    page.waitForFunction(
      (wanted) => {
        const viewer = document.querySelector('policy-viewer')?.shadowRoot;
        return viewer?.querySelector('[part=title]')?.textContent?.trim() === wanted;
      },
      { timeout: 20_000 },
      text,
    );

  async function readInTwoLanguages(script) {
    const { title: titles } = await readJson('stories/policies/sample.json');
    const { page, complaints, scripts, violations } = await open(
      browser,
      `${server.address}/page/${script}`,
    );
    await title(page, titles.nl);
    const first = [...scripts];
    await page.evaluate(() => {
      const viewer = document.querySelector('policy-viewer').shadowRoot;
      viewer.querySelector('[part=languages] button[lang=fr]').click();
    });
    await title(page, titles.fr);
    await page.waitForNetworkIdle({ idleTime: 200 });
    assert.deepEqual([complaints, await violations()], [[], []]);
    await page.close();
    return { first, later: scripts.slice(first.length) };
  }

  it('policy-elements.js shows a policy, and fetches a language when it is chosen', async () => {
    const { first, later } = await readInTwoLanguages('policy-elements.js');
    assert.ok(first.includes(`/assets/${PART_FILES.nl}`));
    assert.ok(!first.includes(`/assets/${PART_FILES.fr}`));
    assert.ok(later.includes(`/assets/${PART_FILES.fr}`));
  });

  it('policy-elements.all.js shows it with everything inside', async () => {
    const { first, later } = await readInTwoLanguages('policy-elements.all.js');
    assert.deepEqual([...first, ...later], ['/assets/policy-elements.all.js']);
  });
});
