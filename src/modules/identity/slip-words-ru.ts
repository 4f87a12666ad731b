import { kinships } from '#modules/roster/words/ru.ts';
/** Words of the printed slip. */
export const ru = {
  title: 'Доступ в электронный дневник',
  journalTitle: 'Доступ в электронный журнал',
  guardian: (kinship: string, student: string, schoolClass: string) =>
    `${kinship}: ${student}, ${schoolClass}`,
  address: 'Адрес',
  login: 'Логин',
  code: 'Код',
  until: (date: string) => `Действует до ${date}.`,
  advice:
    'Наведите камеру на рисунок или откройте адрес и введите логин и код. При входе вы зададите свой пароль.',
  fileName: (whose: string) => `Талоны ${whose}`,
  staff: 'сотрудники',
  kinships: { ...kinships, other: 'представитель' } as Readonly<Record<string, string>>,
};

export type SlipWords = typeof ru;
