/** The package as it is now, installed into an app beside this file. Needs a registry. */
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from '../package/consumer.js';

export const here = join(root, 'test/frameworks');

/** The package as npm would publish it. */
export async function pack() {
  const args = ['pack', '--ignore-scripts', '--json', '--offline', '--pack-destination', here];
  const [{ filename }] = Object.values(JSON.parse(await run('npm', args, { cwd: root })));
  const tarball = join(here, 'policy-elements.tgz');
  await rename(join(here, filename), tarball);
  return tarball;
}

/** Installs what the app locks, and the package as it is now: a lock would hold its checksum. */
export async function install(folder, tarball) {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const isFresh = async () => {
    const [lock, there] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map((path) =>
        stat(join(folder, path)).catch(() => ({ mtimeMs: 0 })),
      ),
    );
    return there.mtimeMs > lock.mtimeMs;
  };
  if (!(await isFresh())) await run('npm', ['ci', ...quiet], { cwd: folder });
  await rm(join(folder, 'node_modules/policy-elements'), { recursive: true, force: true });
  const own = ['--no-save', '--no-package-lock', '--prefer-offline'];
  await run('npm', ['install', ...own, ...quiet, tarball], { cwd: folder });
}
