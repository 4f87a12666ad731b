import { serve } from '#platform/serve.ts';
import { getTeacherDay } from './contract.ts';
import { teacherDayPolicy } from './policy.ts';
import { teacherDay } from './queries.ts';

export const teacherDayRoutes = [
  serve(getTeacherDay, {
    policy: teacherDayPolicy,
    read: {
      statement: teacherDay,
      values: ({ actor, query, platform }) => [
        actor.schoolId,
        actor.personId,
        query.date ?? null,
        platform.clock.schoolNow().toISOString(),
      ],
    },
  }),
];
