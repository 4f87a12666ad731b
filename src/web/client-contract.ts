import type * as diaryMarks from '#modules/diary/marks/contract.ts';
import type * as diaryTimetable from '#modules/diary/timetable/contract.ts';
import type * as diaryWeek from '#modules/diary/week/contract.ts';
import type * as sessions from '#modules/identity/sessions/contract.ts';
import type { ApiOf } from '#platform/contract.ts';
import type * as realtime from '#platform/realtime/contract.ts';

/**
 * Every endpoint under its key, `'PUT /api/…'`. Types only: nothing of a contract, and so nothing
 * of the server, reaches the browser bundle. A new `contract.ts` gets its line here.
 */
export type Api = ApiOf<typeof sessions> &
  ApiOf<typeof diaryWeek> &
  ApiOf<typeof diaryMarks> &
  ApiOf<typeof diaryTimetable> &
  ApiOf<typeof realtime>;
