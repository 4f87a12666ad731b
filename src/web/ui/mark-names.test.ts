import { expect, test } from 'vitest';
import { en } from './en.ts';
import { markBand, markName } from './mark-names.ts';
import { ru } from './ru.ts';

test.each([
  [{ value: '4', work: 'контрольная работа', weight: 3 }, 'Отметка 4 (хорошо), контрольная работа, вес 3'],
  [{ value: '5', weight: 1 }, 'Отметка 5 (отлично)'],
  [{ value: '4+' }, 'Отметка 4+'],
  [{ value: '5', second: '3', work: 'сочинение' }, 'Две отметки за одну работу: 5 и 3, сочинение'],
  [{ value: '2', isReplaced: true }, 'Отметка 2 (неудовлетворительно), пересдана'],
  [{ value: 'pendingPoint', dueBy: '28 ноября' }, 'Точка: работу нужно сдать, до 28 ноября'],
  [{ value: 'notAssessed' }, 'Не аттестован'],
  [{ value: '87' }, 'Отметка 87'],
  [{ value: '9', band: '5' as const }, 'Отметка 9 (отлично)'],
  [{ value: '5', band: '3' as const }, 'Отметка 5 (удовлетворительно)'],
])('%j', (mark, name) => {
  expect(markName(ru, mark)).toBe(name);
});

test('in English', () => {
  expect(markName(en, { value: '3', weight: 0 })).toBe('Mark 3 (satisfactory), weight 0');
});

test.each([
  ['5', '5'],
  ['4-', '4'],
  ['1', '2'],
  ['failed', '2'],
  ['passed', null],
  ['87', null],
  ['10', null],
])('the band of %s', (value, band) => {
  expect(markBand(value)).toBe(band);
});
