import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';
import { publicReasons } from '#modules/timetable/changes/rules.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const weekday = Type.Integer({ minimum: 1, maximum: 7 });
const tags = ['timetable'] as const;

export const dayScopes = ['school', 'grade', 'class'] as const;
export const dayKinds = ['off', 'weekday', 'bells'] as const;

const classRef = object({ id: uuid, grade: Type.Integer(), letter: text });

/** A special day as one reads it: whom it concerns, what it is, why. Nobody is named but who set it. */
const dayOverride = object({
  id: uuid,
  scope: oneOf(dayScopes),
  grade: nullable(Type.Integer()),
  schoolClass: nullable(classRef),
  kind: oneOf(dayKinds),
  from: isoDate,
  to: isoDate,
  asWeekday: nullable(weekday),
  bells: nullable(text),
  reasonCode: oneOf(publicReasons),
  author: nullable(object({ lastName: text, firstName: text, middleName: nullable(text) })),
  /** The day of the school it was set on. */
  setOn: isoDate,
  /** From this day on it was given back; its first day = all of it. */
  endedFrom: nullable(isoDate),
});

export const getDayOverrides = endpoint({
  id: 'rescheduling.getDayOverrides',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/day-overrides',
  summary:
    'The special days of the school year, the days off the year began with, and what can be chosen for a new one',
  tags,
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    /** Null before the first year is entered. */
    year: nullable(object({ startDate: isoDate, endDate: isoDate })),
    classes: Type.Array(classRef),
    schedules: Type.Array(object({ id: uuid, name: text, shift: Type.Integer() })),
    /** The earliest first. */
    overrides: Type.Array(dayOverride),
    /** Days off of the whole school that the year began with. */
    daysOff: Type.Array(object({ date: isoDate, name: nullable(text) })),
  }),
});

const wanted = {
  scope: oneOf(dayScopes),
  /** A grade or a class id as text; empty for the whole school. */
  scopeId: shortText(36),
  kind: oneOf(dayKinds),
  from: isoDate,
  to: isoDate,
  asWeekday: nullable(weekday),
  bellScheduleId: nullable(uuid),
  reasonCode: oneOf(publicReasons),
};

const lessonPlace = object({ id: uuid, date: isoDate, number: count, subject: text, group: text });

/** What an act means for the lessons; lists are cut after some dozens, counts are not. */
const effect = object({
  counts: object({
    cancelled: count,
    restored: count,
    added: count,
    moved: count,
    retimed: count,
    retired: count,
  }),
  classes: Type.Array(
    object({
      ...classRef.properties,
      days: count,
      cancelled: count,
      restored: count,
      added: count,
      /** Other times, number or room. */
      changed: count,
      retired: count,
    }),
  ),
  /** Lessons that fall out although something was entered on them; it stays. */
  held: object({
    marks: count,
    notes: count,
    lessons: Type.Array(object({ ...lessonPlace.properties, entries: oneOf(['marks', 'notes']) })),
  }),
  /** Lessons of groups that also have other classes: left as they are. */
  shared: object({ count, lessons: Type.Array(lessonPlace) }),
  /** Lessons changed by hand: left as they are. */
  byHand: object({ count, lessons: Type.Array(lessonPlace) }),
  /** Numbers that these bells do not ring. */
  silentNumbers: Type.Array(count),
  clashes: object({
    count,
    items: Type.Array(
      object({
        kind: oneOf(['teacher', 'room', 'class', 'away']),
        lessonId: uuid,
        other: nullable(object({ subject: text, group: text, number: count })),
        name: text,
        date: isoDate,
      }),
    ),
  }),
  /** Narrower special days among these: they stay in force. */
  narrower: Type.Array(
    object({
      grade: nullable(Type.Integer()),
      schoolClass: nullable(classRef),
      kind: oneOf(dayKinds),
      from: isoDate,
      to: isoDate,
      reasonCode: oneOf(publicReasons),
    }),
  ),
  /** Agreeing to it names it: the act is done exactly so, or not at all. */
  fingerprint: text,
});

/** Facts of the first nine: `field` of the request. */
const refusals = {
  notFound: 404,
  'dayOverrides.noYear': 409,
  'dayOverrides.outsideYear': 422,
  'dayOverrides.span': 422,
  'dayOverrides.oneDay': 422,
  'dayOverrides.unknownScope': 422,
  'dayOverrides.noWeekday': 422,
  'dayOverrides.unknownBells': 422,
  /** That weekday has no lessons for these classes. */
  'dayOverrides.noTimetable': 422,
  /** The same classes have a special day then; facts: from, to, kind, reasonCode. */
  'dayOverrides.taken': 409,
  'dayOverrides.nothingChanges': 422,
  'timetable.periodLocked': 409,
} as const;

const writing = {
  idempotencyKeyReused: 422,
  /** Something changed since the preview; it must be read again. */
  'dayOverrides.outdated': 409,
  'dayOverrides.exists': 409,
} as const;

export const previewDayOverride = endpoint({
  id: 'rescheduling.previewDayOverride',
  method: 'POST',
  path: '/api/schools/{schoolId}/timetable/day-overrides/preview',
  summary: 'What a special day would mean for lessons; nothing is written',
  tags,
  params: object({ schoolId }),
  body: object(wanted),
  reply: effect,
  refusals,
});

const fingerprint = Type.String({ minLength: 1, maxLength: 64 });

const done = object({
  overrideId: uuid,
  counts: effect.properties.counts,
  /** Homework that is due at another lesson now. */
  homework: count,
});

export const setDayOverride = endpoint({
  id: 'rescheduling.setDayOverride',
  method: 'PUT',
  path: '/api/schools/{schoolId}/timetable/day-overrides/{overrideId}',
  summary:
    'Makes days special: no lessons, lessons of another weekday, other bells; lessons follow in the same act',
  tags,
  params: object({ schoolId, overrideId: uuid }),
  body: object({ ...wanted, agreed: fingerprint }),
  reply: done,
  refusals: { ...refusals, ...writing },
  idempotent: true,
});

const endingRefusals = {
  notFound: 404,
  /** That day is not among its days; facts: `field`. */
  'dayOverrides.notInForce': 422,
  'timetable.periodLocked': 409,
} as const;

export const previewEnding = endpoint({
  id: 'rescheduling.previewEnding',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/day-overrides/{overrideId}/ending',
  summary: 'What giving days back would mean for lessons; nothing is written',
  tags,
  params: object({ schoolId, overrideId: uuid }),
  query: object({ from: isoDate }),
  reply: effect,
  refusals: endingRefusals,
});

export const endDayOverride = endpoint({
  id: 'rescheduling.endDayOverride',
  method: 'PUT',
  path: '/api/schools/{schoolId}/timetable/day-overrides/{overrideId}/ending',
  summary: 'Gives special days back from one of them on: the same lessons stand again',
  tags,
  params: object({ schoolId, overrideId: uuid }),
  body: object({ from: isoDate, agreed: fingerprint }),
  reply: done,
  refusals: { ...endingRefusals, idempotencyKeyReused: 422, 'dayOverrides.outdated': 409 },
  idempotent: true,
});

export type DayOverrideWanted = Static<typeof previewDayOverride.body>;
export type DayOverrideEffect = Static<typeof effect>;
export type DayOverrideDone = Static<typeof done>;
export type StoredDayOverride = Static<typeof dayOverride>;
