import { expect, test } from 'vitest';
import {
  type Outcome,
  type QueueState,
  add,
  adopt,
  decide,
  emptyQueue,
  pendingWrites,
  settle,
  takeBatch,
} from './queue-state.ts';
import { type Write, keyOf } from './writes.ts';

const mark = (
  student: string,
  value: string | null,
  facts: { readonly [Name in keyof Write]?: unknown } = {},
): Write => {
  const place = { workId: 'w', studentId: student, attempt: 1, slot: 1 };
  return {
    key: keyOf.mark(place),
    kind: 'mark',
    place,
    content: { value, comment: null, pointDue: null },
    before: null,
    expected: 0,
    reasonCode: 'entered',
    reason: null,
    needs: null,
    ...facts,
  } as unknown as Write;
};
const away = (student: string): Write => {
  const place = { lessonId: 'l', studentId: student };
  return {
    ...mark(student, null),
    key: keyOf.attendance(place),
    kind: 'attendance',
    place,
    content: { fact: 'absent', minutes: null },
  } as Write;
};
const queued = (...writes: Write[]) => writes.reduce(add, emptyQueue);
const values = (state: QueueState) =>
  state.waiting.map(({ content }) => ('value' in content ? content.value : null));
const written = (version: number): Outcome => ({ state: 'written', version });

test('a later value takes the place of one not yet sent and keeps what the device saw', () => {
  const first = mark('a', '4', { before: null, expected: 3 });
  const state = queued(first, mark('b', '5'), mark('a', '3', { before: first.content, expected: 0 }));
  expect(values(state)).toEqual(['3', '5']);
  expect(state.waiting[0]).toMatchObject({ expected: 3, before: null });
});

test('typing and taking back before sending sends nothing', () => {
  const state = queued(mark('a', '4'), mark('a', null));
  expect(state.waiting).toEqual([]);
});

test('taking back what is on its way is sent after it', () => {
  const sent = takeBatch(queued(mark('a', '4')), 'key-1');
  const state = add(sent, mark('a', null));
  expect(values(state)).toEqual([null]);
});

test('one batch is on its way at a time and holds one kind; it keeps its key', () => {
  const state = takeBatch(queued(mark('a', '4'), away('a'), mark('b', '5')), 'key-1');
  expect(state.batches.map(({ id, kind, writes }) => [id, kind, writes.length])).toEqual([
    ['key-1', 'mark', 2],
  ]);
  expect(state.waiting.map(({ kind }) => kind)).toEqual(['attendance']);
  expect(takeBatch(state, 'key-2')).toBe(state);
});

test('what was typed while the first value was on its way is sent against the new version', () => {
  const sent = add(takeBatch(queued(mark('a', '4')), 'key-1'), mark('a', '5'));
  const state = settle(sent, [written(7)]);
  expect(state.batches).toEqual([]);
  expect(state.waiting[0]).toMatchObject({ expected: 7, before: { value: '4' } });
});

test('a work made by the first mark is not asked for again', () => {
  const needs = { id: 'w', lessonId: 'l', ordinal: 1, workTypeId: 't', weight: null, title: null };
  const sent = add(takeBatch(queued(mark('a', '4', { needs })), 'key-1'), mark('a', '5', { needs }));
  expect(settle(sent, [written(1)]).waiting[0]?.needs).toBeNull();
});

const theirs: Outcome = {
  state: 'conflict',
  theirs: { value: '2', comment: null, pointDue: null },
  version: 9,
  authorName: 'Кузнецова М. В.',
  at: null,
};

test('a conflict waits for a decision; mine is then sent against their version', () => {
  const state = settle(takeBatch(queued(mark('a', '4')), 'key-1'), [theirs]);
  expect(state.troubles).toMatchObject([{ state: 'conflict', version: 9 }]);
  const mine = decide(state, mark('a', '4').key, 'mine');
  expect(mine.troubles).toEqual([]);
  expect(mine.waiting[0]).toMatchObject({ content: { value: '4' }, expected: 9, before: { value: '2' } });
  expect(decide(state, mark('a', '4').key, 'theirs')).toMatchObject({ troubles: [], waiting: [] });
});

test('the newest of two own values stands in the conflict', () => {
  const sent = add(takeBatch(queued(mark('a', '4')), 'key-1'), mark('a', '5'));
  const state = settle(sent, [theirs]);
  expect(state.waiting).toEqual([]);
  expect(state.troubles[0]?.write.content).toMatchObject({ value: '5' });
});

test('both devices wrote the same: no conflict', () => {
  const state = settle(takeBatch(queued(mark('a', '2')), 'key-1'), [theirs]);
  expect(state).toEqual(emptyQueue);
});

test('a refusal keeps what was typed, with its reason, until it is put away', () => {
  const refusal: Outcome = { state: 'refused', code: 'marks.periodLocked', facts: {} };
  const state = settle(takeBatch(queued(mark('a', '4'), mark('b', '5')), 'key-1'), [written(1), refusal]);
  expect(state.troubles).toMatchObject([{ code: 'marks.periodLocked', write: { content: { value: '5' } } }]);
  expect(decide(state, mark('b', '5').key, 'theirs').troubles).toEqual([]);
});

test('what a closed page left goes first, under its old key', () => {
  const left = add(takeBatch(queued(mark('a', '4')), 'old-key'), mark('b', '5'));
  const state = adopt(queued(mark('c', '3')), left);
  expect(state.batches.map(({ id }) => id)).toEqual(['old-key']);
  expect(values(state)).toEqual(['5', '3']);
  expect([...pendingWrites(state).keys()]).toHaveLength(3);
});
