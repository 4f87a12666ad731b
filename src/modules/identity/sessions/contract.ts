import { type Static, Type } from 'typebox';
import { staffRoles } from '#platform/actor.ts';
import {
  endpoint,
  isoDate,
  isoMoment,
  noReply,
  nullable,
  object,
  oneOf,
  schoolId,
  uuid,
} from '#platform/contract.ts';

/** How the members of a school are related to a student; `self` is the student's own person. */
export const kinships = [
  'self',
  'mother',
  'father',
  'grandmother',
  'grandfather',
  'guardian',
  'other',
] as const;

const guardianshipScopes = ['marks', 'messages', 'contacts', 'documents'] as const;

const personNames = {
  lastName: Type.String(),
  firstName: Type.String(),
  middleName: nullable(Type.String()),
};

/** A student this account reads as family. `className` is the class of today, as `7 «Б»` is made of. */
const ownStudent = object({
  studentId: uuid,
  ...personNames,
  kinship: oneOf(kinships),
  scope: Type.Array(oneOf(guardianshipScopes)),
  schoolClass: nullable(object({ id: uuid, grade: Type.Integer(), letter: Type.String() })),
});

/** One person of the account: the record one school holds of it. */
const sessionPerson = object({
  schoolId,
  schoolName: Type.String(),
  schoolShortName: Type.String(),
  timeZone: Type.String(),
  /** The school's date by the school clock. */
  today: isoDate,
  personId: uuid,
  ...personNames,
  /** Grants valid today; `endDate` is the last day included. */
  roles: Type.Array(object({ role: oneOf(staffRoles), startDate: isoDate, endDate: nullable(isoDate) })),
  homeroomClasses: Type.Array(object({ id: uuid, grade: Type.Integer(), letter: Type.String() })),
  students: Type.Array(ownStudent),
});

export const sessionReply = object({
  account: object({ id: uuid, login: Type.String(), locale: Type.String() }),
  /** `staff` sessions end the same day, `family` ones last through a term, `shared` ones a few lessons. */
  kind: oneOf(['family', 'staff', 'shared']),
  /** A date from which a second factor is asked for that is not set up; null = none is. */
  secondFactorFrom: nullable(isoDate),
  idleUntil: isoMoment,
  expiresAt: isoMoment,
  persons: Type.Array(sessionPerson),
});

export type SessionReply = Static<typeof sessionReply>;

/** Texts are cut by the browser's form as well; the limits keep a hash's work bounded. */
export const credentials = object({
  login: Type.String({ minLength: 1, maxLength: 128 }),
  password: Type.String({ minLength: 1, maxLength: 256 }),
  /** Of the application, where the account has a second factor. */
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
});

/** Why a sign-in was refused, and the status it answers with. */
export const signInRefusals = {
  /** The login is unknown, the password is wrong or the account is disabled: never told apart. */
  'signIn.wrong': 401,
  /** The slip's time is over: the school gives another one. Told to whoever holds its secret alone. */
  'signIn.slipExpired': 401,
  /** The password was right; a `code` is needed too. */
  'signIn.factorNeeded': 401,
  /** The code is wrong, was used before or its time is over. */
  'signIn.wrongFactor': 401,
  /** Too many failed tries; facts: `seconds` to wait. */
  'signIn.slowDown': 429,
  /** Too many people sign in at once; facts: `seconds` until a place is likely. */
  'signIn.busy': 503,
} as const;

export const getSession = endpoint({
  id: 'identity.getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in: persons, roles, own students',
  tags: ['identity'],
  reply: sessionReply,
  stored: false,
});

export const startSession = endpoint({
  id: 'identity.startSession',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie and ends the session the browser had',
  tags: ['identity'],
  body: credentials,
  reply: sessionReply,
  refusals: signInRefusals,
  stored: false,
});

export const endSession = endpoint({
  id: 'identity.endSession',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; answers 204 without a session too',
  tags: ['identity'],
  reply: noReply,
  stored: false,
});
