import { hasFinalMarks } from '#modules/journal/index.ts';
import {
  setBells,
  setBellsEndpoint,
  setYear,
  setYearEndpoint,
  writesSetUp,
  yearFrameOf,
} from '#modules/organisation/index.ts';
import { followYear } from '#modules/rescheduling/index.ts';
import { lessonsOff, retimeByBells } from '#modules/timetable/index.ts';
import { serve } from '#platform/serve.ts';

export const frameEndpoints = [setYearEndpoint, setBellsEndpoint];

/** The organisation's commands, served here: what hangs on years and bells is known to modules above it. */
export const frameRoutes = [
  serve(setYearEndpoint, {
    policy: writesSetUp,
    async run({ tx, actor, params: { yearId }, body: { version, ...draft }, platform }) {
      const before = await yearFrameOf(tx, yearId);
      const written = await setYear(tx, actor, { yearId, version, draft, hasFinalMarks });
      const after = await yearFrameOf(tx, yearId);
      const now = platform.clock.schoolNow();
      const followed = before && after ? await followYear(tx, actor, { before, after, now }) : null;
      return {
        version: written,
        lessonsGone: followed?.gone ?? 0,
        lessonsBack: followed?.back ?? 0,
        lessonsOff: await lessonsOff(tx, actor, yearId),
      };
    },
  }),
  serve(setBellsEndpoint, {
    policy: writesSetUp,
    run: ({ tx, actor, params, body: { version, ...draft } }) =>
      setBells(tx, actor, { id: params.scheduleId, version, draft, retimeLessons: retimeByBells }),
  }),
];
