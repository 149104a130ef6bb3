/**
 * All the tests, in real browsers and in Node, after a build of what they use. Ends with the sum
 * of what ran; `TEST_REPORT` names a file for it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-elements-'));

/** Runs a command; resolves to its exit code and what it printed. */
const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Tests in the browser, counted by our reporter. */
async function browser() {
  const report = join(folder, 'browser.json');
  const { code } = await run('npx', ['wtr'], { WTR_REPORT: report });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  return settle(counts, code);
}

/** Tests of `node --test`, counted by its own summary. */
async function node(...args) {
  const { code, output } = await run('node', ['--test', '--test-reporter=spec', ...args]);
  const of = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  return settle(
    { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') },
    code,
  );
}

/** A runner that fails without a failed test has failed all the same. */
const settle = (counts, code) => ({
  ...counts,
  failed: counts.failed || (code === 0 && counts.passed ? 0 : 1),
});

const build = await run('npm', ['run', 'build', '--silent']);
if (build.code !== 0) {
  console.error('The build failed: nothing was tested.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** Tests in WebKit want a WebDriver: they run with the other engines, by `npm run test:browsers`. */
const ELSEWHERE = ['test/e2e/webkit.test.js'];
const testsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !ELSEWHERE.includes(path));

const suites = {
  'in the browser': await browser(),
  package: await node(...testsIn('test/package')),
  'end to end': await node(...testsIn('test/e2e')),
  'through faults': await node('test/faults/faults.test.js'),
  server: await node(...testsIn('server/test')),
};
rmSync(folder, { recursive: true, force: true });

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [name, counts] of Object.entries(suites)) {
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
  for (const key of Object.keys(sum)) sum[key] += counts[key];
}
if (process.env.TEST_REPORT)
  writeFileSync(process.env.TEST_REPORT, JSON.stringify({ ...sum, suites }));
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed ? 1 : 0);
