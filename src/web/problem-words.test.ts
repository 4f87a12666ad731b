import { expect, test } from 'vitest';
import { platformRefusals } from '#platform/problem.ts';
import {
  attachHomeworkFile,
  copyHomeworkFiles,
  removeHomeworkFile,
} from '#modules/homework/files/contract.ts';
import { problemText, unwordedCodes } from './problem-words.ts';

test('every code of the platform is worded in both languages', () => {
  expect(unwordedCodes(Object.keys(platformRefusals))).toEqual([]);
});

test('every refusal of a file is worded', () => {
  const endpoints = [attachHomeworkFile, removeHomeworkFile, copyHomeworkFiles];
  const codes = endpoints.flatMap(({ refusals }) => Object.keys(refusals));
  expect(unwordedCodes(codes)).toEqual([]);
  const refused = (reason: string) => problemText('ru', { code: 'files.kindRefused', facts: { reason } });
  expect(refused('html')).toContain('веб-страница');
  expect(refused('unheardOf')).toContain('Можно: PDF');
});

test('a code without words is found', () => {
  expect(unwordedCodes(['notFound', 'journal.unheardOf'])).toEqual(['journal.unheardOf']);
});

test('facts of a problem stand in its sentence', () => {
  const text = (seconds: number) => problemText('ru', { code: 'signIn.slowDown', facts: { seconds } });
  expect(text(40)).toContain('40\u00a0секунд.');
  expect(text(90)).toContain('2\u00a0минуты.');
});
