import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import { makeTableFile } from './contract.ts';
import { tableFileRoutes } from './routes.ts';

async function aStaffRoom() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventh = school.withClass('7А', 1);
  const people = {
    teacher: school.teacher('Ковалёва'),
    guardian: school.guardianOf(seventh.students[0] ?? ''),
    stranger: foreign.teacher('Чужая'),
  };
  const modules = [{ name: 'integrations', endpoints: [makeTableFile], routes: tableFileRoutes }];
  return serverOf([school, foreign], { modules, people });
}

let server: Awaited<ReturnType<typeof aStaffRoom>>;
beforeAll(async () => {
  server = await aStaffRoom();
});
afterAll(() => server.stop());

const table = {
  name: 'Заполнение: 23–29 ноября [по учителям]',
  format: 'xlsx',
  columns: ['Учитель', 'Уроков', 'Заполнено'],
  rows: [['Ковалёва М. И.', 12, 0.5], ['=HYPERLINK("http://x")', null], ['Ёлкина']],
};

test('a table of the page is a workbook: numbers are numbers, a formula is a text', async () => {
  const { status, headers, body } = await server.raw('teacher', '/table-files', table);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toContain('attachment');
  const [sheet] = readTables(body, 'таблица.xlsx');
  expect(sheet?.rows.map((row) => row.map((cell) => cell?.text ?? ''))).toMatchObject([
    ['Учитель', 'Уроков', 'Заполнено'],
    ['Ковалёва М. И.', '12', '0.5'],
    [expect.stringContaining('HYPERLINK')],
    ['Ёлкина'],
  ]);
});

test.each([
  ['guardian', 404],
  ['stranger', 404],
])('%s: %i', async (who, status) => {
  expect((await server.raw(who, '/table-files', table)).status).toBe(status);
});

test('a table without a column is refused by its field', async () => {
  const { status, body } = await server.raw('teacher', '/table-files', { ...table, columns: [] });
  expect([status, body.toString()]).toEqual([400, expect.stringContaining('columns')]);
});
