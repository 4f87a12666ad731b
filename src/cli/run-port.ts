import { findChromium, installChromium } from '#tools/chromium.ts';
import type { RunPort } from '#tools/run/run.ts';
import type { Step } from '#tools/run/steps.ts';
import { CommandFailure, type Given, type Options } from './command.ts';
import { cliWords } from './words.ts';

type Asked = Pick<Given<Options>, 'operands' | 'language' | 'stop'>;

/** The steps named on the command line, or all of them; an unknown name is refused. */
export function stepsNamed(steps: readonly Step[], { operands, language }: Asked): readonly Step[] {
  const known: readonly string[] = steps.map(({ name }) => name);
  const unknown = operands.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new CommandFailure(cliWords[language].unknownStep(unknown, known.join(', ')));
  }
  return operands.length === 0 ? steps : steps.filter(({ name }) => operands.includes(name));
}

/** What the check runner needs of this terminal. */
export function runPort({ language, stop }: Asked): RunPort {
  const words = cliWords[language];
  return {
    stop,
    words: words.run,
    print: (line) => process.stdout.write(`${line}\n`),
    chromium: async () => {
      const found = findChromium();
      if (found !== null) return found;
      process.stderr.write(`${words.installingChromium}\n`);
      try {
        return await installChromium();
      } catch (error) {
        throw new CommandFailure(words.chromiumNotInstalled(error instanceof Error ? error.message : ''));
      }
    },
  };
}
