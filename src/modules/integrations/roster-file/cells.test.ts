import { describe, expect, test } from 'vitest';
import { readDate, readHours, readKinship, readName, readPhone, readSubgroups } from './cell-values.ts';
import { fieldOf } from './columns.ts';

describe('values as secretaries write them', () => {
  test.each([
    ['01.09.2015', '2015-09-01'],
    ['1.9.2015', '2015-09-01'],
    ['01/09/15 г.', '2015-09-01'],
    ['2015-09-01', '2015-09-01'],
    ['42248', '2015-09-01'],
    ['01.09.98', '1998-09-01'],
    ['01.09.2015 0:00:00', '2015-09-01'],
  ])('the date %s', (text, value) => {
    expect(readDate(text)).toEqual({ value });
  });

  test.each([
    ['31.02.2015', 'date.impossible'],
    ['32.01.2015', 'date.impossible'],
    ['2015-13-01', 'date.impossible'],
    ['в сентябре', 'date.notADate'],
    ['01.09', 'date.notADate'],
  ])('%s is refused as %s', (text, fault) => {
    expect(readDate(text)).toEqual({ fault });
  });

  test.each([
    ['ИВАНОВА-ПЕТРОВА', 'Иванова-Петрова'],
    ['ивaнов', 'Иванов'],
    ['Эльдар  оглы', 'Эльдар оглы'],
    ['Анна – Мария', 'Анна-Мария'],
    ["Д'Артаньян", "Д'Артаньян"],
    ['Ли', 'Ли'],
  ])('the name %s', (text, value) => {
    expect(readName(text)).toEqual({ value });
  });

  test('a name has no digits', () => {
    expect(readName('Иванов2')).toEqual({ fault: 'name.badSigns' });
  });

  test.each([
    ['8 (912) 345-67-89', '+79123456789'],
    ['+7 912 345 67 89 мама', '+79123456789'],
    ['9123456789', '+79123456789'],
    ['89123456789, 89220000000', '+79123456789'],
    ['2-12-12', '21212'],
    ['нету', null],
  ])('the telephone %s', (text, value) => {
    expect(readPhone(text)).toBe(value);
  });

  test('kinship, hours, subgroups', () => {
    expect(['Мать', 'папа', 'БАБУШКА', 'приёмный отец', 'кум'].map(readKinship)).toEqual([
      'mother',
      'father',
      'grandmother',
      'guardian',
      null,
    ]);
    expect(['2', '0,5', '1.5 ч', 'два', '99'].map(readHours)).toEqual([20, 5, 15, null, null]);
    expect(readSubgroups('Английский язык=1; Труд: мальчики')).toEqual([
      { subject: 'Английский язык', label: '1' },
      { subject: 'Труд', label: 'мальчики' },
    ]);
    expect(readSubgroups('первая')).toBeNull();
  });
});

describe('headers', () => {
  test.each([
    ['Фамилия ученика', 'lastName'],
    ['Ф.И.О.', 'fullName'],
    ['ФИО обучающегося', 'fullName'],
    ['Дата\u00a0рождения', 'birthDate'],
    ['Клaсс', 'class'],
    ['Класс/группа', 'class'],
    ['№ личного дела', 'fileNumber'],
    ['Снилс ребёнка', 'snils'],
    ['E-mail', 'email'],
    ['Родитель 1: Фамилия', 'guardian1.lastName'],
    ['Телефон родителя 2', 'guardian2.phone'],
    ['ФИО законного представителя', 'guardian1.fullName'],
    ['ФИО отца', 'guardian2.fullName'],
    ['Мать', 'guardian1.fullName'],
    ['Родство (родитель 2)', 'guardian2.kinship'],
    ['Серия и номер свидетельства о рождении', 'document'],
    ['Адрес регистрации', 'address'],
    ['Любимый цвет', null],
  ])('students: %s → %s', (title, field) => {
    expect(fieldOf('students', title)).toBe(field);
  });

  test.each([
    ['ФИО сотрудника', 'staff', 'fullName'],
    ['Кл. руководство', 'staff', 'homeroom'],
    ['Табельный №', 'staff', 'staffNumber'],
    ['Часов в неделю', 'load', 'hours'],
    ['Кол-во часов', 'load', 'hours'],
    ['ФИО учителя', 'load', 'teacher'],
  ] as const)('%s of %s → %s', (title, kind, field) => {
    expect(fieldOf(kind, title)).toBe(field);
  });
});
