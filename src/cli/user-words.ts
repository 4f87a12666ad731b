import type { CommandWords } from './command.ts';

const ru = {
  command: {
    summary: 'снять с учётной записи второй шаг входа, когда потеряны и телефон, и коды восстановления',
    operands: 'reset-factor <логин>',
    options: { data: 'папка данных встроенной базы (по умолчанию .parta)' },
  } satisfies CommandWords<'data'>,
  unknownAct: (act: string) => `«parta user ${act}» нет: есть «parta user reset-factor <логин>».`,
  unknownLogin: (login: string) => `Учётной записи с логином «${login}» нет.`,
  none: (login: string) => `У «${login}» второго шага нет, снимать нечего.`,
  done: (login: string) =>
    `Второй шаг у «${login}» снят, сеансы завершены. Теперь для входа хватит пароля; настройте второй шаг заново.`,
};

const en: typeof ru = {
  command: {
    summary: 'take the second step of signing in from an account whose phone and recovery codes are lost',
    operands: 'reset-factor <login>',
    options: { data: 'data folder of the embedded database (.parta by default)' },
  },
  unknownAct: (act) => `There is no «parta user ${act}»: there is «parta user reset-factor <login>».`,
  unknownLogin: (login) => `There is no account with the login «${login}».`,
  none: (login) => `«${login}» has no second step, there is nothing to take away.`,
  done: (login) =>
    `The second step of «${login}» is gone and its sessions ended. The password alone signs in now; set a new one up.`,
};

export const userWords = { ru, en };
