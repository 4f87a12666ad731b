import { rawJson } from '#platform/reply.ts';
import { Problem } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { mayWritePeople, readsPeople, writesPeople } from '#modules/roster/index.ts';
import { acceptLink, refuseLink } from './commands.ts';
import * as contract from './contract.ts';
import { countStatement, queueStatement, suggestStatement } from './queries.ts';

export const linkRequestRoutes = [
  serve(contract.listLinkRequests, {
    policy: readsPeople,
    async run({ tx, actor, query, platform }) {
      const values = [actor.schoolId, query.show ?? 'waiting', platform.clock.schoolNow(), actor.today];
      return rawJson((await tx.text(queueStatement, [...values, mayWritePeople(actor)])) ?? '{}');
    },
  }),
  serve(contract.countRequests, {
    policy: readsPeople,
    read: {
      statement: countStatement,
      values: ({ actor, platform }) => [actor.schoolId, platform.clock.schoolNow()],
    },
  }),
  serve(contract.suggestStudents, {
    policy: readsPeople,
    async run({ tx, actor, params }) {
      const text = await tx.text(suggestStatement, [actor.schoolId, params.requestId, actor.today]);
      if (text === null) throw new Problem('notFound', 404);
      return rawJson(text);
    },
  }),
  serve(contract.acceptLinkRequest, {
    policy: writesPeople,
    run: ({ tx, actor, params: { requestId }, body, key, platform }) =>
      acceptLink(tx, actor, { id: requestId, decision: body, key, now: platform.clock.schoolNow() }),
  }),
  serve(contract.refuseLinkRequest, {
    policy: writesPeople,
    async run({ tx, actor, params: { requestId }, body, platform }) {
      await refuseLink(tx, actor, { id: requestId, wish: body, now: platform.clock.schoolNow() });
      return { state: 'refused' as const };
    },
  }),
];
