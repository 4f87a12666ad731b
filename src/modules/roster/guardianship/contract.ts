import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';
import { kinships, personFields, scopes, version } from '../person/contract.ts';

const right = {
  kinship: oneOf(kinships),
  scope: Type.Array(oneOf(scopes), { minItems: 1, maxItems: 4, uniqueItems: true }),
  /** The document it rests on: «свидетельство о рождении II-МЮ № 123456». */
  basis: nullable(shortText(200)),
};

export const addGuardianship = endpoint({
  id: 'roster.addGuardianship',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/guardianships',
  summary: 'Gives somebody, known or new, a right to a student',
  tags: ['roster'],
  params: object({ schoolId, studentId: uuid }),
  body: object({
    /** A person of the school, or a new one. */
    guardian: Type.Union([object({ personId: uuid }), object({ person: object(personFields) })]),
    ...right,
    startDate: isoDate,
  }),
  reply: object({ id: uuid, guardianId: uuid }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'roster.nameMissing': 422,
    'roster.birthDateImpossible': 422,
    'roster.unknownGuardian': 422,
    'roster.ownGuardian': 422,
    'roster.alreadyGuardian': 409,
  },
  idempotent: true,
});

export const changeGuardianship = endpoint({
  id: 'roster.changeGuardianship',
  method: 'PUT',
  path: '/api/schools/{schoolId}/guardianships/{guardianshipId}',
  summary: 'Writes kinship, scope and basis of a guardianship anew',
  tags: ['roster'],
  params: object({ schoolId, guardianshipId: uuid }),
  body: object({ ...right, expected: version }),
  reply: object({ version }),
  refusals: { notFound: 404, 'roster.changedMeanwhile': 409 },
});

export const endGuardianship = endpoint({
  id: 'roster.endGuardianship',
  method: 'POST',
  path: '/api/schools/{schoolId}/guardianships/{guardianshipId}/end',
  summary: 'Ends a guardian’s right, or takes the end back',
  tags: ['roster'],
  params: object({ schoolId, guardianshipId: uuid }),
  body: object({
    /** The last day of the right; null = it goes on. */
    endDate: nullable(isoDate),
    expected: version,
  }),
  reply: object({ version }),
  refusals: { notFound: 404, 'roster.changedMeanwhile': 409 },
});

export type GuardianshipWish = Static<typeof addGuardianship.body>;
export type GuardianshipChange = Static<typeof changeGuardianship.body>;
