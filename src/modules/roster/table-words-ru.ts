import { kinships } from './words/ru.ts';
import type { PeopleKind } from './people/contract.ts';

/** Words of the files the office downloads. */
export const ru = {
  people: 'Люди',
  classes: 'Классы',
  load: 'Нагрузка',
  classOn: (name: string) => `Класс ${name}`,
  heads: {
    number: '№',
    lastName: 'Фамилия',
    firstName: 'Имя',
    middleName: 'Отчество',
    birthDate: 'Дата рождения',
    kinds: 'Кто',
    class: 'Класс',
    children: 'Дети',
    position: 'Должность',
    phone: 'Телефон',
    email: 'Почта',
    since: 'С какого дня',
    until: 'Последний день',
    subject: 'Предмет',
    subgroup: 'Подгруппа',
    hours: 'Часов в неделю',
    teacher: 'Учитель',
    journalKind: 'Вид',
    grade: 'Параллель',
    homeroom: 'Классный руководитель',
    students: 'Учеников',
    came: 'Прибыло за год',
    left: 'Выбыло за год',
    gender: 'Пол',
    guardian: (number: number) => `Родитель ${number}`,
    guardianKinship: (number: number) => `Родитель ${number}: кем приходится`,
    guardianPhone: (number: number) => `Родитель ${number}: телефон`,
  },
  kinds: { student: 'ученик', guardian: 'родитель', staff: 'сотрудник' } satisfies Record<PeopleKind, string>,
  journalKinds: { lesson: 'урок', extracurricular: 'внеурочная' },
  genders: { male: 'М', female: 'Ж' },
  kinships: { ...kinships, other: 'другое' },
};

export type TableWords = typeof ru;
