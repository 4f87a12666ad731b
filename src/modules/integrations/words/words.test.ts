import { expect, test } from 'vitest';
import { rosterFaultCodes } from '../roster-file/fault.ts';
import { importWords } from './words.ts';

test.each(rosterFaultCodes)('%s is worded in both languages with its facts', (code) => {
  const names = [
    'value',
    'field',
    'limit',
    'name',
    'at',
    'other',
    'count',
    'group',
    'sheet',
    'title',
    'first',
    'classes',
  ];
  const facts = Object.fromEntries(names.map((name) => [name, 'F']));
  const [ru, en] = [importWords.ru, importWords.en].map((words) => words.rosterFaults[code](facts));
  expect(ru).toMatch(/[а-яё]/iu);
  expect(en).toMatch(/^["A-Za-z]/u);
  expect(en).not.toBe(ru);
  expect(`${ru ?? ''}${en ?? ''}`).not.toContain('undefined');
});

test.each(Object.keys(importWords.ru.undo.kept) as (keyof typeof importWords.ru.undo.kept)[])(
  'why something stays is worded: %s',
  (reason) => {
    const facts = { count: 2, with: 'Иванов', field: 'phone' };
    const [ru, en] = [importWords.ru, importWords.en].map((words) => words.undo.kept[reason](facts));
    expect(ru).toMatch(/[а-яё]/iu);
    expect(en).toMatch(/[a-z]/u);
    expect(`${ru ?? ''}${en ?? ''}`).not.toContain('undefined');
  },
);

test('both languages word the same findings of a timetable', () => {
  expect(Object.keys(importWords.en.timetable.findings)).toEqual(
    Object.keys(importWords.ru.timetable.findings),
  );
});
