import { serve } from '#platform/serve.ts';
import { giveHomework } from './commands.ts';
import { assignHomework } from './contract.ts';
import { homeworkPolicy } from './policy.ts';

export const homeworkRoutes = [
  serve(assignHomework, {
    policy: homeworkPolicy,
    run: ({ tx, actor, row, body, key, platform }) =>
      giveHomework(tx, actor, { lesson: row, homework: body, key, now: platform.clock.schoolNow() }),
  }),
];
