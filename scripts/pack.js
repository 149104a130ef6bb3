/**
 * Packs the library and every workspace into tarballs that install anywhere: `npm run pack`, or
 * `node scripts/pack.js FOLDER`. Within the repository a workspace depends on `file:..`; in its
 * tarball on the version that is packed with it. Publish the tarballs, not the folders:
 * `npm publish packed/policy-elements-0.1.0.tgz`.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const execute = promisify(execFile);
const npm = async (args, cwd) =>
  (await execute('npm', args, { cwd, maxBuffer: 2 ** 26, shell: process.platform === 'win32' }))
    .stdout;
const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/**
 * A tarball without what a build makes would install, and hold nothing.
 * @throws where a folder has no build
 */
async function assertBuilt(folders) {
  for (const folder of folders) {
    const files = await readdir(join(folder, 'dist')).catch(() => []);
    if (!files.length) {
      throw new Error(
        `Nothing to pack: ${join(folder, 'dist')} is empty or not there. Run \`npm run build\` first.`,
      );
    }
  }
}

/** Where the library lies beside a package of ours that is installed. */
const LIBRARY = '../../policy-elements/';

/** Copies what npm would pack of a folder, and makes it stand by itself. */
async function stage(folder, versions) {
  const list = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
  const [{ files }] = Object.values(JSON.parse(await npm(list, folder)));
  const copy = await mkdtemp(join(tmpdir(), 'policy-elements-pack-'));
  for (const { path } of files) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await cp(join(folder, path), join(copy, path));
  }
  const file = join(copy, 'package.json');
  const manifest = await readJson(file);
  for (const name of Object.keys(manifest.dependencies ?? {}))
    if (versions.has(name)) manifest.dependencies[name] = versions.get(name);
  // What is for work in the repository would not run elsewhere.
  for (const key of ['devDependencies', 'workspaces', 'overrides', 'scripts']) delete manifest[key];
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  if (folder !== root) await relink(copy);
  return copy;
}

/** A link of a workspace's README to the docs leads to those of the library that is installed with it. */
async function relink(folder) {
  const file = join(folder, 'README.md');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  await writeFile(file, text.replace(/\]\(\.\.\/(?=docs\/|README)/g, `](${LIBRARY}`));
}

/** @returns {Promise<string[]>} the tarballs, the library first */
export async function packAll(output) {
  const { workspaces } = await readJson(join(root, 'package.json'));
  const folders = [root, ...workspaces.map((name) => join(root, name))];
  await assertBuilt(folders);
  const manifests = await Promise.all(folders.map((each) => readJson(join(each, 'package.json'))));
  const versions = new Map(manifests.map(({ name, version }) => [name, version]));
  await mkdir(output, { recursive: true });
  const tarballs = [];
  for (const folder of folders) {
    const copy = await stage(folder, versions);
    try {
      const args = [
        'pack',
        '--json',
        '--ignore-scripts',
        '--offline',
        '--pack-destination',
        output,
      ];
      const [{ filename }] = Object.values(JSON.parse(await npm(args, copy)));
      tarballs.push(
        join(
          output,
          (await readdir(output)).find((name) => name === filename),
        ),
      );
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
  return tarballs;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const output = resolve(process.argv[2] ?? join(root, 'packed'));
  try {
    console.log((await packAll(output)).join('\n'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
