import { timetablePolicy } from '#modules/timetable/index.ts';
import { inSchool } from '#platform/access.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { serve } from '#platform/serve.ts';
import { sendTable } from '#platform/spreadsheet/index.ts';
import { makeTableFile } from './contract.ts';

export const tableFileRoutes = [
  serve(makeTableFile, {
    // Whoever works at the school; nothing is read for it: the table is the sender's own page.
    policy: timetablePolicy,
    async handle({ actor, platform, body }, reply) {
      const { name, format, columns, rows } = body;
      await inSchool(platform, { schoolId: actor.schoolId, studentIds: [] }, (tx) =>
        recordAct(tx, { ...actor, action: makeTableFile.id, subject: { name, format, rows: rows.length } }),
      );
      // Short rows end early on the page too; a sheet wants all of them as long as its head.
      const whole = rows.map((row) => columns.map((_, at) => row[at] ?? null));
      const table = { name: sheetName(name), columns: columns.map((head) => ({ head })), rows: whole };
      await sendTable(reply, table, { name, format });
    },
  }),
];

/** Spreadsheets take 31 characters and not all of them. */
const sheetName = (name: string) =>
  name
    .replaceAll(/[[\]:*?/\\]/gu, ' ')
    .slice(0, 31)
    .trim() || '1';
