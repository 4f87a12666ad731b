import { describe, expect, test } from 'vitest';
import { accessState, printedSecret, slipRefusal, typedSecret, type AccessFacts } from './rules.ts';

const now = new Date('2026-11-24T09:00:00Z');
const later = '2026-12-24T09:00:00.000Z';
const earlier = '2026-11-23T09:00:00.000Z';
const fresh: AccessFacts = {
  hasPassword: false,
  mustChangePassword: false,
  isBlocked: false,
  slipExpiresAt: null,
  reachesElsewhere: false,
  holdsRole: false,
};
const active: AccessFacts = { ...fresh, hasPassword: true };

describe('a secret as people type it', () => {
  test.each([
    ['as printed', 'K7M29-QXD3F', 'k7m29qxd3f'],
    ['small, without the dash', 'k7m29qxd3f', 'k7m29qxd3f'],
    ['with blanks and a long dash', ' k7m29 — qxd3f ', 'k7m29qxd3f'],
    ['zero read as the letter', 'KOM29-QXD3F', 'k0m29qxd3f'],
    ['one read as a letter', 'KIML9-QXD3F', 'k1m19qxd3f'],
    ['letters of the Russian layout', 'К7М29-0ХD3F', 'k7m290xd3f'],
    ['too short', 'K7M29', null],
    ['too long', 'K7M29-QXD3FF', null],
    ['a sign no secret has', 'K7M29-QXD3U', null],
    ['a password', 'Верный-пароль-7Ё', null],
  ])('%s', (_, typed, secret) => {
    expect(typedSecret(typed)).toBe(secret);
  });

  test('what is printed is read back', () => {
    expect(typedSecret(printedSecret('k7m29qxd3f'))).toBe('k7m29qxd3f');
  });
});

test.each([
  ['no account', null, 'none'],
  ['an account without anything', fresh, 'none'],
  ['a slip', { ...fresh, slipExpiresAt: later }, 'slip'],
  ['a slip of yesterday', { ...fresh, slipExpiresAt: earlier }, 'slipExpired'],
  ['a printed password', { ...active, mustChangePassword: true }, 'temporary'],
  ['an own password', active, 'active'],
  ['an own password and a slip given again', { ...active, slipExpiresAt: later }, 'active'],
  ['closed', { ...active, isBlocked: true }, 'blocked'],
] as const)('access: %s', (_, access, state) => {
  expect(accessState(access, now)).toBe(state);
});

test.each([
  ['nobody has an account yet', null, false, null],
  ['a family', active, false, null],
  ['closed', { ...active, isBlocked: true }, true, 'blocked'],
  ['a teacher, asked by a homeroom teacher', { ...active, holdsRole: true }, false, 'staffAccount'],
  ['a teacher, asked by the administrator', { ...active, holdsRole: true }, true, null],
  ['a family in two schools that signs in', { ...active, reachesElsewhere: true }, true, 'otherSchool'],
  ['a family in two schools that never did', { ...fresh, reachesElsewhere: true }, false, null],
] as const)('a slip for %s', (_, access, isAdmin, refusal) => {
  expect(slipRefusal(access, { isAdmin, now })).toBe(refusal);
});
