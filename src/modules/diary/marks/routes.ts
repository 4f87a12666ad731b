import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/serve.ts';
import { diaryPolicy, diaryReach } from '../access/policy.ts';
import { diaryVersion } from '../diary-version.ts';
import { getMarks } from './contract.ts';
import { marksStatement } from './queries.ts';

export const marksRoutes = [
  serve(getMarks, {
    policy: diaryPolicy,
    read: {
      statement: marksStatement,
      values: ({ actor, params, query, platform }) =>
        marksValues(actor, {
          studentId: params.studentId,
          periodId: query.period ?? null,
          now: platform.clock.schoolNow(),
        }),
      etag: diaryVersion,
    },
  }),
];

/** The parameters of the statement of marks. */
export function marksValues(
  actor: Actor,
  at: { readonly studentId: string; readonly periodId: string | null; readonly now: Date },
): unknown[] {
  const classIds = diaryReach(actor, at.studentId)?.classIds ?? null;
  return [actor.schoolId, at.studentId, actor.today, classIds, at.now.toISOString(), at.periodId];
}
