import { describe, expect, test } from 'vitest';
import { codeHash, isSameHash, newCode, normaliseEmail, typedCode } from './letter-codes.ts';

describe('an e-mail', () => {
  test.each([
    ['ivanova@mail.ru', 'ivanova@mail.ru'],
    [' Ivanova@Mail.RU ', 'ivanova@mail.ru'],
    ['a.b+c@xn--80ak6aa92e.com', 'a.b+c@xn--80ak6aa92e.com'],
    ['школа@пример.рф', null],
    ['school@пример.рф', 'school@xn--e1afmkfd.xn--p1ai'],
    ['ivanova', null],
    ['ivanova@', null],
    ['@mail.ru', null],
    ['ivanova@mail', null],
    ['iva nova@mail.ru', null],
    ['a@b@mail.ru', null],
    ['a\r\nBcc: all@mail.ru', null],
    [`${'a'.repeat(65)}@mail.ru`, null],
    ['a@-.ru', null],
  ])('%j becomes %j', (typed, email) => {
    expect(normaliseEmail(typed)).toBe(email);
  });
});

test('a code is six digits, typed with spaces or without, and fits its own purpose alone', () => {
  expect(newCode()).toMatch(/^\d{6}$/u);
  expect(typedCode(' 012 345 ')).toBe('012345');
  expect(typedCode('0123456789')).toHaveLength(7);
  const key = Buffer.alloc(32, 1);
  const hash = codeHash(key, 'recovery|a', '012345');
  expect(isSameHash(hash, codeHash(key, 'recovery|a', '012345'))).toBe(true);
  expect(isSameHash(hash, codeHash(key, 'recovery|b', '012345'))).toBe(false);
  expect(isSameHash(hash, codeHash(key, 'contact|a', '012345'))).toBe(false);
});
