import { serve } from '#platform/serve.ts';
import { putAbsenceReason } from './commands.ts';
import { setAbsenceReason } from './contract.ts';
import { absenceReasonPolicy } from './policy.ts';

export const absenceReasonRoutes = [
  serve(setAbsenceReason, {
    policy: absenceReasonPolicy,
    run: ({ tx, actor, row, params, body, key, platform }) =>
      putAbsenceReason(tx, actor, {
        student: row,
        studentId: params.studentId,
        reasonId: params.reasonId,
        wanted: body,
        key,
        now: platform.clock.schoolNow(),
      }),
  }),
];
