import { serve } from '#platform/serve.ts';
import { getClassAbsences, getClassDay } from './contract.ts';
import { classDayPolicy, classReach } from './policy.ts';
import { classAbsences, classDay } from './queries.ts';

export const classDayRoutes = [
  serve(getClassDay, {
    policy: classDayPolicy,
    read: {
      statement: classDay,
      values: ({ actor, params, query, platform }) => [
        actor.schoolId,
        params.classId,
        ...classReach(actor),
        query.date ?? null,
        platform.clock.schoolNow().toISOString(),
      ],
    },
  }),
  serve(getClassAbsences, {
    policy: classDayPolicy,
    read: {
      statement: classAbsences,
      values: ({ actor, params, query, platform }) => [
        actor.schoolId,
        params.classId,
        ...classReach(actor),
        query.from,
        query.to,
        platform.clock.schoolNow().toISOString(),
      ],
    },
  }),
];
