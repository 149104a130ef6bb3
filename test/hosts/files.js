/** What a newcomer copies to a host, as docs/hosts.md says it. */
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
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

/** The plugin, with the built files in its folder `assets`. */
export async function copyPlugin(source, folder) {
  await cp(join(root, 'hosts', source), folder, { recursive: true });
  const assets = join(folder, 'assets');
  await mkdir(assets, { recursive: true });
  for (const file of await readdir(join(root, 'dist'))) {
    if (/^policy-elements[\w.-]*\.js$/.test(file)) {
      await cp(join(root, 'dist', file), join(assets, file));
    }
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
