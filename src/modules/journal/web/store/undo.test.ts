import { expect, test } from 'vitest';
import type { Write } from '../queue/writes.ts';
import { type UndoStep, emptyStack, remember, stepBack, stepForward } from './undo.ts';

const content = (value: string | null): Write['content'] => ({ value, comment: null, pointDue: null });
const place = { workId: 'w', studentId: 's', attempt: 1, slot: 1 };
const change = (key: string, before: string | null, after: string): UndoStep => [
  { key, kind: 'mark', place, before: before === null ? null : content(before), after: content(after) },
];
const standing = (values: Readonly<Record<string, string | null>>) => (key: string) =>
  content(values[key] ?? null);

test('undo gives back what stood before, redo what stood after', () => {
  const stack = remember(remember(emptyStack, change('a', null, '4')), change('a', '4', '5'));
  const back = stepBack(stack, standing({ a: '5' }));
  expect(back?.step[0]).toMatchObject({ key: 'a', before: { value: '4' } });
  const forth = back && stepForward(back.stack, standing({ a: '4' }));
  expect(forth?.step[0]).toMatchObject({ key: 'a', after: { value: '5' } });
  expect(forth?.stack.done).toHaveLength(2);
});

test('an empty stack has nothing to undo', () => {
  expect(stepBack(emptyStack, standing({}))).toBeNull();
  expect(stepForward(emptyStack, standing({}))).toBeNull();
});

test('what somebody else wrote since is left alone', () => {
  const step = [...change('a', null, '4'), ...change('b', null, '4')];
  const back = stepBack(remember(emptyStack, step), standing({ a: '4', b: '2' }));
  expect(back?.step.map(({ key }) => key)).toEqual(['a']);
  expect(back?.isOverwritten).toBe(true);
});

test('a new act ends what could be redone', () => {
  const back = stepBack(remember(emptyStack, change('a', null, '4')), standing({ a: '4' }));
  const stack = back && remember(back.stack, change('b', null, '3'));
  expect(stack?.undone).toEqual([]);
});

test('the stack is bounded', () => {
  let stack = emptyStack;
  for (let at = 0; at < 150; at += 1) stack = remember(stack, change(String(at), null, '4'));
  expect(stack.done).toHaveLength(100);
  expect(stack.done[0]?.[0]?.key).toBe('50');
});
