import { serve } from '#platform/serve.ts';
import { mayWriteSetUp, readsSetUp } from '../school/policy.ts';
import { listBells } from './contract.ts';
import { bellsStatement } from './queries.ts';

export const bellRoutes = [
  serve(listBells, {
    policy: readsSetUp,
    read: { statement: bellsStatement, values: ({ actor }) => [actor.schoolId, mayWriteSetUp(actor)] },
  }),
];
