import { expect, test } from 'vitest';
import { pluralEnglish, pluralRussian } from './words.ts';

const lessons = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };

test.each([
  [0, '0 уроков'],
  [1, '1 урок'],
  [2, '2 урока'],
  [5, '5 уроков'],
  [11, '11 уроков'],
  [12, '12 уроков'],
  [21, '21 урок'],
  [22, '22 урока'],
  [111, '111 уроков'],
  [1.5, '1,5 урока'],
])('%d in Russian', (count, text) => {
  expect(pluralRussian(count, lessons)).toBe(text.replace(' ', '\u00a0'));
});

test('English has two forms', () => {
  const forms = { one: 'lesson', other: 'lessons' };
  expect([1, 2, 21].map((count) => pluralEnglish(count, forms))).toEqual([
    '1\u00a0lesson',
    '2\u00a0lessons',
    '21\u00a0lessons',
  ]);
});
