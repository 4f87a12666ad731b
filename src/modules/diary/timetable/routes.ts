import { serve } from '#platform/serve.ts';
import { diaryPolicy } from '../access/policy.ts';
import { diaryVersion } from '../diary-version.ts';
import { weekValues } from '../week/routes.ts';
import { getTimetable } from './contract.ts';
import { timetableStatement } from './queries.ts';

export const timetableRoutes = [
  serve(getTimetable, {
    policy: diaryPolicy,
    read: {
      statement: timetableStatement,
      values: ({ actor, params, query, platform }) =>
        weekValues(actor, {
          studentId: params.studentId,
          day: query.from,
          now: platform.clock.schoolNow(),
        }).slice(0, 5),
      etag: diaryVersion,
    },
  }),
];
