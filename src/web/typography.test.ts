import { expect, test } from 'vitest';
import { unbroken } from './typography.ts';

test.each([
  ['Учебник с. 96, № 412', 'Учебник с.\u00a096, №\u00a0412'],
  ['§ 17, вопросы 1–5', '§\u00a017, вопросы 1–\u20605'],
  ['Упр. 214', 'Упр.\u00a0214'],
  ['класс. 5 строк', 'класс. 5 строк'],
])('%s', (typed, shown) => {
  expect(unbroken(typed)).toBe(shown);
});
