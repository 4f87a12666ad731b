import { resetFactorOf } from '#modules/identity/index.ts';
import { command, CommandFailure } from './command.ts';
import { withSchoolDatabase } from './school-database.ts';
import { userWords } from './user-words.ts';

/** `parta user reset-factor <login>`: for whoever lost phone and codes and has no other administrator to ask. */
export const userCommand = command({
  options: { data: { type: 'string' } },
  words: { ru: userWords.ru.command, en: userWords.en.command },
  run: async ({ values, operands, language }) => {
    const words = userWords[language];
    const [act, login, ...more] = operands;
    if (act !== 'reset-factor' || login === undefined || more.length > 0)
      throw new CommandFailure(words.unknownAct(operands.join(' ')));
    const outcome = await withSchoolDatabase(values.data, ({ database }) =>
      database.identity((tx) => resetFactorOf(tx, login, new Date())),
    );
    if (outcome === 'unknown') throw new CommandFailure(words.unknownLogin(login));
    process.stdout.write(`${outcome === 'none' ? words.none(login) : words.done(login)}\n`);
    return 0;
  },
});
