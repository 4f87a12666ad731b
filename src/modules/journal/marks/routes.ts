import { serve } from '#platform/serve.ts';
import { knownFacts } from '../pages/known-facts.ts';
import { pagePolicy, pageReach } from '../pages/policy.ts';
import { setMarks } from './commands.ts';
import * as contract from './contract.ts';
import { marksPolicy } from './policy.ts';
import { markRevisions } from './queries.ts';

export const marksRoutes = [
  serve(contract.setMarks, {
    policy: marksPolicy,
    async run({ tx, actor, row, isKnown, body, key, platform, now: arrived }) {
      const now = platform.clock.schoolNow();
      const cells = await setMarks(tx, actor, { facts: row, ...body, key, now, mayBeOld: isKnown });
      const known = knownFacts(platform);
      if (body.works.length > 0) known.forget(actor.schoolId, row.pageId);
      else if (!isKnown) known.keep(actor.schoolId, row, arrived);
      return { cells };
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
