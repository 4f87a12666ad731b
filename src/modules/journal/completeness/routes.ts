import { serve } from '#platform/serve.ts';
import { controlPolicy } from '../period-locks/policy.ts';
import { getCompleteness, listFewMarks, listHeldLessons } from './contract.ts';
import { completeness, fewMarks, heldLessons } from './queries.ts';

export const completenessRoutes = [
  serve(getCompleteness, {
    policy: controlPolicy,
    read: {
      statement: completeness,
      values: ({ actor, query, platform }) => [
        actor.schoolId,
        platform.clock.schoolNow().toISOString(),
        query.from ?? null,
        query.to ?? null,
      ],
    },
  }),
  serve(listHeldLessons, {
    policy: controlPolicy,
    read: {
      statement: heldLessons,
      values: ({ actor, query, platform }) => [
        actor.schoolId,
        platform.clock.schoolNow().toISOString(),
        query.from ?? null,
        query.to ?? null,
        query.teacherId ?? null,
        query.classId ?? null,
        query.lack ?? null,
      ],
    },
  }),
  serve(listFewMarks, {
    policy: controlPolicy,
    read: {
      statement: fewMarks,
      values: ({ actor, query, platform }) => [
        actor.schoolId,
        platform.clock.schoolNow().toISOString(),
        query.from,
        query.to,
        query.teacherId ?? null,
        query.classId ?? null,
      ],
    },
  }),
];
