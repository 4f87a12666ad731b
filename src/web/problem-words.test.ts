import { expect, test } from 'vitest';
import { platformRefusals } from '#platform/problem.ts';
import { problemText, unwordedCodes } from './problem-words.ts';

test('every code of the platform is worded in both languages', () => {
  expect(unwordedCodes(Object.keys(platformRefusals))).toEqual([]);
});

test('a code without words is found', () => {
  expect(unwordedCodes(['notFound', 'journal.unheardOf'])).toEqual(['journal.unheardOf']);
});

test('facts of a problem stand in its sentence', () => {
  const text = (seconds: number) => problemText('ru', { code: 'signIn.slowDown', facts: { seconds } });
  expect(text(40)).toContain('40\u00a0секунд.');
  expect(text(90)).toContain('2\u00a0минуты.');
});
