import { serve } from '#platform/serve.ts';
import { setSettings } from './commands.ts';
import { getSchool, getSetUp, setSettings as setSettingsEndpoint } from './contract.ts';
import { mayWriteSetUp, readsSetUp, writesSetUp } from './policy.ts';
import { schoolCard, setUpStatement } from './queries.ts';

export const schoolRoutes = [
  serve(getSchool, {
    policy: {
      // Everybody who belongs to a school may read its card; nothing in it is personal.
      fence: (actor) => ({ schoolId: actor.schoolId, studentIds: [] }),
      may: () => true,
    },
    read: { statement: schoolCard, values: ({ actor }) => [actor.schoolId] },
  }),
  serve(getSetUp, {
    policy: readsSetUp,
    read: {
      statement: setUpStatement,
      values: ({ actor }) => [actor.schoolId, mayWriteSetUp(actor)],
    },
  }),
  serve(setSettingsEndpoint, {
    policy: writesSetUp,
    run: ({ tx, actor, body: { version, ...draft } }) => setSettings(tx, actor, { version, draft }),
  }),
];
