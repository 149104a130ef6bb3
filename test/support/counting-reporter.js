import { writeFileSync } from 'node:fs';

const count = (suite) => {
  const tests = suite?.tests ?? [];
  const inner = (suite?.suites ?? []).map(count);
  const of = (test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed');
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const test of tests) sum[of(test)]++;
  for (const each of inner) for (const key of Object.keys(sum)) sum[key] += each[key];
  return sum;
};

/** Writes the counts of a run by browser to the file named by `WTR_REPORT`. */
export const countingReporter = () => ({
  onTestRunFinished({ sessions }) {
    if (!process.env.WTR_REPORT) return;
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const { passed, failed, skipped } = count(session.testResults);
      // A file that does not load has no tests that could fail.
      const broken = session.passed === false && failed === 0 ? 1 : 0;
      counts.passed += passed;
      counts.failed += failed + broken;
      counts.skipped += skipped;
    }
    writeFileSync(process.env.WTR_REPORT, JSON.stringify(counts));
  },
});
