import { accessGivenSince } from '#modules/identity/index.ts';
import { platformProblem } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { worded } from '../uploads/commands.ts';
import { loadsFiles, requireKinds } from '../uploads/policy.ts';
import { undoImportIn, type ImportUndo } from './commands.ts';
import { undoImport, type UndoReply } from './contract.ts';

const shown = 2000;

export const importUndoRoutes = [
  serve(undoImport, {
    policy: loadsFiles,
    async run({ tx, actor, params: { importId }, body: { agreed }, platform }) {
      const undo = await worded(() =>
        undoImportIn(tx, {
          importId,
          commits: agreed !== null,
          ...(agreed === null ? {} : { expected: agreed }),
          by: actor,
          now: platform.clock.schoolNow(),
          accessSince: (since) =>
            platform.database.identity((own) => accessGivenSince(own, { schoolId: actor.schoolId, since })),
          judge: ({ tables }) => requireKinds(actor, tables),
        }),
      );
      if (!undo) throw platformProblem('notFound');
      return replyOf(undo, agreed);
    },
  }),
];

function replyOf(
  { head, back, kept, isCommitted, fingerprint }: ImportUndo,
  agreed: string | null,
): UndoReply {
  const { kind, files, at, startDate, author } = head;
  const of = (which: 'removed' | 'restored') => back.filter((one) => one.kind === which).length;
  return {
    state: agreed === null ? 'trial' : isCommitted ? 'written' : 'outdated',
    kind,
    files: [...files],
    at,
    startDate,
    author,
    counts: { removed: of('removed'), restored: of('restored'), kept: kept.length },
    back: back.slice(0, shown).map((one) => ({ ...one, fields: [...one.fields] })),
    kept: kept.slice(0, shown).map((one) => ({ ...one, facts: { ...one.facts } })),
    fingerprint,
  };
}
