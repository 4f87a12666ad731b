import { serve } from '#platform/serve.ts';
import { readerValues, timetablePolicy } from '../week/policy.ts';
import { getDayBoard } from './contract.ts';
import { dayStatement } from './queries.ts';

export const dayRoutes = [
  serve(getDayBoard, {
    policy: timetablePolicy,
    read: {
      statement: dayStatement,
      values: ({ actor, params, platform }) => [
        ...readerValues(actor, platform.clock.schoolNow()),
        params.date,
      ],
    },
  }),
];
