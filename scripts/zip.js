/**
 * The download for who has no npm: `npm run zip`, after a build. One zip with the ready-made files, the
 * schema, a starter, a page for a web server, one that opens from a disk, and the plugins of hosts.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { withoutDeadLinks } from './links.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'policy-elements';
const ASSET = /^policy-(elements|frame)[.-].*(js|css|html)$|^policy-(elements|frame)\.js$/;
const OTHERS = ['integrity.json', 'importmap.json', 'parts.json', 'policy.schema.json'];

/** Of each host its plugin, a folder to copy; what the files of a plugin lack is the script. */
const PLUGINS = {
  WordPress: 'wordpress/policy-elements',
  MediaWiki: 'mediawiki/PolicyElements',
  DokuWiki: 'dokuwiki/policyelements',
  Redmine: 'redmine/policy_elements',
};
const SCRIPT = /^policy-elements\.(?!all\.|tools\.)(.*\.)?js$/;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Our policy</title>
    <script type="module" src="assets/policy-elements.js"></script>
  </head>
  <body>
    <policy-viewer src="policy.json"><a href="from-disk.html">Read the policy</a></policy-viewer>
  </body>
</html>
`;

const READ_ME = (version) => `# Policy Elements ${version}

Copy this folder, without hosts/, to a web server, open index.html there, and you see policy.json.
Write your own policy.json: what stands between [[ and ]] is yours to fill in.
assets/policy.schema.json helps your editor with it.

A browser runs no modules from a disk: from there, open from-disk.html. It shows the same without
scripts, in English; \`policy render\` of @policy-elements/cli makes such a page.

Your intranet is one of these? Its plugin is a folder, ready to copy, with the script in it;
docs/hosts.md says where to:

${Object.entries(PLUGINS)
  .map(([host, folder]) => `- ${host}: hosts/${folder}`)
  .join('\n')}

docs/ says how to go on: begin with docs/embedding.md. A new version is copied over the old one.
`;

async function filesIn(folder, wanted, options) {
  const names = (await readdir(join(root, folder), options)).filter(wanted);
  return Promise.all(names.map(async (name) => [name, await readFile(join(root, folder, name))]));
}

/** The guides, by path, with what they lead to. */
async function guides() {
  const folders = [
    ['docs', (name) => name.endsWith('.md'), { recursive: true }],
    ['docs/images', () => true],
    ['server', (name) => ['README.md', 'openapi.json'].includes(name)],
  ];
  const found = await Promise.all(
    folders.map(async ([folder, wanted, options]) =>
      (await filesIn(folder, wanted, options)).map(([name, text]) => [
        `${folder}/${name.replaceAll('\\', '/')}`,
        text,
      ]),
    ),
  );
  return Object.fromEntries(found.flat());
}

/** The plugins, by path: as they are, each with the script in its folder `assets`. */
async function plugins(assets) {
  const scripts = assets.filter(([name]) => SCRIPT.test(name));
  const found = await Promise.all(
    Object.values(PLUGINS).map(async (each) => {
      const folder = join(root, 'hosts', each);
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
        .map((path) => path.replaceAll('\\', '/'))
        // What somebody put there to try is of another build.
        .filter((path) => !path.startsWith('assets/'));
      const own = paths.map(async (path) => [path, await readFile(join(folder, path))]);
      return [
        ...(await Promise.all(own)),
        ...scripts.map(([name, text]) => [`assets/${name}`, text]),
      ].map(([path, text]) => [`hosts/${each}/${path}`, text]);
    }),
  );
  return Object.fromEntries(found.flat());
}

/** @returns {Promise<string>} the zip */
export async function makeZip(output) {
  const [{ createStarter }, { renderPage }] = await Promise.all([
    import('../authoring/dist/index.js'),
    import('../dist/static.js'),
  ]);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const starter = createStarter({
    sector: 'plain',
    languages: ['en', 'nl', 'fr'],
    organisation: 'Our organisation',
    today: new Date().toISOString().slice(0, 10),
  });
  const { html } = await renderPage(starter, { lang: 'en' });
  const assets = await filesIn('dist', (name) => ASSET.test(name) || OTHERS.includes(name));
  const files = {
    'README.md': strToU8(READ_ME(version)),
    LICENSE: await readFile(join(root, 'LICENSE')),
    'SECURITY.md': await readFile(join(root, 'SECURITY.md')),
    'CHANGELOG.md': await readFile(join(root, 'CHANGELOG.md')),
    'index.html': strToU8(PAGE),
    'from-disk.html': strToU8(html),
    'policy.json': strToU8(`${JSON.stringify(starter, null, 2)}\n`),
    ...Object.fromEntries(assets.map(([name, text]) => [`assets/${name}`, text])),
    ...(await guides()),
    'hosts/README.md': await readFile(join(root, 'hosts/README.md')),
    ...(await plugins(assets)),
  };
  for (const path of Object.keys(files).filter((name) => name.endsWith('.md'))) {
    const text = strFromU8(files[path]);
    files[path] = strToU8(withoutDeadLinks(text, path, (name) => name in files));
  }
  const folder = `${NAME}-${version}`;
  const all = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
  const file = join(output, `${folder}.zip`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zipSync(Object.fromEntries(all), { level: 9 }));
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(await makeZip(resolve(process.argv[2] ?? join(root, 'packed'))));
