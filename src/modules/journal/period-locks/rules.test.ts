import { expect, test } from 'vitest';
import { lockedGrades, lockPlan, openPlan } from './rules.ts';

const grades = [5, 6, 7, 8];
const whole = { id: 'whole', grade: null };
const seventh = { id: 'seventh', grade: 7 };

test.each([
  ['nothing is closed', [], []],
  ['one grade', [seventh], [7]],
  ['every grade', [whole], grades],
  ['every grade and one of them by itself', [whole, seventh], grades],
  ['a grade that is no longer taught by the period', [{ id: 'old', grade: 11 }], []],
])('closed grades: %s', (_words, standing, locked) => {
  expect(lockedGrades(grades, standing)).toEqual(locked);
});

test.each([
  ['all of an open period', [], null, { adds: [null], grades }],
  ['some of it', [], [5, 7], { adds: [5, 7], grades: [5, 7] }],
  ['what is closed already', [seventh], [7], { adds: [], grades: [] }],
  ['all where everything is closed', [whole], null, { adds: [], grades: [] }],
  ['one of a period closed for all', [whole], [6], { adds: [], grades: [] }],
  ['the rest', [seventh], null, { adds: [null], grades: [5, 6, 8] }],
  ['an open one beside a closed one', [seventh], [7, 8], { adds: [8], grades: [8] }],
])('closing %s', (_words, standing, wanted, plan) => {
  expect(lockPlan(grades, standing, wanted)).toEqual(plan);
});

const nothing = { ends: [], divided: null, parts: [], grades: [] };

test.each([
  ['what is open', [], null, nothing],
  ['a grade that is open', [seventh], [5], nothing],
  ['all', [whole, seventh], null, { ends: ['whole', 'seventh'], divided: null, parts: [], grades }],
  ['one by itself', [seventh], [7], { ends: ['seventh'], divided: null, parts: [], grades: [7] }],
  [
    'one of all: the others stay closed by locks of their own',
    [whole],
    [6],
    {
      ends: [],
      divided: 'whole',
      parts: [
        { grade: 5, isOpened: false },
        { grade: 6, isOpened: true },
        { grade: 7, isOpened: false },
        { grade: 8, isOpened: false },
      ],
      grades: [6],
    },
  ],
  [
    'one of all that has its own lock too',
    [whole, seventh],
    [7],
    {
      ends: ['seventh'],
      divided: 'whole',
      parts: [
        { grade: 5, isOpened: false },
        { grade: 6, isOpened: false },
        { grade: 8, isOpened: false },
      ],
      grades: [7],
    },
  ],
])('opening %s', (_words, standing, wanted, plan) => {
  expect(openPlan(grades, standing, wanted)).toEqual(plan);
});
