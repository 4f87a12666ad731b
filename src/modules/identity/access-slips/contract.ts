import { type Static, Type } from 'typebox';
import { endpoint, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

const text = Type.String();

const accessPerson = object({
  personId: uuid,
  lastName: text,
  firstName: text,
  middleName: nullable(text),
  state: oneOf(['none', 'slip', 'slipExpired', 'temporary', 'active', 'blocked']),
  login: nullable(text),
  slipExpiresAt: nullable(isoMoment),
  lastSignInAt: nullable(isoMoment),
  /** A second factor is asked for after the password. */
  hasFactor: Type.Boolean(),
  mayResetFactor: Type.Boolean(),
  /** Letters to the person's own e-mail come back; the address is shown to nobody but its owner. */
  mailReturns: Type.Boolean(),
  /** Why no slip can be given; null = one can. */
  refusal: nullable(oneOf(['blocked', 'staffAccount', 'otherSchool', 'notAllowed'])),
});

export type AccessPerson = Static<typeof accessPerson>;

const classAccess = object({
  schoolClass: object({ id: uuid, grade: Type.Integer(), letter: text }),
  students: Type.Array(
    object({
      student: accessPerson,
      guardians: Type.Array(object({ kinship: text, guardian: accessPerson })),
    }),
  ),
});

export type ClassAccess = Static<typeof classAccess>;

/** A slip per person; the PDF has them in the order of the list. */
const slipBody = object({
  personIds: Type.Array(uuid, { minItems: 1, maxItems: 300, uniqueItems: true }),
  language: Type.Optional(oneOf(['ru', 'en'])),
});

const refusals = {
  /** Somebody is not on this list any more; facts: `personId`. */
  'accessSlips.notListed': 409,
  /** Facts: `personId`, `why` (`blocked`, `staffAccount`, `otherSchool`). */
  'accessSlips.refused': 403,
} as const;

const pdf = Type.String({ contentMediaType: 'application/pdf' });

export const getClassAccess = endpoint({
  id: 'identity.getClassAccess',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/access',
  summary: 'Who of a class and its families signs in already',
  tags: ['identity'],
  params: object({ schoolId, classId: uuid }),
  reply: classAccess,
  stored: false,
});

export const issueClassSlips = endpoint({
  id: 'identity.issueClassSlips',
  method: 'POST',
  path: '/api/schools/{schoolId}/classes/{classId}/access-slips',
  summary:
    'Access slips of students and guardians of a class as PDF, eight on a sheet; earlier unused ones end',
  tags: ['identity'],
  params: object({ schoolId, classId: uuid }),
  body: slipBody,
  reply: pdf,
  refusals,
  stored: false,
});

const staffAccess = object({ staff: Type.Array(object({ position: text, person: accessPerson })) });

export const getStaffAccess = endpoint({
  id: 'identity.getStaffAccess',
  method: 'GET',
  path: '/api/schools/{schoolId}/staff-access',
  summary: 'Who of the staff signs in already',
  tags: ['identity'],
  params: object({ schoolId }),
  reply: staffAccess,
  stored: false,
});

export const issueStaffSlips = endpoint({
  id: 'identity.issueStaffSlips',
  method: 'POST',
  path: '/api/schools/{schoolId}/staff-access-slips',
  summary: 'Access slips of staff as PDF, eight on a sheet; earlier unused ones end',
  tags: ['identity'],
  params: object({ schoolId }),
  body: slipBody,
  reply: pdf,
  refusals,
  stored: false,
});
