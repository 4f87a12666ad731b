import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countTests, type Counts } from './reports.ts';
import type { Counting } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'parta-reports-'));
const reportFile = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));

const vitest = (facts: object) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...facts,
});
const brokenFile = { status: 'failed', assertionResults: [] };
const playwright = (stats: object, errors: readonly string[] = []) => ({
  errors,
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
});

const cases: readonly [string, Counting, number, unknown, Counts][] = [
  ['a good check', 'one', 0, '', { passed: 1, failed: 0, skipped: 0 }],
  ['a bad check', 'one', 2, '', { passed: 0, failed: 1, skipped: 0 }],
  [
    'tests',
    'vitest',
    0,
    vitest({ numPassedTests: 7, numPendingTests: 1 }),
    { passed: 7, failed: 0, skipped: 1 },
  ],
  [
    'failed tests',
    'vitest',
    1,
    vitest({ numPassedTests: 7, numFailedTests: 2 }),
    { passed: 7, failed: 2, skipped: 0 },
  ],
  [
    'a file that does not load',
    'vitest',
    1,
    vitest({ numPassedTests: 3, testResults: [brokenFile] }),
    { passed: 3, failed: 1, skipped: 0 },
  ],
  [
    'a runner that ends badly after good tests',
    'vitest',
    1,
    vitest({ numPassedTests: 3 }),
    { passed: 3, failed: 1, skipped: 0 },
  ],
  ['no test at all', 'vitest', 0, vitest({}), { passed: 0, failed: 1, skipped: 0 }],
  ['a runner without a report', 'playwright', 0, null, { passed: 0, failed: 1, skipped: 0 }],
  ['journeys', 'playwright', 0, playwright({ expected: 5 }), { passed: 5, failed: 0, skipped: 0 }],
  [
    'a shaky journey',
    'playwright',
    0,
    playwright({ expected: 5, flaky: 1 }),
    { passed: 5, failed: 1, skipped: 0 },
  ],
  [
    'a server that did not start',
    'playwright',
    1,
    playwright({}, ['no server']),
    { passed: 0, failed: 1, skipped: 0 },
  ],
];

describe('counting', () => {
  test.each(cases)('%s', async (_name, counting, exitCode, report, expected) => {
    writeFileSync(reportFile, report === null ? 'no json' : JSON.stringify(report));
    expect(await countTests(counting, { exitCode, reportFile })).toEqual(expected);
  });
});
