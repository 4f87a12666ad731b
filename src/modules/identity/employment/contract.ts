import { Type } from 'typebox';
import { staffRoles } from '#platform/actor.ts';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';

const line = (max: number) => Type.Intersect([shortText(max), Type.String({ minLength: 1, pattern: '\\S' })]);
const roles = Type.Array(oneOf(staffRoles), { maxItems: 8, uniqueItems: true });

const post = {
  position: line(120),
  staffNumber: nullable(shortText(40)),
  startDate: isoDate,
  /** The last day; null = works on. */
  endDate: nullable(isoDate),
  /** What the person may do from today on, or from the first day. */
  roles,
};

export const employ = endpoint({
  id: 'identity.employ',
  method: 'POST',
  path: '/api/schools/{schoolId}/staff',
  summary: 'Takes somebody on as staff, with roles: a new person or one the school knows',
  tags: ['identity'],
  params: object({ schoolId }),
  body: object({
    /** A person the school has already, a guardian perhaps; or a new one. */
    who: Type.Union([
      object({ personId: uuid }),
      object({
        person: object({
          lastName: shortText(80),
          firstName: shortText(80),
          middleName: nullable(shortText(80)),
          birthDate: nullable(isoDate),
          gender: nullable(oneOf(['male', 'female'])),
          phone: nullable(shortText(40)),
          email: nullable(shortText(120)),
        }),
        /** Namesakes the office has said to be somebody else. */
        notTheSameAs: Type.Array(uuid, { maxItems: 50 }),
      }),
    ]),
    ...post,
  }),
  reply: object({ personId: uuid }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'post.alikePersons': 409,
    'roster.nameMissing': 422,
    'roster.birthDateImpossible': 422,
    'post.worksAlready': 409,
    'post.endsBeforeBegins': 422,
  },
  idempotent: true,
});

export const setPost = endpoint({
  id: 'identity.setPost',
  method: 'PUT',
  path: '/api/schools/{schoolId}/staff/{staffId}',
  summary:
    'Writes the post and roles of a member of staff anew; the last day ends roles, classes led and pages',
  tags: ['identity'],
  params: object({ schoolId, staffId: uuid }),
  body: object({ ...post, expected: object(post) }),
  reply: object({ roles }),
  refusals: {
    notFound: 404,
    'post.changedMeanwhile': 409,
    'post.endsBeforeBegins': 422,
    'post.lastAdministrator': 409,
  },
});
