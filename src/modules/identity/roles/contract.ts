import { Type } from 'typebox';
import { staffRoles } from '#platform/actor.ts';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

export const listRoles = endpoint({
  id: 'identity.listRoles',
  method: 'GET',
  path: '/api/schools/{schoolId}/persons/{personId}/roles',
  summary: 'The roles a person holds or held at the school',
  tags: ['identity'],
  params: object({ schoolId, personId: uuid }),
  reply: object({
    roles: Type.Array(object({ role: oneOf(staffRoles), startDate: isoDate, endDate: nullable(isoDate) })),
  }),
  stored: false,
});
