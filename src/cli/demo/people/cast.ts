import type { NewPerson } from './person.ts';

/** People whom the demo's accounts open, named once so that they stay the same. */
const named =
  (gender: 'male' | 'female') =>
  (full: string, birthDate: string): NewPerson => {
    const [lastName = '', firstName = '', middleName = ''] = full.split(' ');
    return { lastName, firstName, middleName, birthDate, gender };
  };
const women = named('female');
const men = named('male');

/** Town school: post → the first who holds it. */
export const castStaff: Readonly<Record<string, readonly NewPerson[]>> = {
  'Учитель математики': [women('Кузнецова Мария Викторовна', '1984-03-12')],
  'Учитель русского языка и литературы': [women('Орлова Наталья Павловна', '1979-10-02')],
  Директор: [women('Савельева Ольга Николаевна', '1971-05-28')],
  'Заместитель директора по учебно-воспитательной работе': [women('Ермакова Ирина Юрьевна', '1976-01-17')],
  'Секретарь учебной части': [women('Лыткина Анна Сергеевна', '1992-08-09')],
  'Администратор школы': [men('Воробьёв Алексей Игоревич', '1989-11-21')],
};

/** The family with a child in each school: the father looks after both, the mother after her son. */
export const twoSchoolFamily = {
  surname: 'Морозов',
  father: men('Морозов Дмитрий Андреевич', '1983-06-30'),
  mother: women('Морозова Елена Сергеевна', '1985-02-14'),
  son: 'Артём',
  daughter: 'Алиса',
} as const;

/** A mother of one child of the showcase class, who has another surname than the child. */
export const oneChildFamily = {
  surname: 'Щербаков',
  mother: women('Ёлкина Светлана Олеговна', '1986-09-05'),
  father: 'Роман',
  daughter: 'Вероника',
} as const;
