import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftWriter } from './draft-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A topic on the server, as the page shows it, and what the field wrote. */
function field(text: string) {
  const writes: (readonly [string, number | undefined])[] = [];
  const writer = draftWriter();
  writer.onWrite((typed, since) => {
    writes.push([typed, since]);
    return typed.trim();
  });
  writer.stands({ text, version: 1 }, false);
  return { writer, writes };
}

test('typing is written once, after a pause', () => {
  const { writer, writes } = field('');
  writer.type('Дро', 700);
  vi.advanceTimersByTime(500);
  writer.type('Дроби', 700);
  vi.advanceTimersByTime(700);
  writer.flush();
  expect(writes).toEqual([['Дроби', undefined]]);
});

test('a text that another device changed meanwhile is written over the version the typing began from', () => {
  const { writer, writes } = field('Дроби');
  writer.type('Дроби. Сложение', 700);
  writer.stands({ text: 'Степени', version: 2 }, true);
  vi.advanceTimersByTime(700);
  expect(writes).toEqual([['Дроби. Сложение', 1]]);
});

test('the next words over an own text are no conflict, also once the server has numbered it', () => {
  const { writer, writes } = field('Дроби');
  writer.type('Дроби. Сложение ', 700);
  vi.advanceTimersByTime(700);
  writer.stands({ text: 'Дроби. Сложение', version: 1 }, true);
  writer.stands({ text: 'Дроби. Сложение', version: 2 }, true);
  writer.type('Дроби. Сложение и вычитание', 700);
  vi.advanceTimersByTime(700);
  expect(writes.map(([, since]) => since)).toEqual([undefined, undefined]);
});

test('others change the text after an own write: more typing names the own version', () => {
  const { writer, writes } = field('');
  writer.type('Дроби', 700);
  vi.advanceTimersByTime(700);
  writer.stands({ text: 'Дроби', version: 2 }, true);
  writer.stands({ text: 'Степени', version: 3 }, true);
  writer.type('Дроби!', 700);
  vi.advanceTimersByTime(700);
  expect(writes.at(-1)).toEqual(['Дроби!', 2]);
});

test('another field of the same record changes the version, not the text: no conflict', () => {
  const { writer, writes } = field('Дроби');
  writer.type('Дроби. Сложение', 700);
  writer.stands({ text: 'Дроби', version: 2 }, true);
  vi.advanceTimersByTime(700);
  expect(writes).toEqual([['Дроби. Сложение', undefined]]);
});

test('a field that shows what stands begins from it', () => {
  const { writer, writes } = field('Дроби');
  writer.stands({ text: 'Степени', version: 2 }, false);
  writer.type('Степени и корни', 700);
  writer.flush();
  expect(writes).toEqual([['Степени и корни', undefined]]);
});

test('what is refused stays held until it can be written', () => {
  const writer = draftWriter();
  const writes: string[] = [];
  writer.onWrite((typed) => {
    if (Number.isNaN(Number(typed))) return null;
    writes.push(typed);
    return typed;
  });
  writer.type('много', null);
  expect(writer.flush()).toBe(false);
  writer.type('30', null);
  expect(writer.flush()).toBe(true);
  expect([writes, writer.flush()]).toEqual([['30'], true]);
});
