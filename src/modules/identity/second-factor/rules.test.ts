import { expect, test } from 'vitest';
import { factorAskedFrom, isFreshProof, printedKey, typedCode } from './rules.ts';

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

test.each([
  ['an administrator', 'schoolAdmin', null, '2026-12-01', '2026-12-01'],
  ['a principal', 'principal', null, '2026-12-01', '2026-12-01'],
  ['a deputy on the last day', 'deputyHead', '2026-11-24', '2026-12-01', '2026-12-01'],
  ['a deputy of yesterday', 'deputyHead', '2026-11-23', '2026-12-01', null],
  ['a teacher', 'teacher', null, '2026-12-01', null],
  ['an administrator of a school that does not ask', 'schoolAdmin', null, null, null],
] as const)('%s', (_who, role, endDate, secondFactorFrom, asked) => {
  const roles = [{ personId: '', role, startDate: '2026-09-01', endDate }];
  expect(factorAskedFrom({ secondFactorFrom, roles }, '2026-11-24')).toBe(asked);
});
