import { undoMovement, undoMovementEndpoint, writesPeople } from '#modules/roster/index.ts';
import { serve } from '#platform/serve.ts';
import { entriesOfStudent } from './queries.ts';

/** The roster's command, served here: only the journal knows whether entries hang on a movement. */
export const movementRoutes = [
  serve(undoMovementEndpoint, {
    policy: writesPeople,
    run: ({ tx, actor, params: { studentId }, body: { ordinal }, key }) =>
      undoMovement(tx, actor, { studentId, ordinal, key, countEntries: entriesOfStudent }),
  }),
];
