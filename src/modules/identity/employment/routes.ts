import { peopleFence } from '#modules/roster/index.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/serve.ts';
import { hire, setPost } from './commands.ts';
import { employ, setPost as setPostEndpoint } from './contract.ts';

/** Roles open journals: who may give them is the administrator alone. */
const givesRoles = { fence: peopleFence, may: ({ roles }: Actor) => roles.includes('schoolAdmin') };

export const employmentRoutes = [
  serve(employ, {
    policy: givesRoles,
    run: ({ tx, actor, body, key }) => hire(tx, actor, { wish: body, key }),
  }),
  serve(setPostEndpoint, {
    policy: givesRoles,
    run: ({ tx, actor, params, body }) => setPost(tx, actor, { staffId: params.staffId, wish: body }),
  }),
];
