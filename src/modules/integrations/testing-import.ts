import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createSchool } from '#modules/setup/index.ts';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher } from '#platform/secrets/field-cipher.ts';
import {
  importRoster,
  importTimetable,
  undoLastImport,
  type ImportUndo,
  type RosterOutcome,
  type TimetableOutcome,
} from './index.ts';
import { importWords } from './words/words.ts';
import { differenceSentence, faultSentence } from './words/sentences.ts';

export type TestImport = {
  readonly schoolId: number;
  readonly database: TestDatabase;
  /** Rows as a superuser sees them. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How many rows every table of the school's modules holds. */
  counts(): Promise<Record<string, number>>;
  roster(files: Readonly<Record<string, string | Uint8Array>>, wishes?: RosterWishes): Promise<TestOutcome>;
  timetable(xml: string, wishes?: TimetableTestWishes): Promise<TimetableOutcome>;
  /** Takes the last import back, or says what that would be. */
  undo(wishes?: { readonly kind?: 'lists' | 'timetable'; readonly dry?: boolean }): Promise<ImportUndo>;
  drop(): Promise<void>;
};

export type RosterWishes = { readonly date?: string; readonly dry?: boolean; readonly skips?: boolean };
export type TimetableTestWishes = {
  readonly from?: string;
  readonly to?: string;
  readonly dry?: boolean;
  readonly anchor?: { cycle: 'A' | 'B'; date: string };
};
/** `sentences`: every fault and `lines`: every difference, in Russian. */
export type TestOutcome = RosterOutcome & {
  readonly sentences: readonly string[];
  readonly lines: readonly string[];
};

/** A new, empty school of 2026/27 as «parta school create» makes it. */
export async function testImport(): Promise<TestImport> {
  const database = await testDatabase();
  const name = /@\/(\w+)\?/.exec(database.addresses.app)?.[1] ?? '';
  const { administrator } = inject('testEngine');
  const superuser = new pg.Client({ connectionString: administrator.replace(/@\/\w+\?/, `@/${name}?`) });
  await superuser.connect();
  const secrets = {
    passwordPepper: randomBytes(32),
    blindIndexKey: randomBytes(32),
    encryptionKey: randomBytes(32),
  };
  const keys = { cipher: fieldCipher(secrets), index: blindIndex(secrets) };
  const { schoolId } = await createSchool(
    { database: database.db, secrets },
    {
      name: 'Школа № 5',
      shortName: 'Школа № 5',
      timeZone: 'Europe/Moscow',
      kind: 'school',
      ogrn: null,
      region: 'Край',
      locality: 'Город',
      startYear: 2026,
      withBells: true,
      today: '2026-09-01',
      administrator: { lastName: 'Администратор', firstName: 'Школы', middleName: null },
    },
  );
  const rows = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await superuser.query<Row>(text, [...values])).rows;
  return {
    schoolId,
    database,
    rows,
    async counts() {
      const tables = await rows<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname in ('organisation', 'curriculum', 'roster', 'identity', 'timetable', 'directory')
            or (schemaname = 'platform' and tablename in ('audit_pending', 'outbox')) order by 1`,
      );
      const counted: Record<string, number> = {};
      for (const table of tables) {
        const [one] = await rows<{ count: string }>(`select count(*) as count from ${table.name}`);
        counted[table.name] = Number(one?.count);
      }
      return counted;
    },
    async roster(files, { date = '2026-09-10', dry = false, skips = false } = {}) {
      const outcome = await importRoster(
        { database: database.db, keys },
        {
          schoolId,
          files: Object.entries(files).map(([file, content]) => ({
            name: file,
            bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
          })),
          date,
          commits: !dry,
          skipsBadRows: skips,
        },
      );
      return {
        ...outcome,
        sentences: outcome.faults.map((fault) => faultSentence(fault, importWords.ru)),
        lines: outcome.differences.map((one) => differenceSentence(one, importWords.ru)),
      };
    },
    timetable: (xml, { from = '2026-09-01', to, dry = false, anchor } = {}) =>
      importTimetable(database.db, {
        schoolId,
        file: { name: 'расписание.xml', bytes: new TextEncoder().encode(xml) },
        from,
        to: to ?? null,
        map: {},
        anchor: anchor ?? null,
        commits: !dry,
        skipsUnmatched: false,
      }),
    async undo({ kind, dry = false } = {}) {
      const undo = await undoLastImport(database.db, { schoolId, kind: kind ?? null, commits: !dry });
      if (!undo) throw new Error('nothing was loaded');
      return undo;
    },
    async drop() {
      await superuser.end();
      await database.drop();
    },
  };
}
