import { serve } from '#platform/serve.ts';
import { getJournalPage, listJournalPages } from './contract.ts';
import { pageListStatement } from './list-queries.ts';
import { pagePolicy, pageReach } from './policy.ts';
import { pageStatement } from './queries.ts';

export const pageRoutes = [
  serve(listJournalPages, {
    policy: pagePolicy,
    read: {
      statement: pageListStatement,
      values: ({ actor, platform }) => [
        actor.schoolId,
        platform.clock.schoolNow().toISOString(),
        ...pageReach(actor),
      ],
    },
  }),
  serve(getJournalPage, {
    policy: pagePolicy,
    read: {
      statement: pageStatement,
      values: ({ actor, params, query, platform }) => [
        actor.schoolId,
        params.pageId,
        query.from ?? null,
        query.to ?? null,
        platform.clock.schoolNow().toISOString(),
        ...pageReach(actor),
        actor.isShared === true,
      ],
    },
  }),
];
