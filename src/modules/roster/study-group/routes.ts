import { serve } from '#platform/serve.ts';
import { mayWritePeople, readsPeople, writesPeople } from '../people/policy.ts';
import { getSubgroups, moveBetweenSubgroups as moveContract } from './contract.ts';
import { moveBetweenSubgroups } from './move-commands.ts';
import { subgroupsStatement } from './queries.ts';

export const studyGroupRoutes = [
  serve(getSubgroups, {
    policy: readsPeople,
    read: {
      statement: subgroupsStatement,
      values: ({ actor, params, query }) => [
        actor.schoolId,
        params.classId,
        actor.today,
        query.date ?? actor.today,
        mayWritePeople(actor),
      ],
    },
  }),
  serve(moveContract, {
    policy: writesPeople,
    run: ({ tx, actor, params: { classId }, body, key }) =>
      moveBetweenSubgroups(tx, actor, { classId, ...body, key }),
  }),
];
