import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, schoolId, uuid } from '#platform/contract.ts';
import { listedClass, names } from '../people/contract.ts';

const text = Type.String();

export const getSubgroups = endpoint({
  id: 'roster.getSubgroups',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/subgroups',
  summary: 'The divisions of a class on a date, and who is in which subgroup',
  tags: ['roster'],
  params: object({ schoolId, classId: uuid }),
  query: object({
    /** Default: today. */
    date: Type.Optional(isoDate),
  }),
  reply: object({
    today: isoDate,
    date: isoDate,
    schoolClass: listedClass,
    year: object({ name: text, startDate: isoDate, endDate: isoDate }),
    groups: Type.Array(
      object({ id: uuid, name: text, divisionTag: nullable(text), subjects: Type.Array(text) }),
    ),
    students: Type.Array(object({ id: uuid, ...names })),
    stays: Type.Array(object({ studentId: uuid, groupId: uuid })),
    mayWrite: Type.Boolean(),
  }),
  stored: false,
});

export const moveBetweenSubgroups = endpoint({
  id: 'roster.moveBetweenSubgroups',
  method: 'POST',
  path: '/api/schools/{schoolId}/classes/{classId}/subgroup-moves',
  summary: 'Students change their subgroups from a day on; all of them or none',
  tags: ['roster'],
  params: object({ schoolId, classId: uuid }),
  body: object({
    date: isoDate,
    moves: Type.Array(
      object({
        studentId: uuid,
        /** Where the client saw the student; null = in none of the division. */
        fromGroupId: nullable(uuid),
        /** Null = in none any more. */
        toGroupId: nullable(uuid),
      }),
      { minItems: 1, maxItems: 200 },
    ),
  }),
  reply: object({ moved: Type.Integer() }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'roster.unknownSubgroup': 422,
    'roster.notInClass': 422,
    'roster.outsideYear': 422,
    'roster.changedMeanwhile': 409,
  },
  idempotent: true,
});

export type SubgroupPage = Static<typeof getSubgroups.reply>;
export type SubgroupMove = Static<typeof moveBetweenSubgroups.body>['moves'][number];
