/** Somebody else's project that has the packed package installed, without any network. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const execute = promisify(execFile);

/** Runs a command; what it said is in the error when it fails. */
export async function run(command, args, options = {}) {
  try {
    return (await execute(command, args, { maxBuffer: 2 ** 26, ...options })).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`, {
      cause: error,
    });
  }
}

/** The same, with what it said beside its output as well. */
export async function runTold(command, args, options = {}) {
  const { stdout, stderr } = await execute(command, args, { maxBuffer: 2 ** 26, ...options });
  return `${stdout}${stderr}`;
}

/** Runs a tool of this repository. */
export const runTool = (path, args, options) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], options);

const link = async (folder, name) => {
  const target = join(folder, 'node_modules', name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(join(root, 'node_modules', name), target, 'dir');
};

/**
 * Packs the package and unpacks it as installing would. Only the dependencies it declares are
 * there, so that one it forgot to declare is not found.
 */
export async function installPacked(others = []) {
  const folder = await mkdtemp(join(tmpdir(), 'policy-elements-'));
  const args = ['pack', '--ignore-scripts', '--json', '--offline', '--pack-destination', folder];
  const [{ filename, files }] = Object.values(JSON.parse(await run('npm', args, { cwd: root })));
  const tarball = join(folder, filename);
  const installed = join(folder, 'node_modules/policy-elements');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const { name, dependencies } = JSON.parse(
    await readFile(join(installed, 'package.json'), 'utf8'),
  );
  for (const each of [...Object.keys(dependencies), ...others]) await link(folder, each);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return { folder, tarball, installed, name, files: files.map(({ path }) => path) };
}
