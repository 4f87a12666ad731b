import { canInstallChromium, findChromium } from '#tools/chromium.ts';
import { runSteps } from '#tools/run/run.ts';
import { allSteps } from '#tools/run/steps.ts';
import { command, CommandFailure } from './command.ts';
import { cliWords } from './words.ts';
import { runPort, stepsNamed } from './run-port.ts';

const words = {
  ru: {
    summary: 'все проверки: код, правила, API на настоящем PostgreSQL, пути в браузере',
    operands: '[ШАГ…]',
    options: {},
  },
  en: {
    summary: 'all checks: code, rules, the API on a real PostgreSQL, journeys in a browser',
    operands: '[STEP…]',
    options: {},
  },
};

export const testCommand = command({
  options: {},
  words,
  run: async (given) => {
    const steps = stepsNamed(allSteps(), given);
    const needsChromium = steps.some((step) => step.needsChromium);
    if (needsChromium && findChromium() === null && !canInstallChromium()) {
      throw new CommandFailure(cliWords[given.language].noChromium);
    }
    return runSteps(steps, runPort(given));
  },
});
