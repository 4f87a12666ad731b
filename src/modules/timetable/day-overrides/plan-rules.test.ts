import { describe, expect, test } from 'vitest';
import type { DayOverride } from '#modules/organisation/index.ts';
import type { DayLesson, DaysFacts } from './facts.ts';
import { planDays } from './plan-rules.ts';

const monday = '2026-12-07';
const tuesday = '2026-12-08';
const saturday = '2026-12-12';

const override = (given: Partial<DayOverride>): DayOverride => ({
  date: monday,
  scope: 'school',
  scopeId: '',
  off: false,
  asWeekday: null,
  bellScheduleId: null,
  ...given,
});

const lesson = (given: Partial<DayLesson> = {}): DayLesson => ({
  id: 'lesson',
  assignmentId: 'algebra',
  date: monday,
  seqInDay: 1,
  number: 3,
  starts: '10:15',
  ends: '10:55',
  roomId: null,
  state: 'planned',
  isChanged: false,
  leftPlaces: [],
  teacherId: null,
  mergedWithId: null,
  version: 1,
  isMovedHere: false,
  offBy: null,
  ...given,
});
const offBy = { id: 'change', oldValue: {}, newValue: {} };

const page = (id: string, classIds: readonly string[]) => ({
  id,
  subject: id,
  groupId: `group of ${id}`,
  groupName: id,
  divisionTag: null,
  classIds,
  teachers: [],
});
const card = (assignmentId: string, weekday: number, number: number) => ({
  id: `${assignmentId} ${String(weekday)}`,
  assignmentId,
  weekday,
  number,
  cycle: 'every' as const,
  roomId: null,
});
const bells = (id: string, shift: number, starts: string) => ({
  id,
  name: id,
  shift,
  isUsual: id !== 'short',
  bells: [3, 4].map((number) => ({ number, starts: `${String(number)}${starts}`, ends: '23:00' })),
});

/** 7А in the first shift, 7Б in the second; algebra of 7А on Monday third and Tuesday fourth, a shared choir on Monday. */
const facts = (lessons: readonly DayLesson[], more: Partial<DaysFacts> = {}): DaysFacts => ({
  schedules: [bells('first', 1, ':00'), bells('second', 2, ':30'), bells('short', 1, ':05')],
  templates: [
    {
      id: 'template',
      name: '',
      startDate: '2026-09-01',
      endDate: '2027-05-26',
      cards: [card('algebra', 1, 3), card('algebra', 2, 4), card('choir', 1, 3)],
    },
  ],
  classes: [
    { id: 'a', grade: 7, letter: 'А', shift: 1 },
    { id: 'b', grade: 7, letter: 'Б', shift: 2 },
  ],
  pages: [page('algebra', ['a']), page('choir', ['a', 'b'])],
  lessons,
  staff: [],
  rooms: [],
  absences: [],
  ...more,
});

const calendar = (overrides: DayOverride[]) => ({
  year: { start: '2026-09-01', end: '2027-05-26' },
  breaks: [],
  overrides,
});
type Turned = { before?: DayOverride[]; after?: DayOverride[]; isEnding?: boolean };
const span = { from: monday, to: '2026-12-13' };
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
function planOf(lessons: readonly DayLesson[], { before = [], after = [], isEnding = false }: Turned) {
  let made = 0;
  const newId = () => `new ${String((made += 1))}`;
  const plan = planDays(facts(lessons), {
    turn: { before: calendar(before), after: calendar(after) },
    span,
    isEnding,
    newId,
  });
  const { days, added, ...rest } = plan;
  const named = Object.entries(rest).flatMap(([part, rows]) => (rows.length > 0 ? [[part, ids(rows)]] : []));
  return {
    days: days.length,
    ...(added.length > 0 ? { added: added.map((row) => `${row.assignmentId} ${String(row.number)}`) } : {}),
    ...(Object.fromEntries(named) as Readonly<Record<string, string[]>>),
  };
}

describe('a day off', () => {
  const off = [override({ off: true, scope: 'class', scopeId: 'a' })];
  test.each<[string, Partial<DayLesson>, Readonly<Record<string, string[]>>]>([
    ['cancels what is planned', {}, { cancelled: ['lesson'] }],
    ['also what was put there by hand', { isChanged: true, isMovedHere: true }, { cancelled: ['lesson'] }],
    ['not what was cancelled by hand', { state: 'cancelled', isChanged: true }, {}],
    ['nor what is out of the timetable', { state: 'retired' }, {}],
    ['nor another day', { date: tuesday }, {}],
    ['leaves a group that has another class too', { assignmentId: 'choir' }, { shared: ['lesson'] }],
  ])('%s', (_, given, expected) => {
    expect(planOf([lesson(given)], { after: off })).toEqual({ days: 1, ...expected });
  });

  test('of all classes of a group is the group’s too', () => {
    const after = [override({ off: true })];
    expect(planOf([lesson({ assignmentId: 'choir' })], { after })).toEqual({
      days: 2,
      cancelled: ['lesson'],
    });
  });
});

