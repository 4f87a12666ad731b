import { serve } from '#platform/serve.ts';
import { recordLesson } from './commands.ts';
import * as contract from './contract.ts';
import { lessonRecordPolicy } from './policy.ts';

export const lessonRecordRoutes = [
  serve(contract.recordLesson, {
    policy: lessonRecordPolicy,
    run: ({ tx, actor, row, body, key, platform }) =>
      recordLesson(tx, actor, { facts: row, ...body, key, now: platform.clock.schoolNow() }),
  }),
];
