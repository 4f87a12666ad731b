import { expect, test } from 'vitest';
import { scaleFault } from '#modules/organisation/mark-scales/rules.ts';
import { template, templateNames } from './templates.ts';
import { boundOf, codeOf, draftOf, typedOf, withBounds, worthOf } from './typed-scale.ts';

const scale = (name: (typeof templateNames)[number]) => ({
  name: 'Шкала',
  isUsual: false,
  isRetired: false,
  values: template(name),
});

test.each(templateNames)('the scale %s is whole as it is offered, and typed back the same', (name) => {
  expect(scaleFault(scale(name))).toBeNull();
  expect(draftOf(typedOf(scale(name)))).toEqual(scale(name));
});

test.each([
  ['4,7', 470],
  ['4.75', 475],
  [' 100 ', 10_000],
  ['100,01', null],
  ['4,755', null],
  ['', null],
  ['-1', null],
])('«%s» counts as %s hundredths', (text, hundredths) => {
  expect(worthOf(text)).toBe(hundredths);
});

test.each([
  ['4−', '4-'],
  [' 10 ', '10'],
  ['05', null],
  ['101', null],
  ['А', null],
])('the mark «%s» is %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('a mark twice, a mark without a worth, a scale without a name are not whole', () => {
  const typed = typedOf(scale('ten'));
  const [best, ...others] = typed.numbers;
  if (!best) throw new Error('the scale has numbers');
  expect(draftOf({ ...typed, numbers: [{ ...best, code: '9' }, ...others] })).toBeNull();
  expect(draftOf({ ...typed, numbers: [{ ...best, worth: '' }, ...others] })).toBeNull();
  expect(draftOf({ ...typed, name: ' ' })).toBeNull();
});

test('the bands of a long scale follow its bounds', () => {
  const { numbers } = typedOf(scale('hundred'));
  expect([boundOf(numbers, 'excellent'), boundOf(numbers, 'poor')]).toEqual(['85', '0']);
  const stricter = withBounds(numbers, { excellent: 90, good: 75, satisfactory: 60 });
  expect([boundOf(stricter, 'excellent'), boundOf(stricter, 'satisfactory')]).toEqual(['90', '60']);
});
