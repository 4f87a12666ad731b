import { describe, expect, test } from 'vitest';
import {
  ageOn,
  birthdayAt,
  isEntitled,
  ownWord,
  type Said,
  type SignedWord,
  standingOf,
  type Standpoint,
} from './rules.ts';

test.each([
  ['2012-11-24', 14, '2026-11-24'],
  ['2012-02-29', 14, '2026-03-01'],
  ['2012-02-29', 16, '2028-02-29'],
  ['2008-02-29', 18, '2026-03-01'],
])('who was born on %s is %d on %s', (born, years, day) => {
  expect(birthdayAt(born, years)).toBe(day);
});

test.each([
  [null, '2026-11-24', 'child', null],
  ['2013-11-24', '2026-11-24', 'child', null],
  ['2012-11-25', '2026-11-24', 'child', null],
  ['2012-11-24', '2026-11-24', 'teen', '2026-12-24'],
  ['2012-11-24', '2026-12-24', 'teen', '2026-12-24'],
  ['2012-11-24', '2026-12-25', 'teen', null],
  ['2008-11-25', '2026-11-24', 'teen', null],
  ['2008-11-24', '2026-11-24', 'adult', '2026-12-24'],
  ['2008-11-24', '2026-12-25', 'adult', null],
])('born %s, on %s: %s, grace until %s', (born, today, stage, graceUntil) => {
  expect(ageOn(born, today)).toMatchObject({ stage, graceUntil });
});

const said = (signerId: string, word: SignedWord, more: Partial<Said> = {}): Said => ({
  signerId,
  word,
  version: 1,
  signedOn: '2026-09-10',
  madeAt: '2026-09-10T08:00:00.000Z',
  ...more,
});

const at = (birthDate: string, today: string, words: readonly Said[], freshFrom = 1): Standpoint => ({
  age: ageOn(birthDate, today),
  signers: { studentId: 'student', guardianIds: ['mother', 'father'] },
  said: words,
  freshFrom,
});

const day = '2026-11-24';
const child = '2014-05-01';
const teen = '2011-05-01';
const adult = '2008-05-01';
const justTeen = '2012-11-10';
const justAdult = '2008-11-10';
const both = [said('mother', 'yes'), said('student', 'yes')];

