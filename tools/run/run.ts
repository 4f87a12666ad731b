import type { Counts } from './reports.ts';
import { runStep, type Outcome } from './run-step.ts';
import type { Step, StepName } from './steps.ts';

/** Words of the report; the last line is the same in every language: `12 passed, 0 failed`. */
export type RunWords = {
  steps: Record<StepName, string>;
  seconds: (seconds: number) => string;
  tests: (passed: number) => string;
  failed: (failed: number) => string;
  skipped: (skipped: number) => string;
};

export type RunPort = {
  stop: AbortSignal;
  words: RunWords;
  print: (line: string) => void;
  /** The browser's path; it may take an installation, so it starts with the first step. */
  chromium: () => Promise<string>;
};

/**
 * Runs the steps (checks two at a time, then the test stages one by one, as each uses both cores), prints
 * each with its time, the whole output of those that failed, and the last line. Answers the exit code.
 */
export async function runSteps(steps: readonly Step[], port: RunPort): Promise<number> {
  const chromium = steps.some(({ needsChromium }) => needsChromium) ? port.chromium() : null;
  // The fault is reported when the browser is needed; until then it must not end the process.
  chromium?.catch(() => undefined);
  const outcomes: Outcome[] = [];
  for (const [stage, width] of [
    ['check', 2],
    ['test', 1],
  ] as const) {
    const queue = steps.filter((step) => step.stage === stage);
    const lane = async () => {
      for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
        if (port.stop.aborted) return;
        const outcome = await attempt(step, { stop: port.stop, chromium });
        outcomes.push(outcome);
        port.print(line(outcome, port.words));
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
  }
  for (const { step, counts, output } of outcomes) {
    if (counts.failed > 0) port.print(`\n── ${port.words.steps[step.name]} ──\n${output.trimEnd()}`);
  }
  const total = sum(outcomes.map(({ counts }) => counts));
  port.print(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && !port.stop.aborted ? 0 : 1;
}

/** A step whose browser could not be had is a failed step with that sentence; the others still count. */
async function attempt(
  step: Step,
  given: { stop: AbortSignal; chromium: Promise<string> | null },
): Promise<Outcome> {
  try {
    const chromium = step.needsChromium ? await given.chromium : null;
    return await runStep(step, { stop: given.stop, chromium });
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    return { step, output, seconds: 0, counts: { passed: 0, failed: 1, skipped: 0 } };
  }
}

function line({ step, counts, seconds }: Outcome, words: RunWords): string {
  const counted = step.counting === 'one' ? [] : [words.tests(counts.passed)];
  if (counts.failed > 0 && step.counting !== 'one') counted.push(words.failed(counts.failed));
  if (counts.skipped > 0) counted.push(words.skipped(counts.skipped));
  const mark = counts.failed === 0 ? '✓' : '✗';
  return `${mark} ${words.steps[step.name].padEnd(22)} ${words.seconds(seconds).padStart(8)}  ${counted.join(', ')}`.trimEnd();
}

const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
