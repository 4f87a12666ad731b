import { serve } from '#platform/serve.ts';
import { setFinalMarks } from './commands.ts';
import * as contract from './contract.ts';
import { finalMarksPolicy } from './policy.ts';

export const finalMarksRoutes = [
  serve(contract.setFinalMarks, {
    policy: finalMarksPolicy,
    async run({ tx, actor, row, body, key, platform }) {
      const now = platform.clock.schoolNow();
      return { cells: await setFinalMarks(tx, actor, { facts: row, cells: body.cells, key, now }) };
    },
  }),
];
