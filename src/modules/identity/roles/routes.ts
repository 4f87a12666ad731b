import { readsPeople } from '#modules/roster/index.ts';
import { serve } from '#platform/serve.ts';
import { listRoles } from './contract.ts';
import { rolesOfPerson } from './queries.ts';

/** Read by those who read the school's people; granted elsewhere. */
export const roleRoutes = [
  serve(listRoles, {
    policy: readsPeople,
    read: { statement: rolesOfPerson, values: ({ actor, params }) => [actor.schoolId, params.personId] },
  }),
];
