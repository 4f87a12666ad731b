import { describe, expect, test } from 'vitest';
import {
  addressName,
  formatSnils,
  listName,
  matchingName,
  sameNames,
  shortName,
  snilsDigits,
  sortKey,
  type PersonNames,
} from './rules.ts';

const named = (full: string): PersonNames => {
  const [lastName = '', firstName = '', ...rest] = full.split(' ');
  return { lastName, firstName, middleName: rest.length === 0 ? null : rest.join(' ') };
};

const inByteOrder = (names: readonly string[]) =>
  names
    .map((name) => ({ name, key: Buffer.from(sortKey(named(name))) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ name }) => name);

describe('the order of a class list', () => {
  test('ё stands beside е and decides only between equal names', () => {
    const ordered = [
      'Егоров Иван',
      'Елкин Пётр',
      'Ёлкин Пётр',
      'Ельцов Олег',
      'Жуков Артём',
      'Семенов Артём',
      'Семенов Ян',
      'Семёнов Артём',
      'Яшин Олег',
    ];
    const expected = [...ordered];
    expected.splice(5, 3, 'Семенов Артём', 'Семёнов Артём', 'Семенов Ян');
    expect(inByteOrder([...ordered].reverse())).toEqual(expected);
  });

  test('a shorter last name first, then the first name, then the patronymic; case is nothing', () => {
    const ordered = [
      'Ким Ян',
      'Кима Анна',
      'КОРОЛЕВ Пётр',
      'Королёв Пётр Ильич',
      'Салтыков Ян',
      'Салтыков-Щедрин Антон',
    ];
    expect(inByteOrder([...ordered].reverse())).toEqual(ordered);
  });
});

describe('names on the page', () => {
  const teacher = named('Кузнецова Мария Викторовна');
  const child = named('Нгуен Анна-Мария');

  test('a person with a patronymic and one without', () => {
    expect(listName(teacher)).toBe('Кузнецова Мария');
    expect(addressName(teacher)).toBe('Мария Викторовна');
    expect(shortName(teacher)).toBe('Кузнецова\u00a0М.\u00a0В.');
    expect(addressName(child)).toBe('Анна-Мария');
    expect(shortName(child)).toBe('Нгуен\u00a0А.-М.');
  });
});

describe('matching names', () => {
  test.each([
    ['Королёв  Пётр Ильич', 'КОРОЛЕВ ПЕТР ИЛЬИЧ'],
    ['Иванова-Петрова', 'Иванова–Петрова'],
    ['Иванова - Петрова', 'Иванова‑Петрова'],
    ['Семе\u0308нов', 'Семенов'],
    ['\u00a0Цой ', 'цой'],
  ])('%s = %s', (one, other) => {
    expect(matchingName(one)).toBe(matchingName(other));
  });

  test('й is not и, and a missing patronymic is not any patronymic', () => {
    expect(matchingName('Андреи')).not.toBe(matchingName('Андрей'));
    expect(sameNames(named('Ли Вера'), named('Ли Вера Петровна'))).toBe(false);
    expect(sameNames(named('Ли Вера'), named('ЛИ ВЕРА'))).toBe(true);
  });
});

describe('SNILS', () => {
  test('the control number decides', () => {
    expect(snilsDigits('112-233-445 95')).toBe('11223344595');
    expect(snilsDigits('11223344595')).toBe('11223344595');
    expect(snilsDigits('112-233-445 96')).toBeNull();
    expect(snilsDigits('112-233-445')).toBeNull();
    expect(formatSnils('11223344595')).toBe('112-233-445 95');
  });

  test('the oldest numbers carry no control number', () => {
    expect(snilsDigits('000-000-001 77')).toBe('00000000177');
    expect(snilsDigits('001-001-999 00')).toBeNull();
  });
});
