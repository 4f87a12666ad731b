import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** How a step's tests are counted: as one, or from the JSON report of its runner. */
export type Counting = 'one' | 'vitest' | 'playwright';

export type StepName =
  | 'types'
  | 'lint'
  | 'format'
  | 'deadCode'
  | 'modules'
  | 'sql'
  | 'schema'
  | 'rules'
  | 'journeys';

export type Step = {
  readonly name: StepName;
  readonly counting: Counting;
  /** `check` steps are light and run two at a time; `test` steps use both cores and run one by one. */
  readonly stage: 'check' | 'test';
  readonly command: readonly [program: string, ...args: string[]];
  /** The journeys need a browser, which may have to be installed first. */
  readonly needsChromium: boolean;
};

/** All steps of `npm test`, in order; `npm run check` runs those of the stage `check`. */
export const allSteps = (): readonly Step[] => (hasJourneys() ? [...steps, journeys] : steps);

const check = (name: StepName, ...command: [string, ...string[]]): Step => ({
  name,
  counting: 'one',
  stage: 'check',
  command,
  needsChromium: false,
});

const steps: readonly Step[] = [
  check('types', 'tsc', '--noEmit', '-p', '.'),
  check('lint', 'oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'),
  check('format', 'oxfmt', '--check'),
  check('deadCode', 'knip', '--no-progress'),
  check('modules', 'node', 'tools/check-modules.ts'),
  check('sql', 'node', 'tools/sql-lint.ts'),
  check('schema', 'node', 'tools/schema-lint.ts'),
  {
    name: 'rules',
    counting: 'vitest',
    stage: 'test',
    command: ['vitest', 'run'],
    needsChromium: false,
  },
];

const journeys: Step = {
  name: 'journeys',
  counting: 'playwright',
  stage: 'test',
  command: ['playwright', 'test'],
  needsChromium: true,
};

const hasJourneys = () =>
  readdirSync(join(root, 'e2e'), { recursive: true, encoding: 'utf8' }).some((path) =>
    path.endsWith('.test.ts'),
  );
