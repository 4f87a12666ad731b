import { inSchool } from '#platform/access.ts';
import type { Platform } from '#platform/platform.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher } from '#platform/secrets/field-cipher.ts';
import { serve } from '#platform/serve.ts';
import { sendTable, type Table as Spreadsheet } from '#platform/spreadsheet/index.ts';
import { isError } from '../roster-file/fault.ts';
import type { RosterOutcome } from '../roster-import/import-roster.ts';
import type { ImportWords } from '../words/ru.ts';
import { rowFaultSentence } from '../words/sentences.ts';
import { importWords } from '../words/words.ts';
import { loadLists, loadTimetable, rosterOf, type Keys } from './commands.ts';
import { downloadBadRows, importLists, importTimetableFile, listImports } from './contract.ts';
import { loadsLists, loadsTimetable, mayLoad, readsImports } from './policy.ts';
import { importsStatement } from './queries.ts';
import { errorsByRow } from './facts.ts';

export const uploadRoutes = [
  serve(listImports, {
    policy: readsImports,
    read: {
      statement: importsStatement,
      values: ({ actor }) => [actor.schoolId, JSON.stringify(mayLoad(actor)), actor.today],
    },
  }),
  serve(importLists, {
    policy: loadsLists,
    run: ({ tx, actor, body, platform }) =>
      loadLists(tx, { actor, keys: keysOf(platform), now: platform.clock.schoolNow() }, body),
  }),
  serve(downloadBadRows, {
    policy: loadsLists,
    async handle({ actor, platform, body }, reply) {
      const fence = { schoolId: actor.schoolId, studentIds: '*' } as const;
      const trial = { agreed: null, skipsBadRows: false };
      const outcome = await inSchool(platform, fence, (tx) =>
        rosterOf(
          tx,
          { actor, keys: keysOf(platform), now: platform.clock.schoolNow() },
          { ...body, ...trial },
        ),
      );
      const words = importWords[body.language];
      const table = badRows(outcome, body.kind, words);
      await sendTable(reply, table, { name: `${words.badRows} ${actor.today}`, format: 'xlsx' });
    },
  }),
  serve(importTimetableFile, {
    policy: loadsTimetable,
    run: ({ tx, actor, body, platform }) =>
      loadTimetable(tx, { actor, now: platform.clock.schoolNow() }, body),
  }),
];

function keysOf({ secrets }: Platform): Keys {
  return { cipher: fieldCipher(secrets), index: blindIndex(secrets) };
}

/** Rows with errors in the shape of their file, so that the mended sheet can be loaded as it is. */
function badRows(
  { tables, faults }: RosterOutcome,
  kind: 'students' | 'staff' | 'load',
  words: ImportWords,
): Spreadsheet {
  const own = tables.filter((table) => table.kind === kind);
  const head = own[0]?.head ?? [];
  const rows = own.flatMap((table) => {
    const errors = errorsByRow(table, faults.filter(isError));
    return table.rows.flatMap(({ number, cells }) => {
      const wrong = errors.get(number);
      if (!wrong) return [];
      const sentences = wrong.map((fault) => rowFaultSentence(fault, words)).join('; ');
      return [[...head.map((_, index) => cells[index]?.text ?? ''), sentences]];
    });
  });
  const columns = head.map((title) => ({ head: title, width: 18 }));
  return { name: words.badRows, columns: [...columns, { head: words.whatToMend, width: 80 }], rows };
}
