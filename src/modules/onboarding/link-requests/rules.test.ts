import { expect, test } from 'vitest';
import { type LinkDraft, linkActs, linkStates, linkStep, linkWish } from './rules.ts';

const expiresAt = new Date('2026-12-24T08:00:00Z');
const within = new Date('2026-12-24T07:59:59Z');

test.each([
  ['accept', 'linked'],
  ['refuse', 'refused'],
  ['withdraw', 'withdrawn'],
] as const)('%s ends what waits as %s, and only within its days', (act, to) => {
  expect(linkStep(act, { state: 'waiting', expiresAt, now: within })).toEqual({ to });
  expect(linkStep(act, { state: 'waiting', expiresAt, now: expiresAt })).toEqual({
    refusal: 'links.expired',
  });
});

test('the clock ends it when its days are over, not before', () => {
  expect(linkStep('expire', { state: 'waiting', expiresAt, now: within })).toEqual({
    refusal: 'links.notOverYet',
  });
  expect(linkStep('expire', { state: 'waiting', expiresAt, now: expiresAt })).toEqual({ to: 'expired' });
});

const ends = linkStates.filter((state) => state !== 'waiting');
test.each(ends.flatMap((state) => linkActs.map((act) => [state, act] as const)))(
  'nothing leads out of %s: %s',
  (state, act) => {
    for (const now of [within, expiresAt])
      expect(linkStep(act, { state, expiresAt, now })).toEqual({ refusal: 'links.decided' });
  },
);

const draft: LinkDraft = {
  lastName: ' Ёлкина ',
  firstName: 'Анна  Мария',
  middleName: '',
  birthDate: '2015-02-28',
  kinship: 'mother',
  document: 'birthCertificate',
  documentTail: '',
  word: '',
};

test('what was typed is tidied', () => {
  expect(linkWish(draft, '2026-11-24')).toEqual({
    lastName: 'Ёлкина',
    firstName: 'Анна Мария',
    middleName: null,
    birthDate: '2015-02-28',
    kinship: 'mother',
    document: 'birthCertificate',
    documentTail: null,
    word: null,
  });
});

test.each([
  [{ lastName: ' ' }, 'links.nameMissing'],
  [{ firstName: '' }, 'links.nameMissing'],
  [{ middleName: 'а'.repeat(81) }, 'links.nameMissing'],
  [{ birthDate: '2015-02-29' }, 'links.birthDateImpossible'],
  [{ birthDate: '28.02.2015' }, 'links.birthDateImpossible'],
  [{ birthDate: '2026-11-24' }, 'links.birthDateImpossible'],
  [{ birthDate: '2001-11-24' }, 'links.birthDateImpossible'],
  [{ kinship: 'self' }, 'links.kinshipMissing'],
  [{ document: 'passport' }, 'links.documentMissing'],
  [{ documentTail: '12345' }, 'links.tailTooLong'],
  [{ word: 'а'.repeat(301) }, 'links.wordTooLong'],
])('refused: %j', (change, code) => {
  expect(linkWish({ ...draft, ...change }, '2026-11-24')).toBe(code);
});
