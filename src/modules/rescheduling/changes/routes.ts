import { changesPolicy } from '#modules/timetable/index.ts';
import { serve } from '#platform/serve.ts';
import { changeLessons, loadAct, undoChanges } from './commands.ts';
import * as contract from './contract.ts';

export const reschedulingRoutes = [
  serve(contract.changeLessons, {
    policy: changesPolicy,
    run: ({ tx, actor, params, body, key, platform }) =>
      changeLessons(tx, actor, { actId: params.actId, act: body, key, now: platform.clock.schoolNow() }),
  }),
  serve(contract.undoChanges, {
    policy: { ...changesPolicy, load: loadAct },
    run: ({ tx, actor, params, row, key, platform }) =>
      undoChanges(tx, actor, { actId: params.actId, act: row, key, now: platform.clock.schoolNow() }),
  }),
];
