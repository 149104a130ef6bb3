/**
 * Runs tests, of elements in a browser or of `node --test`, and counts them. A file with a failed
 * test is run once more: what fails twice has failed; what passes then is named as flaky, so that
 * it is seen and mended, and is counted as passed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-elements-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let reports = 0;

/** Runs a command; resolves to its exit code and what it printed, which `seen` shows at once. */
export const run = (command, args, { env = {}, seen = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
        if (seen) process.stdout.write(data);
      });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** One run of tests of elements, counted by our reporter. */
const elementsOnce = async (files, { config, env, seen }) => {
  const report = join(folder, `${reports++}.json`);
  const args = ['wtr', ...(config ? ['--config', config] : []), ...files];
  const ended = await run('npx', args, { env: { ...env, WTR_REPORT: report }, seen });
  const none = { passed: 0, failed: 0, skipped: 0, failures: [] };
  return { ...ended, ...(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : none) };
};

/** Files of tests that share a process, by the file that imports them. */
const groupOf = new Map();

/**
 * Files in as many processes: what they all import, a server or the driver of a browser, takes longer
 * to load than most of them to run. Each is a suite by its path.
 */
const inProcesses = (files, processes) => {
  const groups = Array.from({ length: Math.min(processes, files.length) }, () => []);
  files.forEach((file, index) => groups[index % groups.length].push(resolve(root, file)));
  return groups.map((group) => {
    if (group.length === 1) return group[0];
    const path = join(folder, `${reports++}.test.mjs`);
    const suites = group.map((file) => {
      const [name, url] = [file.replace(root, ''), pathToFileURL(file).href].map(JSON.stringify);
      return `describe(${name}, () => import(${url}));\n`;
    });
    writeFileSync(path, `import { describe } from 'node:test';\n${suites.join('')}`);
    groupOf.set(path, group);
    return path;
  });
};

/** To run TypeScript costs each file half a second: only where there is some. */
const TYPESCRIPT = ['--import', './test/support/typescript.js'];

/** One run of `node --test`, counted by its own summary. */
const nodeOnce = async (files, { env, seen, concurrency = 1, processes = files.length }) => {
  const report = join(folder, `${reports++}.jsonl`);
  const { code, output } = await run(
    'node',
    [
      ...(files.some((file) => file.endsWith('.ts')) ? TYPESCRIPT : []),
      ...['--enable-source-maps', '--test', `--test-concurrency=${concurrency}`],
      // A file that does not end is a failure, not a run without one.
      '--test-timeout=900000',
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./test/support/failures-reporter.js'],
      ...[`--test-reporter-destination=${report}`, ...inProcesses(files, processes)],
    ],
    { env, seen },
  );
  const of = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = of('fail') + of('cancelled');
  const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n') : [];
  const failures = lines.filter(Boolean).map((line) => JSON.parse(line));
  // A module that two files wait for gives the tests of both to the first of them, with its hooks.
  const bare = failures.filter(({ isEmpty, file }) => isEmpty && groupOf.has(file));
  return {
    ...{ code, output, passed: of('pass'), failed: failed + bare.length, skipped: of('skipped') },
    failures: failures.filter((failure) => !failure.isEmpty || bare.includes(failure)),
  };
};

const filesOf = ({ file }) => groupOf.get(file) ?? [file];

/** A file that fails as a whole is told by its own path; of several in a process, by theirs. */
const named = (failures) =>
  failures
    .filter(({ within }) => !within)
    .flatMap(({ file, name, isEmpty }) =>
      isEmpty
        ? `${name}: has no test of its own where it shares a process: a module it imports awaits`
        : groupOf.has(file) || name === file
          ? filesOf({ file }).map((each) => `${each}: the file does not run, or does not end`)
          : `${file}: ${name}`,
    )
    .map((line) => line.replace(root, ''));

const twice =
  (once) =>
  async (files, options = {}) => {
    const first = await once(files, options);
    const { code, passed, skipped } = first;
    // A runner that fails without a failed test, or counts nothing, has failed all the same.
    const failed = first.failed || (code === 0 && passed ? 0 : 1);
    const again = [...new Set(first.failures.flatMap(filesOf))];
    const result = { passed, failed, skipped, failures: named(first.failures), flaky: [] };
    // Of a failure that has no name there is no file to run again.
    if (!failed || first.failures.length < failed) return { ...result, output: first.output };
    // Each by itself: one that ends its process takes the others of it along.
    const second = await once(again, { ...options, processes: again.length });
    const output = [
      first.output,
      `── once more: ${again.join(', ').replaceAll(root, '')}`,
      second.output,
    ];
    const stays = second.failed || (second.code === 0 && second.passed ? 0 : 1);
    // By itself a file has its tests.
    const bare = first.failures.filter(({ isEmpty }) => isEmpty);
    const failures = [
      ...named(bare),
      ...(second.failures.length < stays ? result.failures : named(second.failures)),
    ];
    return {
      passed: passed + Math.max(0, failed - bare.length - stays),
      failed: stays + bare.length,
      skipped,
      failures,
      flaky: result.failures.filter((name) => !failures.includes(name)),
      output: output.join('\n'),
    };
  };

/**
 * Tests of elements in a browser.
 * @param {string[]} files none for all
 * @param {{ config?: string, env?: object, seen?: boolean }} options
 */
export const elements = twice(elementsOnce);

/**
 * Tests of `node --test`.
 * @param {string[]} files
 * @param {{ env?: object, seen?: boolean, concurrency?: number, processes?: number }} options
 *   `processes` for all files, one for each unless told; `concurrency`: so many of them at once
 */
export const nodeTests = twice(nodeOnce);

/** What is said of tests that failed, and of those that failed once, a line each. */
export const told = ({ failures, flaky }) => [
  ...flaky.map((name) => `flaky, passed when run once more: ${name}`),
  ...failures.map((name) => `failed: ${name}`),
];
