import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const tags = ['timetable'] as const;

const clock = Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' });

/** A lesson of the weekly pattern: whose page, when, where. */
export const weeklyPlace = {
  pageId: uuid,
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  cycle: oneOf(['every', 'A', 'B']),
  number: Type.Integer({ minimum: 0, maximum: 20 }),
  roomId: nullable(uuid),
};

export const getWeekly = endpoint({
  id: 'rescheduling.getWeekly',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/weekly',
  summary: 'The weekly pattern of all classes on a day, with the teaching load it is made of',
  tags,
  params: object({ schoolId }),
  query: object({
    /** When absent: next Monday, or the first day of the year while there is no timetable. */
    from: Type.Optional(isoDate),
  }),
  reply: object({
    today: isoDate,
    from: isoDate,
    /** The year of `from`; null before the first one is entered. */
    year: nullable(object({ startDate: isoDate, endDate: isoDate })),
    classes: Type.Array(object({ id: uuid, grade: Type.Integer(), letter: text, shift: Type.Integer() })),
    /** The usual ones of each shift. */
    bells: Type.Array(object({ shift: Type.Integer(), number: count, starts: clock, ends: clock })),
    rooms: Type.Array(object({ id: uuid, name: text })),
    /** Who teaches one of the pages. */
    staff: Type.Array(object({ id: uuid, lastName: text, firstName: text, middleName: nullable(text) })),
    pages: Type.Array(
      object({
        id: uuid,
        subject: object({ name: text, shortName: text }),
        group: object({
          id: uuid,
          name: text,
          kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
          divisionTag: nullable(text),
          /** In the order of grades and letters. */
          classIds: Type.Array(uuid),
        }),
        /** On `from` or later. */
        staffIds: Type.Array(uuid),
        hoursTenths: count,
        journalKind: oneOf(['lesson', 'extracurricular']),
        isRetired: Type.Boolean(),
      }),
    ),
    /** Pairs of groups without a common student: they may meet. */
    apart: Type.Array(Type.Array(uuid, { minItems: 2, maxItems: 2 })),
    cards: Type.Array(object({ id: uuid, ...weeklyPlace })),
  }),
});

const places = Type.Array(object(weeklyPlace), { maxItems: 300 });

const wanted = {
  from: isoDate,
  /** The week of the class, groups with other classes included. */
  cards: places,
  /** As the client has read it. */
  expected: places,
};

const effect = object({
  counts: object({
    added: count,
    /** Other number, room or times, or back from outside the timetable. */
    moved: count,
    retired: count,
    unchanged: count,
    /** Changed by hand: left as they are. */
    byHand: count,
  }),
  /** Lessons that leave the timetable although something was entered on them; it stays. */
  held: object({ marks: count, notes: count }),
  /** Homework that will be due at another lesson. */
  homework: count,
  /** Later days from which the class was to have another week: this one goes on instead. */
  later: Type.Array(isoDate),
  /** Who or what the week of this class needs twice at a time. */
  clashes: Type.Array(
    object({
      kind: oneOf(['teacher', 'room', 'class']),
      name: text,
      weekday: Type.Integer(),
      number: count,
      lessons: Type.Array(object({ subject: text, group: text })),
    }),
  ),
  /** Agreeing to it names it: it is written exactly so, or not at all. */
  fingerprint: text,
});

/** Facts of those with 422: `field`, and `at`, the place of the card in the list. */
const refusals = {
  notFound: 404,
  'weekly.outsideYear': 422,
  'weekly.unknownPage': 422,
  'weekly.unknownRoom': 422,
  'weekly.twice': 422,
  /** Somebody else has changed this week; facts: `cards` as they stand. */
  'weekly.changedMeanwhile': 409,
  'timetable.periodLocked': 409,
} as const;

const params = object({ schoolId, classId: uuid });

export const previewWeekly = endpoint({
  id: 'rescheduling.previewWeekly',
  method: 'POST',
  path: '/api/schools/{schoolId}/timetable/weekly/{classId}/preview',
  summary: 'What another weekly pattern of a class would mean for its lessons; nothing is written',
  tags,
  params,
  body: object(wanted),
  reply: effect,
  refusals,
});

export const setWeekly = endpoint({
  id: 'rescheduling.setWeekly',
  method: 'PUT',
  path: '/api/schools/{schoolId}/timetable/weekly/{classId}',
  summary:
    'Gives a class another weekly pattern from a day to the end of the year; its lessons follow in the same act',
  tags,
  params,
  body: object({ ...wanted, agreed: Type.String({ minLength: 1, maxLength: 64 }) }),
  reply: object({ counts: effect.properties.counts, homework: count }),
  refusals: { ...refusals, idempotencyKeyReused: 422, 'weekly.outdated': 409 },
  idempotent: true,
});

export type Weekly = Static<typeof getWeekly.reply>;
export type WeeklyCard = Weekly['cards'][number];
export type WeeklyWanted = Static<typeof previewWeekly.body>;
export type WeeklyPlace = WeeklyWanted['cards'][number];
export type WeeklyEffect = Static<typeof effect>;
export type WeeklyDone = Static<typeof setWeekly.reply>;
