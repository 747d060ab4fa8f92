import { readFileSync, rmSync } from 'node:fs';

/** How many tests passed, failed and were skipped. A run that broke before it counted anything is one failure. */
const BROKEN = { passed: 0, failed: 1, skipped: 0 };

export function forgetReport(file) {
  rmSync(file, { force: true });
}

export function vitestCounts(file) {
  const report = readJson(file);
  if (!report) return BROKEN;
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests = 0, success } = report;
  // A file that cannot be loaded has no tests to count, and still fails the run.
  return { passed, failed: success ? numFailedTests : Math.max(numFailedTests, 1), skipped: numPendingTests + numTodoTests };
}

export function playwrightCounts(file) {
  const report = readJson(file);
  if (!report) return BROKEN;
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that failed first and passed later has failed: nothing here may depend on luck.
  const failed = unexpected + flaky;
  return { passed: expected, failed: report.errors.length ? Math.max(failed, 1) : failed, skipped };
}

export function simulationCounts(file) {
  const report = readJson(file);
  return report ? { passed: report.passed, failed: report.failed, skipped: 0 } : BROKEN;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
