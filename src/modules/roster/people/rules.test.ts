import { describe, expect, test } from 'vitest';
import { searchFor } from './rules.ts';

const person = (full: string, more: { also?: string[]; phone?: string } = {}) => {
  const [lastName = '', firstName = '', ...rest] = full.split(' ');
  return { lastName, firstName, middleName: rest.length === 0 ? null : rest.join(' '), ...more };
};
const fit = (search: string, full: string, more = {}) => searchFor(search)?.(person(full, more)) ?? null;

describe('finds', () => {
  test.each([
    ['королев', 'Королёв Пётр Ильич'],
    ['КОРОЛЁВ ПЕТР', 'Королев Пётр Ильич'],
    ['петр королев', 'Королёв Пётр Ильич'],
    ['ильич кор', 'Королёв Пётр Ильич'],
    ['иванова петрова', 'Иванова-Петрова Анна'],
    ['иванова–петрова', 'Иванова-Петрова Анна'],
    ['петрова', 'Иванова-Петрова Анна'],
    ['ивановапетрова', 'Иванова-Петрова Анна'],
    ['Ким', 'Ким Ен'],
    ['оглы', 'Мамедов Рустам Ильгар оглы'],
    ['rjhjktd', 'Королёв Пётр Ильич'],
  ])('«%s» in %s, exactly', (search, full) => expect(fit(search, full)).toBe(0));

  test.each([
    ['кузнцова', 'Кузнецова Мария', 1],
    ['кузенцова', 'Кузнецова Мария', 1],
    ['кузнетцова', 'Кузнецова Мария', 1],
    ['кузницова', 'Кузнецова Мария', 1],
    ['щербокова', 'Щербакова Вероника', 1],
    ['щирбокова', 'Щербакова Вероника', 2],
    ['гаврилв тимр', 'Гаврилов Тимур', 2],
  ])('«%s» in %s with %s slips', (search, full, slips) => expect(fit(search, full)).toBe(slips));

  test('a class or a post beside the name', () => {
    expect(fit('7б кор', 'Королёв Пётр', { also: ['7Б'] })).toBe(0);
    expect(fit('8б кор', 'Королёв Пётр', { also: ['7Б'] })).toBe(null);
  });

  test.each(['345-67', '8 912 345-67-89', '+79123456789', '4567'])('a phone by «%s»', (search) =>
    expect(fit(search, 'Ким Анна', { phone: '+7 912 345-67-89' })).toBe(0),
  );
});

test.each([
  ['кор', 'Карпов Пётр'],
  ['куз', 'Казанцев Илья'],
  ['анна мария', 'Иванова Анна'],
  ['смирнова', 'Соколова Анна'],
  ['4567', 'Ким Анна'],
])('«%s» is not %s', (search, full) => expect(fit(search, full)).toBe(null));

test.each(['', '  ', '« »'])('a search «%s» without words is none', (search) =>
  expect(searchFor(search)).toBe(null),
);
