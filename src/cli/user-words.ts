import type { CommandWords } from './command.ts';

const ru = {
  command: {
    summary:
      'вернуть вход: снять второй шаг, когда потеряны телефон и коды, или дать временный пароль, когда школа помочь не может',
    operands: 'reset-factor|new-password <логин>',
    options: { data: 'папка данных встроенной базы (по умолчанию .parta)' },
  } satisfies CommandWords<'data'>,
  unknownAct: (act: string) =>
    `«parta user ${act}» нет: есть «parta user reset-factor <логин>» и «parta user new-password <логин>».`,
  unknownLogin: (login: string) => `Учётной записи с логином «${login}» нет.`,
  none: (login: string) => `У «${login}» второго шага нет, снимать нечего.`,
  done: (login: string) =>
    `Второй шаг у «${login}» снят, сеансы завершены. Теперь для входа хватит пароля; настройте второй шаг заново.`,
  given: (login: string, password: string) =>
    `Временный пароль для «${login}»: ${password}\nСеансы завершены. При входе нужно придумать свой пароль; второй шаг остаётся.`,
};

const en: typeof ru = {
  command: {
    summary:
      'a way back in: take the second step away when phone and codes are lost, or give a temporary password where no school may help',
    operands: 'reset-factor|new-password <login>',
    options: { data: 'data folder of the embedded database (.parta by default)' },
  },
  unknownAct: (act) =>
    `There is no «parta user ${act}»: there are «parta user reset-factor <login>» and «parta user new-password <login>».`,
  unknownLogin: (login) => `There is no account with the login «${login}».`,
  none: (login) => `«${login}» has no second step, there is nothing to take away.`,
  done: (login) =>
    `The second step of «${login}» is gone and its sessions ended. The password alone signs in now; set a new one up.`,
  given: (login, password) =>
    `Temporary password of «${login}»: ${password}\nSessions have ended. Signing in asks for an own password; the second step stays.`,
};

export const userWords = { ru, en };
