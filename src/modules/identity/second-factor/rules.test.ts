import { expect, test } from 'vitest';
import { isFreshProof, printedKey, typedCode } from './rules.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['１２３４５６', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
  ['', null],
])('«%s» as typed', (typed, code) => {
  expect(typedCode(typed)).toBe(code);
});

test('a key is printed in fours', () => {
  expect(printedKey('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
});

test('a proof is good for a quarter of an hour', () => {
  const at = '2026-11-24T06:00:00.000Z';
  expect(isFreshProof(at, new Date('2026-11-24T06:14:59Z'))).toBe(true);
  expect(isFreshProof(at, new Date('2026-11-24T06:15:00Z'))).toBe(false);
});
