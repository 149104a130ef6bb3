import { writeFileSync } from 'node:fs';

/** The failed tests of a file, by their whole names. */
const failed = (suite, above = '') =>
  (suite?.tests ?? [])
    .filter(({ passed, skipped }) => !passed && !skipped)
    .map(({ name }) => `${above}${name}`)
    .concat((suite?.suites ?? []).flatMap((each) => failed(each, `${above}${each.name} > `)));

const count = (suite) => {
  const tests = suite?.tests ?? [];
  const inner = (suite?.suites ?? []).map(count);
  const of = (test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed');
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const test of tests) sum[of(test)]++;
  for (const each of inner) for (const key of Object.keys(sum)) sum[key] += each[key];
  return sum;
};

/** Writes the counts of a run by browser to the file named by `WTR_REPORT`; without one, tells them. */
export const countingReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const session of sessions) {
      const { passed, failed: bad, skipped } = count(session.testResults);
      const file = session.testFile;
      // A file that does not load has no tests that could fail.
      const broken = session.passed === false && bad === 0 ? 1 : 0;
      counts.passed += passed;
      counts.failed += bad + broken;
      const names = broken ? ['the file does not load'] : failed(session.testResults);
      counts.failures.push(...names.map((name) => ({ file, name })));
      counts.skipped += skipped;
    }
    const { WTR_REPORT } = process.env;
    if (WTR_REPORT) writeFileSync(WTR_REPORT, JSON.stringify(counts));
    else console.log(`${counts.passed} passed, ${counts.failed} failed`);
  },
});
