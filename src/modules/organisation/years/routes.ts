import { serve } from '#platform/serve.ts';
import { mayWriteSetUp, readsSetUp } from '../school/policy.ts';
import { listYears } from './contract.ts';
import { yearsStatement } from './year-queries.ts';

export const yearRoutes = [
  serve(listYears, {
    policy: readsSetUp,
    read: {
      statement: yearsStatement,
      values: ({ actor }) => [actor.schoolId, actor.today, mayWriteSetUp(actor)],
    },
  }),
];
