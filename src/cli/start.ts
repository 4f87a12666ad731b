import { newSetUpCode } from '#modules/setup/index.ts';
import { wallClock } from '#platform/clock.ts';
import { command } from './command.ts';
import { serverFlags, serverOptions, serverOptionWords } from './server-options.ts';
import { serveUntilStopped } from './serve.ts';
import { cliWords } from './words.ts';

export const startCommand = command({
  options: serverOptions,
  words: {
    ru: { summary: 'запустить сервер школы', operands: '', options: serverOptionWords.ru },
    en: { summary: "start the school's server", operands: '', options: serverOptionWords.en },
  },
  run: ({ values, language, stop }) =>
    serveUntilStopped({
      flags: serverFlags(values),
      language,
      stop,
      prepare: () => Promise.resolve(wallClock()),
      ready: async ({ url, platform }) => {
        process.stderr.write(`${cliWords[language].serving(url)}\n`);
        const code = await newSetUpCode(platform.database);
        if (code !== null) process.stderr.write(`${cliWords[language].setUp(`${url}/setup`, code)}\n`);
      },
    }),
});
