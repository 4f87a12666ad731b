import { runSteps } from '#tools/run/run.ts';
import { allSteps } from '#tools/run/steps.ts';
import { command } from './command.ts';
import { runPort, stepsNamed } from './run-port.ts';

const words = {
  ru: {
    summary: 'проверить код без запуска: типы, правила языка, оформление, границы модулей',
    operands: '[ШАГ…]',
    options: {},
  },
  en: {
    summary: 'check the code without running it: types, lint, format, module graph',
    operands: '[STEP…]',
    options: {},
  },
};

export const checkCommand = command({
  options: {},
  words,
  run: (given) => {
    const checks = allSteps().filter(({ stage }) => stage === 'check');
    return runSteps(stepsNamed(checks, given), runPort(given));
  },
});
