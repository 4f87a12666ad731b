import { serve } from '#platform/serve.ts';
import { takeAttendance } from './commands.ts';
import * as contract from './contract.ts';
import { attendancePolicy } from './policy.ts';

export const attendanceRoutes = [
  serve(contract.takeAttendance, {
    policy: attendancePolicy,
    async run({ tx, actor, row, body, key, platform }) {
      const now = platform.clock.schoolNow();
      return { cells: await takeAttendance(tx, actor, { facts: row, cells: body.cells, key, now }) };
    },
  }),
];
