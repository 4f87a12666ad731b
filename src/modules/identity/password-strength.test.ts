import { expect, test } from 'vitest';
import { passwordFault, wordsOfLogin } from './password-strength.ts';

const personal = wordsOfLogin('shcherbakova.veronika2');

test.each([
  ['seven77', 'tooShort'],
  ['ё'.repeat(129), 'tooLong'],
  ['12345678', 'tooEasy'],
  ['qwertyui', 'tooEasy'],
  ['йцукен12', 'tooEasy'],
  ['пароль123', 'tooEasy'],
  ['gfhjkm12', 'tooEasy'],
  ['дневник2026', 'tooEasy'],
  ['veronika2013', 'tooEasy'],
  ['Shcherbakova1', 'tooEasy'],
  ['aaaaaaaa', 'tooEasy'],
  ['корова на луне', null],
  ['трактор лунный кисель', null],
  ['Kot_Barsik7', null],
])('%s', (password, fault) => {
  expect(passwordFault({ password, repeated: password }, personal)).toBe(fault);
});

test('the same twice', () => {
  expect(passwordFault({ password: 'корова на луне', repeated: 'корова на луке' }, [])).toBe('notRepeated');
});

test('a login is taken apart into what a guesser tries', () => {
  expect(personal).toEqual(['shcherbakova.veronika2', 'shcherbakova', 'veronika']);
});