describe('given back', () => {
  const before = [override({ off: true, scope: 'class', scopeId: 'a' })];
  const turn = { before, isEnding: true };
  const here = lesson({ number: 3, starts: '3:00', ends: '23:00' });
  test.each<[string, Partial<DayLesson>, Readonly<Record<string, string[]>>]>([
    ['its lesson stands again', { state: 'cancelled', offBy }, { restored: ['lesson'] }],
    [
      'at the hour the timetable has now',
      { state: 'cancelled', offBy, number: 4 },
      { restored: ['lesson'], moved: ['lesson'] },
    ],
    [
      'with what else was changed on it',
      { state: 'cancelled', offBy, number: 4, isChanged: true },
      { restored: ['lesson'], byHand: ['lesson'] },
    ],
    ['one cancelled by hand does not', { state: 'cancelled', isChanged: true }, { byHand: ['lesson'] }],
    [
      'one that the timetable has no more stays cancelled',
      { state: 'cancelled', offBy, seqInDay: 2 },
      { added: ['algebra 3'] },
    ],
    [
      'one moved away by hand gets no second',
      { date: tuesday, leftPlaces: [{ date: monday, seqInDay: 1 }], isChanged: true },
      {},
    ],
  ])('%s', (_, given, expected) => {
    expect(planOf([{ ...here, ...given }], turn)).toEqual({ days: 1, ...expected });
  });

  test('a wider day off goes on: nothing happens', () => {
    const wider = override({ off: true });
    const given = { before: [...before, wider], after: [wider], isEnding: true };
    expect(planOf([{ ...here, state: 'cancelled', offBy }], given)).toEqual({ days: 0 });
  });
});

describe('by another weekday', () => {
  test('a Saturday gets the lessons of Monday, as often as it is asked', () => {
    const after = [override({ date: saturday, asWeekday: 1 })];
    expect(planOf([], { after })).toEqual({ days: 2, added: ['algebra 3', 'choir 3'] });
    const known = lesson({ date: saturday, state: 'retired' });
    expect(planOf([known], { after })).toEqual({ days: 2, added: ['choir 3'], moved: ['lesson'] });
    expect(planOf([lesson({ date: saturday })], { before: after, isEnding: true })).toEqual({
      days: 2,
      retired: ['lesson'],
    });
    const substituted = lesson({ date: saturday, isChanged: true });
    expect(planOf([substituted], { before: after, isEnding: true })).toEqual({
      days: 2,
      cancelled: ['lesson'],
    });
  });

  test('a Monday as a Tuesday: lessons of both change their hour, others leave, what was put by hand stays', () => {
    const after = [override({ asWeekday: 2 })];
    const choir = lesson({ id: 'choir', assignmentId: 'choir' });
    expect(planOf([lesson(), choir], { after })).toEqual({ days: 2, moved: ['lesson'], retired: ['choir'] });
    expect(planOf([lesson(), { ...choir, isChanged: true }], { after })).toEqual({
      days: 2,
      moved: ['lesson'],
      cancelled: ['choir'],
    });
    const put = { ...choir, isChanged: true, isMovedHere: true };
    expect(planOf([lesson(), put], { after })).toEqual({ days: 2, moved: ['lesson'], byHand: ['choir'] });
  });
});

describe('other bells', () => {
  const after = [override({ bellScheduleId: 'short' })];
  test('ring for their own shift, also for what was changed or cancelled', () => {
    const lessons = [
      lesson({ id: 'plain', starts: '3:00' }),
      lesson({ id: 'substituted', starts: '3:00', seqInDay: 2, isChanged: true }),
      lesson({ id: 'cancelled', starts: '3:00', seqInDay: 3, state: 'cancelled' }),
      lesson({ id: 'retired', starts: '3:00', seqInDay: 4, state: 'retired' }),
    ];
    expect(planOf(lessons, { after })).toEqual({ days: 1, retimed: ['plain', 'substituted', 'cancelled'] });
  });

  test('have no hour for a number they do not ring', () => {
    const plan = planDays(facts([lesson({ number: 9 })]), {
      turn: { before: calendar([]), after: calendar(after) },
      span,
      isEnding: false,
      newId: () => '',
    });
    expect(plan.retimed).toEqual([{ id: 'lesson', starts: null, ends: null }]);
  });
});
