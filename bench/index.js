/** `npm run bench`: fetches what is measured against, where it is not there yet, and measures. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The load table of the server is made by a program of its own.
const at = process.argv.indexOf('--only');
const only = at > 0 ? process.argv[at + 1] : undefined;
if (only === 'server') {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync('npm', ['run', 'bench', '-w', 'server'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
if (!existsSync(here('../dist/policy-elements.js'))) {
  process.stderr.write('Run "npm run build" first.\n');
  process.exit(2);
}
// Neither does the search need a browser, or what others made.
if (only === 'search') {
  await import('./search.js');
  process.exit();
}
// Nor does typing in the studio.
if (only === 'typing') {
  await import('./typing.js');
  process.exit();
}
if (!existsSync(here('node_modules/esbuild'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here('.'),
    stdio: 'inherit',
  });
  if (status) process.exit(status);
}
await import(only === 'filmstrip' ? './filmstrip.js' : './run.js');
