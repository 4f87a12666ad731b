import { serve } from '#platform/serve.ts';
import { getSchool } from './contract.ts';
import { schoolCard } from './queries.ts';

export const schoolRoutes = [
  serve(getSchool, {
    policy: {
      // Everybody who belongs to a school may read its card; nothing in it is personal.
      fence: (actor) => ({ schoolId: actor.schoolId, studentIds: [] }),
      may: () => true,
    },
    read: { statement: schoolCard, values: ({ actor }) => [actor.schoolId] },
  }),
];
