/** Words of the printed slip. */
export const ru = {
  title: 'Доступ в электронный дневник',
  journalTitle: 'Доступ в электронный журнал',
  student: (schoolClass: string) => `ученик, ${schoolClass}`,
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
  kinships: {
    mother: 'мать',
    father: 'отец',
    grandmother: 'бабушка',
    grandfather: 'дедушка',
    guardian: 'опекун',
    other: 'представитель',
  } as Readonly<Record<string, string>>,
};

export type SlipWords = typeof ru;
