/**
 * The tests of the elements in three engines, and those of the pages of others: `npm run
 * test:browsers`, or some of them: `npm run test:browsers -- firefox`, `npm run test:browsers --
 * firefox embedding`. The latter need a build. An engine that is not installed is named, and skipped.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-elements-'));

const first = (paths) => paths.find((path) => existsSync(path));
const WEBKIT = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${api}/MiniBrowser`),
);

/** What each engine takes, and how it is got on Debian and Ubuntu. */
const ENGINES = {
  chromium: { path: () => 'found by the tests', install: '' },
  firefox: {
    path: () => process.env.FIREFOX_PATH ?? first(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
    install: 'firefox-esr',
    embedding: [
      'strictest',
      'static',
      'takeover',
      'attacks',
      'rude-css',
      'twice',
      'moving',
      'one-file',
    ].map((name) => `test/e2e/${name}.test.js`),
  },
  webkit: {
    path: () => first(WEBKIT) && first(['/usr/bin/WebKitWebDriver']) && first(WEBKIT),
    install: 'webkit2gtk-driver xvfb',
    start: startWebKit,
    embedding: ['test/e2e/webkit.test.js'],
  },
};

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** WebKit draws on a screen: one that nobody sees. */
async function startWebKit() {
  const port = await freePort();
  const display = `:${90 + (process.pid % 500)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  await wait(500);
  const env = {
    ...process.env,
    DISPLAY: display,
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env });
  await wait(500);
  return {
    env: { WEBDRIVER_PORT: String(port) },
    stop: () => [driver, screen].forEach((each) => each.kill()),
  };
}

/** Runs a command; resolves to its exit code and what it printed. */
async function run(command, args, env, stdout = 'inherit') {
  const stdio = ['ignore', stdout, 'inherit'];
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  let output = '';
  child.stdout?.on('data', (data) => {
    output += data;
    process.stdout.write(data);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output };
}

/** A runner that fails without a failed test, or counts nothing, has failed all the same. */
const settle = (counts, code) => ({
  ...counts,
  failed: counts.failed || (code === 0 && counts.passed ? 0 : 1),
});

/** The tests of elements. */
async function elements(env, files) {
  const report = join(folder, `${env.ENGINE}.json`);
  const args = ['wtr', '--config', 'web-test-runner.browsers.config.js', ...files];
  const { code } = await run('npx', args, { ...env, WTR_REPORT: report });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  return settle(counts, code);
}

/** The tests of pages of others. */
async function embedding(env, files) {
  const args = ['--test', '--test-reporter=spec', ...files];
  const { code, output } = await run('node', args, env, 'pipe');
  const of = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  return settle(
    { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') },
    code,
  );
}

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
async function test(engine, path, files) {
  const { embedding: pages, start } = ENGINES[engine];
  const { env = {}, stop } = (await start?.()) ?? {};
  const all = { ...env, ENGINE: engine, ENGINE_PATH: path };
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const add = (counts) => Object.keys(sum).forEach((key) => (sum[key] += counts[key]));
  const named = files.filter((file) => file !== 'embedding');
  if (named.length || !files.length) add(await elements(all, named));
  if (pages && (files.length > named.length || !files.length)) add(await embedding(all, pages));
  stop?.();
  return sum;
}

const given = process.argv.slice(2);
const wanted = given.filter((each) => Object.hasOwn(ENGINES, each));
const files = given.filter((each) => !wanted.includes(each));
const results = [];
for (const engine of wanted.length ? wanted : Object.keys(ENGINES)) {
  const path = ENGINES[engine].path();
  if (!path) {
    results.push(`${engine}: not here; apt-get install ${ENGINES[engine].install}`);
    continue;
  }
  const { passed, failed, skipped } = await test(engine, path, files);
  results.push(`${engine}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed) process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(results.join('\n'));
