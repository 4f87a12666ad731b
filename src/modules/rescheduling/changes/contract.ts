import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';
import { changeReasons } from '#modules/timetable/changes/rules.ts';

const version = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const lesson = {
  lessonId: uuid,
  /** The version this device saw. */
  expected: version,
};

const change = Type.Union([
  object({ kind: oneOf(['substitution']), ...lesson, teacherId: uuid }),
  object({ kind: oneOf(['replacement']), ...lesson, pageId: uuid }),
  object({ kind: oneOf(['cancellation']), ...lesson }),
  object({
    kind: oneOf(['move']),
    ...lesson,
    date: isoDate,
    number: Type.Integer({ minimum: 0, maximum: 20 }),
  }),
  object({ kind: oneOf(['merge']), ...lesson, withLessonId: uuid }),
  object({ kind: oneOf(['room']), ...lesson, roomId: nullable(uuid) }),
]);

const refusals = {
  notFound: 404,
  idempotencyKeyReused: 422,
  'timetable.emptyAct': 422,
  'timetable.repeatedLesson': 422,
  'timetable.unknownLesson': 422,
  'timetable.unknownTeacher': 422,
  /** Who teaches the page gets the lesson back by undoing the substitution. */
  'timetable.ownTeacher': 422,
  'timetable.unknownPage': 422,
  'timetable.unknownRoom': 422,
  'timetable.outsideYear': 422,
  'timetable.cannotMerge': 422,
  'timetable.nothingChanges': 422,
  'timetable.absenceSpan': 422,
  'timetable.changedMeanwhile': 409,
  'timetable.lessonNotPlanned': 409,
  'timetable.slotTaken': 409,
  'timetable.periodLocked': 409,
  'timetable.lessonHasEntries': 409,
  /** Facts name what would meet; the same act with `acceptsClashes` is done. */
  'timetable.clashes': 409,
} as const;

const changed = object({
  actId: uuid,
  lessons: Type.Array(object({ id: uuid, version })),
  /** Homework that is due at another lesson now. */
  homework: Type.Integer(),
});

export const changeLessons = endpoint({
  id: 'rescheduling.changeLessons',
  method: 'PUT',
  path: '/api/schools/{schoolId}/timetable/acts/{actId}',
  summary: 'Changes lessons in one act, all or none: substitution, cancellation, move, room, merged groups',
  tags: ['timetable'],
  params: object({ schoolId, actId: uuid }),
  body: object({
    reasonCode: oneOf(changeReasons),
    /** For those who change the timetable; families never read it. */
    note: nullable(shortText(300)),
    /** Somebody is away, both days included. */
    absence: nullable(object({ staffId: uuid, from: isoDate, to: isoDate })),
    changes: Type.Array(change, { maxItems: 200 }),
    /** The clashes were shown and are wanted. */
    acceptsClashes: Type.Boolean(),
  }),
  reply: changed,
  refusals,
  idempotent: true,
});

export const undoChanges = endpoint({
  id: 'rescheduling.undoChanges',
  method: 'PUT',
  path: '/api/schools/{schoolId}/timetable/acts/{actId}/undoing',
  summary: 'Takes an act back: its lessons stand again as before',
  tags: ['timetable'],
  params: object({ schoolId, actId: uuid }),
  reply: changed,
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'timetable.changedMeanwhile': 409,
    'timetable.slotTaken': 409,
    'timetable.periodLocked': 409,
    'timetable.lessonHasEntries': 409,
  },
  idempotent: true,
});

export type ActWanted = Static<typeof changeLessons.body>;
export type ActDone = Static<typeof changed>;
