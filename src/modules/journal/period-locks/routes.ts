import { serve } from '#platform/serve.ts';
import { lockPeriod, openPeriod } from './commands.ts';
import { listPeriodLocks, lockPeriod as lockEndpoint, openPeriod as openEndpoint } from './contract.ts';
import { controlPolicy, mayLockPeriods, periodLockPolicy } from './policy.ts';
import { periodLocks } from './queries.ts';

export const periodLockRoutes = [
  serve(listPeriodLocks, {
    policy: controlPolicy,
    read: {
      statement: periodLocks,
      values: ({ actor, platform }) => [
        actor.schoolId,
        platform.clock.schoolNow().toISOString(),
        mayLockPeriods(actor),
      ],
    },
  }),
  serve(lockEndpoint, {
    policy: periodLockPolicy,
    run: ({ tx, actor, row, body, key, platform }) =>
      lockPeriod(tx, actor, {
        period: row,
        grades: body.grades,
        key,
        now: platform.clock.schoolNow(),
      }).then(({ grades }) => ({ grades: [...grades] })),
  }),
  serve(openEndpoint, {
    policy: periodLockPolicy,
    run: ({ tx, actor, row, body, key, platform }) =>
      openPeriod(tx, actor, {
        period: row,
        grades: body.grades,
        reason: body.reason,
        key,
        now: platform.clock.schoolNow(),
      }).then(({ grades }) => ({ grades: [...grades] })),
  }),
];
