import { serve } from '#platform/serve.ts';
import { putWork } from './commands.ts';
import { setWork } from './contract.ts';
import { worksPolicy } from './policy.ts';

export const worksRoutes = [
  serve(setWork, {
    policy: worksPolicy,
    run: ({ tx, actor, row, params, body, key, platform }) =>
      putWork(tx, actor, {
        facts: row,
        workId: params.workId,
        work: body,
        key,
        now: platform.clock.schoolNow(),
      }),
  }),
];
