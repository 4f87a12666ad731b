import { describe, expect, test } from 'vitest';
import { communities } from './communities.ts';
import { boys, girls, men, women } from './first-names.ts';
import { patronymic } from './patronymics.ts';
import { doubleSurnames, surnames, womansSurname } from './surnames.ts';

describe('patronymics', () => {
  test.each([
    ['Сергей', 'Сергеевич', 'Сергеевна'],
    ['Василий', 'Васильевич', 'Васильевна'],
    ['Дмитрий', 'Дмитриевич', 'Дмитриевна'],
    ['Георгий', 'Георгиевич', 'Георгиевна'],
    ['Арсений', 'Арсеньевич', 'Арсеньевна'],
    ['Юрий', 'Юрьевич', 'Юрьевна'],
    ['Илья', 'Ильич', 'Ильинична'],
    ['Никита', 'Никитич', 'Никитична'],
    ['Лев', 'Львович', 'Львовна'],
    ['Пётр', 'Петрович', 'Петровна'],
    ['Михаил', 'Михайлович', 'Михайловна'],
    ['Игорь', 'Игоревич', 'Игоревна'],
    ['Яков', 'Яковлевич', 'Яковлевна'],
    ['Рамиль', 'Рамилевич', 'Рамилевна'],
    ['Артём', 'Артёмович', 'Артёмовна'],
  ])('%s: %s, %s', (father, son, daughter) => {
    expect(patronymic(father, 'male')).toBe(son);
    expect(patronymic(father, 'female')).toBe(daughter);
  });

  test('of every father of the lists end as patronymics do', () => {
    for (const { men: fathers, patronymic: way } of communities) {
      if (way !== 'russian') continue;
      for (const father of fathers) {
        expect(patronymic(father, 'male')).toMatch(/^[А-ЯЁ][а-яё]+(?:ович|евич|ич)$/u);
        expect(patronymic(father, 'female')).toMatch(/^[А-ЯЁ][а-яё]+(?:овна|евна|ична)$/u);
      }
    }
  });
});

describe('the lists of names', () => {
  test('are long enough for a town', () => {
    expect(surnames.length).toBeGreaterThanOrEqual(200);
    for (const list of [boys, girls, men, women]) expect(list.length).toBeGreaterThanOrEqual(60);
  });

  test('hold each name once, written as a name', () => {
    for (const list of [surnames, boys, girls, men, women]) {
      expect(new Set(list).size).toBe(list.length);
      for (const name of list) expect(name).toMatch(/^[А-ЯЁ][а-яё]+$/u);
    }
  });

  test.each([
    ['Кузнецов', 'Кузнецова'],
    ['Королёв', 'Королёва'],
    ['Ильин', 'Ильина'],
    ['Рудницкий', 'Рудницкая'],
    ['Толстой', 'Толстая'],
    ['Черных', 'Черных'],
    ['Шевченко', 'Шевченко'],
    ['Цой', 'Цой'],
    ['Салтыков-Щедрин', 'Салтыкова-Щедрина'],
    ['Римский-Корсаков', 'Римская-Корсакова'],
  ])('%s, %s', (mans, womans) => {
    expect(womansSurname(mans)).toBe(womans);
  });

  test('double surnames change in both halves', () => {
    for (const surname of doubleSurnames) {
      for (const half of womansSurname(surname).split('-')) expect(half).toMatch(/[ая]$/u);
    }
  });
});
