import { givePassword, hashPassword, oneTimePassword, resetFactorOf } from '#modules/identity/index.ts';
import { command, CommandFailure } from './command.ts';
import { withSchoolDatabase } from './school-database.ts';
import { userWords } from './user-words.ts';

/**
 * `parta user reset-factor <login>`: for whoever lost phone and codes and has no other administrator to ask.
 * `parta user new-password <login>`: for whoever forgot the password and whom no school may help.
 */
export const userCommand = command({
  options: { data: { type: 'string' } },
  words: { ru: userWords.ru.command, en: userWords.en.command },
  run: async ({ values, operands, language }) => {
    const words = userWords[language];
    const [act, login, ...more] = operands;
    const run = acts.find(({ name }) => name === act);
    if (run === undefined || login === undefined || more.length > 0)
      throw new CommandFailure(words.unknownAct(operands.join(' ')));
    const done = await run.of(values.data, login);
    if (done === 'unknown') throw new CommandFailure(words.unknownLogin(login));
    process.stdout.write(`${done === 'none' ? words.none(login) : done(words)}\n`);
    return 0;
  },
});

type Words = (typeof userWords)['ru'];
type Done = 'unknown' | 'none' | ((words: Words) => string);

const acts: readonly {
  readonly name: string;
  readonly of: (data: string | undefined, login: string) => Promise<Done>;
}[] = [
  {
    name: 'reset-factor',
    async of(data, login) {
      const outcome = await withSchoolDatabase(data, ({ database }) =>
        database.identity((tx) => resetFactorOf(tx, login, new Date())),
      );
      return outcome === 'done' ? (words) => words.done(login) : outcome;
    },
  },
  {
    name: 'new-password',
    async of(data, login) {
      const password = oneTimePassword();
      const outcome = await withSchoolDatabase(data, async ({ database, secrets }) => {
        const passwordHash = await hashPassword(password, secrets);
        return database.identity((tx) => givePassword(tx, { login, passwordHash, now: new Date() }));
      });
      return outcome === 'done' ? (words) => words.given(login, password) : outcome;
    },
  },
];
