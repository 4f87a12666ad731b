import { expect, test } from 'vitest';
import { changedSpan } from './rules.ts';

const autumn = { start: '2026-10-26', end: '2026-11-01', grades: null };
const winter = { start: '2026-12-31', end: '2027-01-10', grades: null };
const first = { start: '2027-02-15', end: '2027-02-21', grades: [1] };
const year = (breaks: readonly (typeof autumn | typeof first)[], end = '2027-05-26') => ({
  year: { start: '2026-09-01', end },
  breaks,
});
const today = '2026-11-24';

test.each([
  ['nothing', year([autumn, winter]), false, null],
  ['a break that is over', year([winter]), false, null],
  ['the break of one grade', year([autumn, winter, first]), false, ['2027-02-15', '2027-02-20']],
  [
    'a break that begins earlier',
    year([autumn, { ...winter, start: '2026-12-28' }]),
    false,
    ['2026-12-28', '2026-12-30'],
  ],
  ['an earlier end', year([autumn, winter], '2027-05-21'), false, ['2027-05-22', '2027-05-26']],
  [
    'a week of holidays where weeks alternate',
    year([autumn, winter, { ...first, grades: null }]),
    true,
    ['2027-02-15', '2027-05-26'],
  ],
] as const)('%s', (_, after, hasCycles, expected) => {
  const span = changedSpan(year([autumn, winter]), after, { today, hasCycles });
  expect(span && [span.from, span.to]).toEqual(expected);
});
