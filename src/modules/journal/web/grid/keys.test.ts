import { expect, test } from 'vitest';
import { type KeyAct, isLongScale, keyAct, letterKeys } from './keys.ts';

const numbers = ['5', '4', '3', '2', '1'].map((code) => ({ code, numerator: Number(code) }));
const words = ['pendingPoint', 'passed', 'failed', 'exempt', 'notAssessed'].map((code) => ({
  code,
  numerator: null,
}));
const scale = [...numbers, ...words];
const press = (
  key: string,
  code: string,
  modifiers: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
  context = { scale, isEditing: false },
) =>
  keyAct(
    { key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...modifiers },
    context,
  );

test.each([
  ['2', 'Digit2', { act: 'mark', value: '2' }],
  ['5', 'Numpad5', { act: 'mark', value: '5' }],
  ['1', 'Digit1', null],
  ['6', 'Digit6', null],
  ['/', 'NumpadDivide', { act: 'dual' }],
  ['+', 'NumpadAdd', { act: 'addWork' }],
  ['Delete', 'Delete', { act: 'clear' }],
  ['F2', 'F2', { act: 'panel' }],
  ['Enter', 'Enter', { act: 'commit' }],
  ['Tab', 'Tab', null],
] as const)('%s (%s)', (key, code, act) => {
  expect(press(key, code)).toEqual(act);
});

test.each([
  ['н', 'y', 'KeyY', { act: 'attendance', fact: 'absent' }],
  ['о', 'j', 'KeyJ', { act: 'attendance', fact: 'late' }],
  ['т', 'n', 'KeyN', { act: 'mark', value: 'pendingPoint' }],
  ['з', 'p', 'KeyP', { act: 'mark', value: 'passed' }],
  ['в', 'd', 'KeyD', { act: 'mark', value: 'exempt' }],
  ['а', 'f', 'KeyF', { act: 'mark', value: 'notAssessed' }],
] as const)('%s and %s are one key', (russian, latin, code, act) => {
  expect(press(russian, code)).toEqual(act);
  expect(press(latin, code)).toEqual(act);
});

test('no letter of either layout means two things', () => {
  const acts = Object.values(letterKeys).map((act) => JSON.stringify(act));
  expect(new Set(acts).size).toBe(acts.length);
  // The same Russian letters on other keys of the Latin layout do nothing.
  for (const code of ['KeyH', 'KeyO', 'KeyT', 'KeyZ', 'KeyB', 'KeyA']) expect(press('x', code)).toBeNull();
});

test('rare values need Shift', () => {
  expect(press('З', 'KeyP', { shiftKey: true })).toEqual({ act: 'mark', value: 'failed' });
  expect(press('!', 'Digit1', { shiftKey: true })).toEqual({ act: 'mark', value: '1' });
});

test.each([
  ['я', 'KeyZ', { ctrlKey: true }, { act: 'undo' }],
  ['Z', 'KeyZ', { ctrlKey: true, shiftKey: true }, { act: 'redo' }],
  ['н', 'KeyY', { ctrlKey: true }, { act: 'redo' }],
  ['в', 'KeyD', { ctrlKey: true }, { act: 'fillDown' }],
  ['ы', 'KeyS', { ctrlKey: true }, { act: 'alreadySaved' }],
  ['ю', 'Period', { ctrlKey: true }, { act: 'move', move: 'today' }],
  ['.', 'Slash', { ctrlKey: true }, { act: 'move', move: 'today' }],
  ['c', 'KeyC', { ctrlKey: true }, null],
  ['ArrowDown', 'ArrowDown', { altKey: true }, { act: 'comment' }],
  ['Enter', 'Enter', { altKey: true }, { act: 'lesson' }],
  ['ArrowDown', 'ArrowDown', { shiftKey: true }, { act: 'extend', move: 'down' }],
  ['Home', 'Home', { ctrlKey: true }, { act: 'move', move: 'gridStart' }],
] as const)('%s (%s) with a modifier', (key, code, modifiers, act) => {
  expect(press(key, code, modifiers)).toEqual(act as KeyAct | null);
});

test('a scale without a value has no key for it', () => {
  const context = { scale: numbers, isEditing: false };
  expect(press('т', 'KeyN', {}, context)).toBeNull();
  expect(press('5', 'Digit5', {}, { scale: [], isEditing: false })).toBeNull();
});

test('values of a longer scale are typed and committed', () => {
  const long = { scale: [{ code: '10', numerator: 10 }, ...words], isEditing: true };
  expect(isLongScale(long.scale)).toBe(true);
  expect(isLongScale(scale)).toBe(false);
  expect(press('1', 'Digit1', {}, long)).toEqual({ act: 'type', text: '1' });
  expect(press('+', 'Equal', { shiftKey: true }, long)).toEqual({ act: 'type', text: '+' });
  expect(press('Tab', 'Tab', {}, long)).toEqual({ act: 'commitRight' });
  expect(press('Escape', 'Escape', {}, long)).toEqual({ act: 'cancel' });
  expect(press('+', 'Equal', { shiftKey: true }, { ...long, isEditing: false })).toEqual({ act: 'addWork' });
});
