import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginDraft,
  draftText,
  isSame,
  isTouched,
  parseDraft,
  rebase,
  redo,
  step,
  undo,
  weekOf,
} from './draft-rules.ts';
import { change, copyDay, neighbour, paste, type Place, put } from './place-rules.ts';

const place = (pageId: string, weekday: number, number: number, more: Partial<Place> = {}): Place => ({
  pageId,
  weekday,
  number,
  cycle: 'every',
  roomId: null,
  ...more,
});
const algebra = place('algebra', 1, 2);
const history = place('history', 1, 3);
const physics = place('physics', 2, 1);

describe('a week being put together', () => {
  test('goes back and forth; a new step forgets what was undone; the same week is no step', () => {
    const one = step(beginDraft([algebra]), [algebra, history]);
    expect(isTouched(one)).toBe(true);
    expect(isTouched(undo(one))).toBe(false);
    expect(weekOf(redo(undo(one)))).toEqual([algebra, history]);
    const other = step(undo(one), [algebra, physics]);
    expect(weekOf(redo(other))).toEqual([algebra, physics]);
    expect(step(one, [history, algebra])).toBe(one);
  });

  test('keeps through a reload what was typed, and nothing that is no week', () => {
    const draft = step(beginDraft([algebra]), [history]);
    const again = parseDraft(draftText(draft));
    expect(again && [again.base, weekOf(again)]).toEqual([[algebra], [history]]);
    for (const text of [null, '', '{"base":1}', 'null']) expect(parseDraft(text)).toBeNull();
  });

  test('is carried over onto what somebody else has saved', () => {
    const mine = step(beginDraft([algebra, history]), [algebra, physics]);
    const theirs = [algebra, history, place('music', 5, 1)];
    const carried = rebase(mine, theirs);
    expect(isSame(weekOf(carried), [algebra, physics, place('music', 5, 1)])).toBe(true);
    expect(carried.base).toEqual(theirs);
  });

  test('nobody else having changed anything, carrying over changes nothing', () => {
    const places = fc.uniqueArray(
      fc.record({
        pageId: fc.constantFrom('a', 'b', 'c'),
        weekday: fc.integer({ min: 1, max: 3 }),
        number: fc.integer({ min: 0, max: 3 }),
        cycle: fc.constantFrom('every', 'A', 'B'),
        roomId: fc.constantFrom(null, 'r'),
      }),
      { selector: (one) => JSON.stringify(one) },
    );
    fc.assert(
      fc.property(places, places, (base, wanted) => {
        const draft = step(beginDraft(base), wanted);
        expect(isSame(weekOf(rebase(draft, base)), wanted)).toBe(true);
      }),
    );
  });
});

describe('lessons on the week', () => {
  test('a page has one lesson at a time, weeks A and B side by side', () => {
    const oddWeek = place('algebra', 1, 2, { cycle: 'A' });
    expect(put([algebra], oddWeek)).toEqual([oddWeek]);
    expect(put([oddWeek], place('algebra', 1, 2, { cycle: 'B' }))).toHaveLength(2);
    expect(put([algebra], { ...history, number: 2 })).toHaveLength(2);
  });

  test('are moved, pasted and copied by the day', () => {
    expect(change([algebra, history], algebra, { weekday: 5 })).toEqual([
      history,
      { ...algebra, weekday: 5 },
    ]);
    expect(paste([algebra, physics], [algebra], { weekday: 2, number: 1 })).toEqual([
      algebra,
      { ...algebra, weekday: 2, number: 1 },
    ]);
    expect(copyDay([algebra, history, physics], 1, 2)).toEqual([
      algebra,
      history,
      { ...algebra, weekday: 2 },
      { ...history, weekday: 2 },
    ]);
  });

  test.each([
    ['ArrowLeft', null],
    ['ArrowRight', { weekday: 2, number: 1 }],
    ['ArrowDown', { weekday: 1, number: 2 }],
    ['ArrowUp', null],
    ['End', { weekday: 5, number: 1 }],
    ['a', null],
  ])('%s leads on, or nowhere', (key, to) => {
    const week = { days: [1, 2, 3, 4, 5], numbers: [1, 2] };
    expect(neighbour({ weekday: 1, number: 1 }, key, week)).toEqual(to);
  });
});
