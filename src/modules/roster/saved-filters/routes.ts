import { serve } from '#platform/serve.ts';
import { readsPeople } from '../people/policy.ts';
import { keepFilter, takeFilterAway } from './commands.ts';
import { removeFilter, saveFilter } from './contract.ts';

/** Whoever reads the list keeps filters of it; they are the account's own. */
export const savedFilterRoutes = [
  serve(saveFilter, {
    policy: readsPeople,
    async run({ tx, actor, params, body }) {
      await keepFilter(tx, actor, { id: params.filterId, ...body });
      return null;
    },
  }),
  serve(removeFilter, {
    policy: readsPeople,
    async run({ tx, actor, params }) {
      await takeFilterAway(tx, actor, params.filterId);
      return null;
    },
  }),
];
