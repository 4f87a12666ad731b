import { hasFinalMarks } from '#modules/journal/index.ts';
import {
  setBells,
  setBellsEndpoint,
  setYear,
  setYearEndpoint,
  writesSetUp,
} from '#modules/organisation/index.ts';
import { lessonsOff, retimeByBells } from '#modules/timetable/index.ts';
import { serve } from '#platform/serve.ts';

export const frameEndpoints = [setYearEndpoint, setBellsEndpoint];

/** The organisation's commands, served here: what hangs on years and bells is known to modules above it. */
export const frameRoutes = [
  serve(setYearEndpoint, {
    policy: writesSetUp,
    async run({ tx, actor, params: { yearId }, body: { version, ...draft } }) {
      const after = await setYear(tx, actor, { yearId, version, draft, hasFinalMarks });
      return { version: after, lessonsOff: await lessonsOff(tx, actor, yearId) };
    },
  }),
  serve(setBellsEndpoint, {
    policy: writesSetUp,
    run: ({ tx, actor, params, body: { version, ...draft } }) =>
      setBells(tx, actor, { id: params.scheduleId, version, draft, retimeLessons: retimeByBells }),
  }),
];
