import { changesPolicy, timetablePolicy } from '#modules/timetable/index.ts';
import { serve } from '#platform/serve.ts';
import { effectOfEnding, effectOfSetting, endDayOverride, setDayOverride } from './commands.ts';
import * as contract from './contract.ts';
import { dayOverridesStatement, loadDayOverride } from './queries.ts';

export const dayOverrideRoutes = [
  serve(contract.getDayOverrides, {
    policy: timetablePolicy,
    read: {
      statement: dayOverridesStatement,
      values: ({ actor, platform }) => [actor.schoolId, platform.clock.schoolNow().toISOString()],
    },
  }),
  serve(contract.previewDayOverride, {
    policy: changesPolicy,
    run: ({ tx, body }) => effectOfSetting(tx, body),
  }),
  serve(contract.setDayOverride, {
    policy: changesPolicy,
    run: ({ tx, actor, params, body: { agreed, ...wanted }, key, platform }) =>
      setDayOverride(tx, actor, {
        overrideId: params.overrideId,
        wanted,
        agreed,
        key,
        now: platform.clock.schoolNow(),
      }),
  }),
  serve(contract.previewEnding, {
    policy: { ...changesPolicy, load: loadDayOverride },
    run: ({ tx, row, query }) => effectOfEnding(tx, row, query.from),
  }),
  serve(contract.endDayOverride, {
    policy: { ...changesPolicy, load: loadDayOverride },
    run: ({ tx, actor, params, body: { agreed, from }, key, platform }) =>
      endDayOverride(tx, actor, {
        overrideId: params.overrideId,
        from,
        agreed,
        key,
        now: platform.clock.schoolNow(),
      }),
  }),
];
