import { type Static, Type } from 'typebox';
import { isoDate, isoMoment, nullable, object, oneOf, uuid } from '#platform/contract.ts';
import { changeReasons, publicReasons } from '../changes/rules.ts';

const text = Type.String();
const count = Type.Integer();
export const clockTime = Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' });

export const staffName = object({ id: uuid, lastName: text, firstName: text, middleName: nullable(text) });
export const classRef = object({ id: uuid, grade: count, letter: text });
export const roomRef = object({ id: uuid, name: text });

const publicReason = nullable(oneOf(publicReasons));

/** Why a day has no lessons; `until` = the last day of several. */
export const dayOff = nullable(
  object({ name: nullable(text), until: nullable(isoDate), reason: publicReason }),
);

/** What else is special on a day. */
export const daySpecial = nullable(
  object({ asWeekday: nullable(count), otherBells: Type.Boolean(), reason: publicReason }),
);

const reasonCode = nullable(oneOf(changeReasons));

/** One standing change of a lesson: what stood there before. Personal reasons are null for who may not know them. */
const standingChange = object({
  id: uuid,
  actId: uuid,
  kind: oneOf(['substitution', 'cancellation', 'move', 'room', 'merge', 'bells']),
  at: isoMoment,
  reasonCode,
  note: nullable(text),
  author: nullable(staffName),
  oldDate: nullable(isoDate),
  oldNumber: nullable(count),
  oldRoom: nullable(text),
  oldTeacher: nullable(staffName),
  /** Nothing came after it, so it can be taken back. */
  isLast: Type.Boolean(),
});

/** A dated lesson as the staff sees it. */
export const staffLesson = object({
  id: uuid,
  pageId: uuid,
  date: isoDate,
  number: count,
  starts: nullable(clockTime),
  ends: nullable(clockTime),
  state: oneOf(['planned', 'cancelled', 'retired']),
  version: count,
  subject: object({ id: uuid, name: text, shortName: text }),
  group: object({
    id: uuid,
    name: text,
    kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
  }),
  classes: Type.Array(classRef),
  /** Who really teaches it; null when there is nobody. */
  teacher: nullable(staffName),
  isTeacherAway: Type.Boolean(),
  room: nullable(roomRef),
  replacesId: nullable(uuid),
  mergedWithId: nullable(uuid),
  changes: Type.Array(standingChange),
});

export const movedLesson = object({
  lessonId: uuid,
  actId: uuid,
  number: nullable(count),
  subject: text,
  classes: Type.Array(classRef),
  toDate: isoDate,
  toNumber: count,
  reasonCode,
});

export type StaffLesson = Static<typeof staffLesson>;
export type StandingChange = StaffLesson['changes'][number];
export type MovedLesson = Static<typeof movedLesson>;
export type StaffName = Static<typeof staffName>;
