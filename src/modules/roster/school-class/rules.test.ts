import { describe, expect, test } from 'vitest';
import { className, parseClassName } from './rules.ts';

describe('names of classes', () => {
  test.each([
    ['7Б', 7, 'Б'],
    ['7 б', 7, 'Б'],
    ['7-Б', 7, 'Б'],
    ['7 «Б»', 7, 'Б'],
    ['7\u00a0«Б»', 7, 'Б'],
    ['7 "Б"', 7, 'Б'],
    [' 7 – б ', 7, 'Б'],
    ['10 ФМ', 10, 'ФМ'],
    ['5A', 5, 'А'],
    ['11 IT', 11, 'IT'],
    ['1', 1, ''],
  ])('%s', (written, grade, letter) => {
    expect(parseClassName(written)).toEqual({ grade, letter });
  });

  test.each(['', 'Б', '13А', '7 «Б» класс', '7Б, 7В', '77А', '7«»'])('«%s» names no class', (written) => {
    expect(parseClassName(written)).toBeNull();
  });

  test('written out with a non-breaking space', () => {
    expect(className({ grade: 7, letter: 'Б' })).toBe('7\u00a0«Б»');
    expect(className({ grade: 1, letter: '' })).toBe('1');
  });
});
