import { changesPolicy } from '#modules/timetable/index.ts';
import { serve } from '#platform/serve.ts';
import { effectOfWeekly, setWeekly as writeWeekly } from './commands.ts';
import { getWeekly, previewWeekly, setWeekly } from './contract.ts';
import { loadClass, weeklyStatement } from './queries.ts';

export const weeklyRoutes = [
  serve(getWeekly, {
    policy: changesPolicy,
    read: {
      statement: weeklyStatement,
      values: ({ actor, query }) => [actor.schoolId, actor.today, query.from ?? null],
    },
  }),
  serve(previewWeekly, {
    policy: { ...changesPolicy, load: loadClass },
    run: ({ tx, actor, params, body, platform }) =>
      effectOfWeekly(tx, actor, {
        classId: params.classId,
        wanted: body,
        now: platform.clock.schoolNow(),
      }),
  }),
  serve(setWeekly, {
    policy: { ...changesPolicy, load: loadClass },
    run: ({ tx, actor, params, body: { agreed, ...wanted }, key, platform }) =>
      writeWeekly(tx, actor, {
        classId: params.classId,
        wanted,
        agreed,
        key,
        now: platform.clock.schoolNow(),
      }),
  }),
];
