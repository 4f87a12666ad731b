import type { TimetableKnown, TimetablePlan } from '../timetable-import/plan-timetable.ts';
import { byId, changed, type Entry, made } from './entry-rules.ts';

/** What an import of a timetable does, row by row. */
export function timetableEntries(plan: TimetablePlan, known: TimetableKnown): readonly Entry[] {
  return [
    ...plan.newRooms.map(({ id, name }) => made('room', id, { name })),
    ...(plan.newBells ? [made('bells', plan.newBells.id, { name: plan.newBells.name })] : []),
    ...plan.structure.newGroups.map(({ id, kind, name, classIds }) =>
      made('group', id, { kind, name, classIds }),
    ),
    ...pageEntries(plan, known),
    ...templateEntries(plan, known),
    ...lessonEntries(plan, known),
  ];
}

function pageEntries({ pages }: TimetablePlan, { before }: TimetableKnown): readonly Entry[] {
  const assignments = byId(before.roster.assignments);
  return [
    ...pages.assignments.map(({ id, groupId, subjectId, hoursTenths }) =>
      made('assignment', id, { groupId, subjectId, hoursTenths, isRetired: false }),
    ),
    ...pages.broughtBack.flatMap(({ id, hoursTenths }) => {
      const page = assignments.get(id);
      if (!page) return [];
      const { groupId, subjectId, isRetired } = page;
      const old = { hoursTenths: page.hoursTenths, isRetired };
      return [
        changed('assignment', id, {
          old,
          now: { hoursTenths, isRetired: false },
          whose: { groupId, subjectId },
        }),
      ];
    }),
    ...pages.teachers.map(({ id, endDate = null, ...row }) => made('teacher', id, { ...row, endDate })),
  ];
}

function templateEntries({ templates }: TimetablePlan, known: TimetableKnown): readonly Entry[] {
  const before = byId(known.templates);
  return [
    ...templates.changed.flatMap(({ id, endDate, retiredAt }) => {
      const old = before.get(id);
      if (!old) return [];
      const now = { endDate, isRetired: retiredAt !== null };
      return [changed('template', id, { old: { endDate: old.endDate, isRetired: false }, now })];
    }),
    ...templates.added.map(({ id, endDate }) => made('template', id, { endDate, isRetired: false })),
  ];
}

function lessonEntries({ lessons }: TimetablePlan, known: TimetableKnown): readonly Entry[] {
  const before = byId(known.lessons);
  return [
    ...lessons.added.map(({ id, assignmentId, date }) =>
      made('lesson', id, { assignmentId, date, state: 'planned' }),
    ),
    ...lessons.moved.flatMap(({ id, assignmentId, date, number, starts, ends, roomId }) => {
      const lesson = before.get(id);
      if (!lesson) return [];
      const { state } = lesson;
      const old = {
        number: lesson.number,
        starts: lesson.starts,
        ends: lesson.ends,
        roomId: lesson.roomId,
        state,
      };
      const now = { number, starts, ends, roomId, state: 'planned' };
      return [changed('lesson', id, { old, now, whose: { assignmentId, date } })];
    }),
    ...lessons.retired.flatMap((id) => {
      const lesson = before.get(id);
      if (!lesson) return [];
      const { assignmentId, date, state } = lesson;
      return [
        changed('lesson', id, { old: { state }, now: { state: 'retired' }, whose: { assignmentId, date } }),
      ];
    }),
  ];
}