describe('what stands', () => {
  test.each<[string, string, readonly Said[], string]>([
    ['nobody has answered', child, [], 'waits'],
    ['one guardian is enough', child, [said('mother', 'yes')], 'stands'],
    ['a no of the other outweighs', child, [said('mother', 'yes'), said('father', 'no')], 'refused'],
    ['a child’s own word does not count', child, [said('student', 'yes')], 'waits'],
    ['a guardian whose right ended counts no more', child, [said('stranger', 'yes')], 'waits'],
    [
      'the no of one whose right ended does not either',
      child,
      [said('mother', 'yes'), said('stranger', 'no')],
      'stands',
    ],
    [
      'withdrawn',
      child,
      [said('mother', 'yes'), said('mother', 'withdrawn', { madeAt: '2026-09-10T09:00:00.000Z' })],
      'refused',
    ],
    [
      'withdrawn by one, still a yes of the other',
      child,
      [said('father', 'yes'), said('mother', 'withdrawn')],
      'refused',
    ],
    [
      'the last word counts',
      child,
      [said('mother', 'no'), said('mother', 'yes', { signedOn: '2026-10-01' })],
      'stands',
    ],
    [
      'a paper signed before a withdrawal does not undo it',
      child,
      [
        said('mother', 'withdrawn', { signedOn: '2026-11-01' }),
        said('mother', 'yes', { signedOn: '2026-09-01', madeAt: '2026-11-20T08:00:00.000Z' }),
      ],
      'refused',
    ],
    ['from 14 both', teen, both, 'stands'],
    ['from 14 a guardian alone is not enough', teen, [said('mother', 'yes')], 'waits'],
    ['from 14 a student alone is not enough', teen, [said('student', 'yes')], 'waits'],
    ['a student’s no outweighs', teen, [said('mother', 'yes'), said('student', 'no')], 'refused'],
    ['just 14: the former decision goes on', justTeen, [said('mother', 'yes')], 'forNow'],
    [
      'just 14: a student’s no ends it at once',
      justTeen,
      [said('mother', 'yes'), said('student', 'no')],
      'refused',
    ],
    ['just 14, and nothing before', justTeen, [], 'waits'],
    ['from 18 the student alone', adult, [said('student', 'yes')], 'stands'],
    ['from 18 no guardian’s no counts', adult, [said('student', 'yes'), said('mother', 'no')], 'stands'],
    ['from 18 no guardian’s yes counts', adult, [said('mother', 'yes')], 'waits'],
    [
      'a yes from before 18 is asked again',
      adult,
      [said('student', 'yes', { signedOn: '2026-04-30' })],
      'again',
    ],
    ['just 18: the former decision goes on', justAdult, both, 'forNow'],
    ['just 18: a former no does not begin to stand', justAdult, [...both, said('father', 'no')], 'again'],
    [
      'just 18: the adult’s own yes is enough',
      justAdult,
      [said('mother', 'no'), said('student', 'yes', { signedOn: '2026-11-20' })],
      'stands',
    ],
  ])('%s', (_what, born, words, state) => {
    expect(standingOf(at(born, day, words)).state).toBe(state);
  });

  test('the grace ends', () => {
    const words = [said('mother', 'yes')];
    expect(standingOf(at('2012-10-25', day, words))).toMatchObject({ state: 'forNow', until: day });
    expect(standingOf(at('2012-10-24', day, words))).toEqual({
      state: 'waits',
      until: null,
      awaits: { guardian: false, student: true },
    });
  });

  test('a text that asks again ends what was said before, but not a no', () => {
    expect(standingOf(at(child, day, [said('mother', 'yes')], 2)).state).toBe('again');
    expect(standingOf(at(child, day, [said('mother', 'yes', { version: 2 })], 2)).state).toBe('stands');
    expect(standingOf(at(child, day, [said('mother', 'no')], 2)).state).toBe('refused');
    expect(
      standingOf(at(teen, day, [said('mother', 'yes'), said('student', 'yes', { version: 2 })], 2)),
    ).toEqual({
      state: 'again',
      until: null,
      awaits: { guardian: true, student: false },
    });
  });
});

describe('who may say what', () => {
  test.each([
    [child, 'mother', true],
    [child, 'student', false],
    [teen, 'father', true],
    [teen, 'student', true],
    [adult, 'mother', false],
    [adult, 'student', true],
    [teen, 'stranger', false],
  ])('born %s: %s → %s', (born, who, may) => {
    expect(isEntitled(who, at(born, day, []))).toBe(may);
  });

  test.each<[string, string, string, readonly Said[], readonly SignedWord[], boolean]>([
    ['at first yes and no', child, 'mother', [], ['yes', 'no'], true],
    [
      'the second guardian may, and is not waited for',
      child,
      'father',
      [said('mother', 'yes')],
      ['yes', 'no'],
      false,
    ],
    ['after a yes it is withdrawn', child, 'mother', [said('mother', 'yes')], ['withdrawn'], false],
    ['after a no there is a yes', child, 'mother', [said('mother', 'no')], ['yes'], false],
    ['a child says nothing', child, 'student', [], [], false],
    ['the student is awaited', teen, 'student', [said('mother', 'yes')], ['yes', 'no'], true],
    [
      'an adult is asked anew',
      adult,
      'student',
      [said('student', 'yes', { signedOn: '2026-01-10' })],
      ['yes', 'withdrawn'],
      true,
    ],
    ['an adult’s guardian says nothing', adult, 'mother', [said('mother', 'yes')], [], false],
  ])('%s', (_what, born, who, words, acts, isAsked) => {
    expect(ownWord(who, at(born, day, words))).toEqual({ acts, isAsked });
  });

  test('a text that asks again is answered anew', () => {
    expect(ownWord('mother', at(child, day, [said('mother', 'yes')], 2))).toEqual({
      acts: ['yes', 'withdrawn'],
      isAsked: true,
    });
  });
});
