/** What a newcomer copies to a host, as docs/hosts.md says it. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { makeZip } from '../../scripts/zip.js';
import { root, run } from '../package/consumer.js';

/** A host's own files, from Debian's package: links in them lead outside, so they are followed. */
export async function copyHost(name, folder) {
  await mkdir(folder, { recursive: true });
  const left = ['LocalSettings.php', '.htaccess', './tests'].map((each) => `--exclude=${each}`);
  const archive = `${folder}.tar`;
  await run('tar', ['-C', `/usr/share/${name}`, ...left, '-chf', archive, '.']);
  await run('tar', ['-C', folder, '-xf', archive]);
  await rm(archive);
}

let zip;
/** The files of the download, by path within its folder; made once. */
const download = () =>
  (zip ??= (async () => {
    const file = await makeZip(await mkdtemp(join(tmpdir(), 'policy-elements-zip-')));
    const files = Object.entries(unzipSync(await readFile(file)));
    await rm(dirname(file), { recursive: true });
    return files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]);
  })());

/** The plugin as the download has it: the script is in its folder `assets`. */
export async function copyPlugin(source, folder) {
  const own = `hosts/${source}/`;
  const files = (await download()).filter(([path]) => path.startsWith(own));
  if (!files.length) throw new Error(`The download has no ${own}`);
  for (const [path, bytes] of files) {
    const target = join(folder, path.slice(own.length));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

/** The policies, at /policies/. */
export async function copyPolicies(folder) {
  const target = join(folder, 'policies');
  await mkdir(target, { recursive: true });
  for (const [from, to] of [
    ['sample.json', 'social-media.json'],
    ['sample-3.0.json', 'sample-3.0.json'],
  ]) {
    await cp(join(root, 'stories/policies', from), join(target, to));
  }
}
