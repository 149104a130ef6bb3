/**
 * All the tests, in real browsers and in Node, after a build of what they use: `npm test`, or some
 * suites by a word of their names: `npm test -- server`. Two run side by side. Ends with what failed
 * and the sum of what ran; `TEST_REPORT` names a file for both, `BUILT=1` says that there is a build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elements, nodeTests, root, run, told } from './support/runners.js';

const browser = () => elements([], {});
const node = (files) => () => nodeTests(files);
/**
 * Files that are alike share a process, some eight of them; two run at a time where they wait much, for
 * a page to save or a program to start.
 */
const alike = (files, concurrency) => () =>
  nodeTests(files, { concurrency, processes: Math.ceil(files.length / 8) });

/** Tests in WebKit want a WebDriver: they run with the other engines, by `npm run test:browsers`. */
const ELSEWHERE = ['test/e2e/webkit.test.js'];
/** Tests in a folder, at any depth; those of components run in the browser. */
const testsIn = (folder) =>
  (existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true }) : [])
    .filter((name) => /\.test\.[jt]s$/.test(name) && !/^(component|node_modules)\b/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !ELSEWHERE.includes(path))
    .sort();

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** What drives a browser stands in the first lane; the rest in the second. */
const LANES = [
  {
    'in the browser': browser,
    'end to end': node(testsIn('test/e2e')),
    studio: alike(testsIn('studio/test'), 2),
  },
  {
    unit: alike(testsIn('test/unit')),
    package: node(testsIn('test/package')),
    ...Object.fromEntries(
      workspaces
        .filter((name) => name !== 'studio')
        .map((name) => [name, alike(testsIn(`${name}/test`), name === 'server' ? 2 : 1)]),
    ),
    'through faults': node(['test/faults/faults.test.js', 'test/faults/drafts.test.js']),
  },
];

async function build() {
  if (process.env.BUILT) return;
  const { code, output } = await run('npm', ['run', 'build', '--silent']);
  if (code === 0) return;
  console.error(`${output}\nThe build failed: nothing was tested.\n0 passed, 1 failed`);
  process.exit(1);
}

const asked = process.argv.slice(2);
const wanted = (name) => !asked.length || asked.some((word) => name.includes(word));
const suites = {};

async function runLane(lane) {
  for (const [name, suite] of Object.entries(lane)) {
    if (!wanted(name)) continue;
    const start = performance.now();
    const { output, ...counts } = await suite();
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`── ${name}, ${seconds} s\n${output}`);
    suites[name] = { ...counts, seconds };
  }
}

await build();
await Promise.all(LANES.map(runLane));

const sum = { passed: 0, failed: 0, skipped: 0 };
const said = Object.values(suites).flatMap(told);
for (const [name, { seconds, ...counts }] of Object.entries(suites)) {
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, in ${seconds} s`,
  );
  for (const key of Object.keys(sum)) sum[key] += counts[key];
}
if (process.env.TEST_REPORT)
  writeFileSync(process.env.TEST_REPORT, JSON.stringify({ ...sum, said, suites }));
for (const line of said) console.log(line);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed || !sum.passed ? 1 : 0);
