import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { statement } from '#platform/db/tx.ts';
import { fileStore } from '#platform/files/store.ts';
import { temporaryDataFolder } from '#platform/files/testing-files.ts';
import { writeWorksheets } from './filling/worksheets.ts';
import { generateDemo, type Demo } from './generate.ts';
import { shownAccounts } from './shown-accounts.ts';
import { contentOf, writeDemo } from './write-demo.ts';

let database: TestDatabase;
let demo: Demo;
const moment = new Date('2026-09-30T11:40:00+03:00');
const dataDirectory = temporaryDataFolder();
const files = fileStore({ dataDirectory, largest: 1_000_000 });

beforeAll(async () => {
  database = await testDatabase();
  // Early in the year: few rows, every kind of them.
  demo = await demoWithSheets();
});
afterAll(async () => {
  await database.drop();
  await rm(dataDirectory, { recursive: true, force: true });
});

test(
  'an empty database takes the whole demo, each school behind its own fence',
  { timeout: 60_000 },
  async () => {
    expect(await contentOf(database.addresses.owner)).toBe('empty');
    await writeDemo(database.addresses.owner, demo);
    expect(await contentOf(database.addresses.owner)).toBe('demo');
    for (const { school } of demo.schools) {
      const fence = { schoolId: school.plan.schoolId, studentIds: '*' as const };
      const counted = await database.db.inSchool(fence, (tx) =>
        tx.rows<{ people: number; marks: number; lessons: number }>(
          statement(
            'demo.counts',
            `select (select count(*) from roster.person) as people, (select count(*) from journal.mark) as marks,
                  (select count(*) from timetable.lesson) as lessons`,
          ),
        ),
      );
      expect(counted).toEqual([
        {
          people: school.rows.of('roster.person').length,
          marks: school.rows.of('journal.mark').length,
          lessons: school.rows.of('timetable.lesson').length,
        },
      ]);
    }
  },
);

test('the families that are shown have worksheets, of the same bytes each time', async () => {
  const sheetsOf = ({ schools }: Demo) =>
    schools.flatMap(({ school }) =>
      school.rows.of('homework.file').map(({ id, sha256 }) => [id, sha256.toString('hex')]),
    );
  const sheets = sheetsOf(demo);
  expect(sheets.length).toBeGreaterThan(2);
  for (const [, sha256 = ''] of sheets) expect(await files.has(sha256)).toBe(true);
  expect(sheetsOf(await demoWithSheets())).toEqual(sheets);
});

test('the accounts shown are those of the database', async () => {
  const { accounts, students } = await shownAccounts(database.addresses.owner, 'parta-demo');
  expect(accounts.map(({ role, persons }) => [role, persons.length])).toEqual([
    ['schoolAdmin', 1],
    ['principal', 1],
    ['deputyHead', 1],
    ['teacher', 1],
    ['homeroomTeacher', 1],
    ['student', 1],
    ['guardianOfTwo', 2],
    ['guardian', 1],
    ['secretary', 1],
    ['regionalCoordinator', 0],
    ['platformOperator', 0],
  ]);
  expect(students.map(({ schoolId, name }) => `${schoolId} ${name}`).sort()).toEqual([
    '1 Морозов Артём',
    '1 Щербакова Вероника',
    '2 Морозова Алиса',
  ]);
});

async function demoWithSheets(): Promise<Demo> {
  const made = generateDemo(moment, 'hash');
  await writeWorksheets(made, files, moment);
  return made;
}
