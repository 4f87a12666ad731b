import { serve } from '#platform/serve.ts';
import { pagePolicy, pageReach } from '../pages/policy.ts';
import { setMarks } from './commands.ts';
import * as contract from './contract.ts';
import { marksPolicy } from './policy.ts';
import { markRevisions } from './queries.ts';

export const marksRoutes = [
  serve(contract.setMarks, {
    policy: marksPolicy,
    async run({ tx, actor, row, body, key, platform }) {
      const now = platform.clock.schoolNow();
      return { cells: await setMarks(tx, actor, { facts: row, ...body, key, now }) };
    },
  }),
  serve(contract.getMarkRevisions, {
    policy: pagePolicy,
    read: {
      statement: markRevisions,
      values: ({ actor, params }) => [
        actor.schoolId,
        params.pageId,
        params.workId,
        params.studentId,
        ...pageReach(actor),
        actor.today,
      ],
    },
  }),
];
