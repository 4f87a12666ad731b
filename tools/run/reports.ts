import { readFile } from 'node:fs/promises';
import type { Counting } from './steps.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/**
 * Counts the tests of one finished step. A runner that died, or that ran nothing at all, counts as one
 * failure: green must mean that something was looked at.
 */
export async function countTests(
  counting: Counting,
  finished: { exitCode: number; reportFile: string },
): Promise<Counts> {
  const ok = finished.exitCode === 0;
  if (counting === 'one') return ok ? one('passed') : one('failed');
  const report = await readReport(finished.reportFile);
  if (report === null) return one('failed');
  const counts = counting === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  const silentFailure = !ok && counts.failed === 0;
  const nothingRan = counts.passed + counts.failed === 0;
  return silentFailure || nothingRan ? { ...counts, failed: counts.failed + 1 } : counts;
}

const one = (key: 'passed' | 'failed'): Counts => ({ passed: 0, failed: 0, skipped: 0, [key]: 1 });

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
};

function vitestCounts(report: object): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    report as VitestReport;
  // A file that failed before its first test names no failed test.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles,
    skipped: numPendingTests + numTodoTests,
  };
}

type PlaywrightReport = {
  errors: readonly unknown[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

function playwrightCounts(report: object): Counts {
  const { errors, stats } = report as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 ? errors.length : failed,
    skipped: stats.skipped,
  };
}

async function readReport(file: string): Promise<object | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as object;
  } catch {
    return null;
  }
}
