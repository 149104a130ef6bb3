/**
 * The tests of the elements in three engines, and those of the pages of others: `npm run
 * test:browsers`, or some of them: `npm run test:browsers -- firefox`, `npm run test:browsers --
 * firefox embedding`, `… -- webkit studio`. The latter two need a build. An engine that is not installed is named, and skipped.
 * What engines do alike is left out in Firefox and WebKit, unless it is named or `EXHAUSTIVE=1`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { elements, nodeTests, told } from './support/runners.js';

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
    studio: ['studio/test/journeys.test.js'],
  },
  webkit: {
    path: () => first(WEBKIT) && first(['/usr/bin/WebKitWebDriver']) && first(WEBKIT),
    install: 'webkit2gtk-driver xvfb',
    start: startWebKit,
    embedding: ['test/e2e/webkit.test.js'],
    studio: ['studio/test/journeys.test.js', 'studio/test/audiences.test.js'],
  },
};

/**
 * What these look at is made by the same script in every engine: values, texts, colours, what is
 * made of hostile input (each engine opens that once more among the pages of others).
 */
const ALIKE = [
  ...['every', 'mutations', 'hostile', 'themes', 'brand-colours', 'compiled', 'large', 'load'],
  ...['markdown', 'formats', 'docs', 'extending', 'building-blocks', 'policy-changes'],
  ...['policy-mandates', 'policy-rollout', 'policy-trainings', 'policy-contacts'],
].map((name) => `${name}.test.ts`);

/** The files of tests of elements that an engine runs of itself; none for all. */
const usual = (engine) =>
  engine === 'chromium' || process.env.EXHAUSTIVE
    ? []
    : readdirSync('test/component')
        .filter((name) => name.endsWith('.test.ts') && !ALIKE.includes(name))
        .map((name) => `test/component/${name}`);

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

/** Tests of elements, and of pages of others. */
async function test(engine, path, files) {
  const { embedding: pages, studio, start } = ENGINES[engine];
  const { env = {}, stop } = (await start?.()) ?? {};
  const options = { env: { ...env, ENGINE: engine, ENGINE_PATH: path }, seen: true };
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [] };
  const add = (counts) =>
    Object.keys(sum).forEach((key) => {
      sum[key] = Array.isArray(sum[key]) ? [...sum[key], ...counts[key]] : sum[key] + counts[key];
    });
  const isAsked = (group) => (files.length ? files.includes(group) : process.env.EXHAUSTIVE);
  const named = files.filter((file) => file !== 'embedding' && file !== 'studio');
  if (named.length || !files.length) {
    const chosen = named.length ? named : usual(engine);
    add(await elements(chosen, { ...options, config: 'web-test-runner.browsers.config.js' }));
  }
  if (pages && (files.includes('embedding') || !files.length)) add(await nodeTests(pages, options));
  if (studio && isAsked('studio')) add(await nodeTests(studio, options));
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
  const { passed, failed, skipped, ...named } = await test(engine, path, files);
  results.push(...told(named).map((line) => `in ${engine}, ${line}`));
  results.push(`${engine}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed) process.exitCode = 1;
}
console.log(results.join('\n'));
