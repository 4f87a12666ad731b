import { Type } from 'typebox';
import { endpoint, noReply, object, schoolId, shortText, uuid } from '#platform/contract.ts';
import { peopleFilter } from '../people/contract.ts';

const address = '/api/schools/{schoolId}/saved-filters/{filterId}' as const;
const params = object({ schoolId, filterId: uuid });

export const saveFilter = endpoint({
  id: 'roster.saveFilter',
  method: 'PUT',
  path: address,
  summary: 'Keeps a filter of the people’s list under a name, for this account',
  tags: ['roster'],
  params,
  body: object({
    name: Type.Intersect([shortText(60), Type.String({ minLength: 1, pattern: '\\S' })]),
    filter: object(peopleFilter),
  }),
  reply: noReply,
  refusals: { 'roster.tooManyFilters': 409 },
});

export const removeFilter = endpoint({
  id: 'roster.removeFilter',
  method: 'DELETE',
  path: address,
  summary: 'Takes a saved filter away',
  tags: ['roster'],
  params,
  reply: noReply,
});
