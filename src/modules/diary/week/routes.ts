import { mondayOf } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/serve.ts';
import { diaryPolicy, diaryReach } from '../access/policy.ts';
import { diaryVersion } from '../diary-version.ts';
import { getDiaryWeek } from './contract.ts';
import { weekStatement } from './queries.ts';

export const weekRoutes = [
  serve(getDiaryWeek, {
    policy: diaryPolicy,
    read: {
      statement: weekStatement,
      values: ({ actor, params, query, platform }) =>
        weekValues(actor, { studentId: params.studentId, day: query.from, now: platform.clock.schoolNow() }),
      etag: diaryVersion,
    },
  }),
];

/** The parameters of the diary's statements of one week, `day` being any of its days. */
export function weekValues(
  actor: Actor,
  at: { readonly studentId: string; readonly day: string; readonly now: Date },
): unknown[] {
  const reach = diaryReach(actor, at.studentId);
  return [
    actor.schoolId,
    at.studentId,
    mondayOf(at.day),
    reach?.classIds ?? null,
    at.now.toISOString(),
    reach?.mayKnowIllness ?? false,
  ];
}
