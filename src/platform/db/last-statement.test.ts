import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner, insertMany } from './bulk.ts';
import { testDatabase, type TestDatabase } from './testing.ts';
import { statement, type Fence } from './tx.ts';

const first: Fence = { schoolId: 1, studentIds: '*' };
const second: Fence = { schoolId: 2, studentIds: '*' };
const anna = '0199a000-0000-7000-8000-00000000000a';

const noteWords = statement('test.note_words', 'select words from test.note where words like $1');
const addNote = statement(
  'test.add_note',
  'insert into test.note (school_id, student_id, words) values ($1, $2, $3)',
);
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  const owner = new pg.Client({ connectionString: test.addresses.owner });
  await owner.connect();
  await owner.query(`
    create schema test;
    create table test.note (school_id integer not null, student_id uuid not null, words text not null,
      primary key (school_id, student_id, words));
    select platform.student_table('test.note');
    grant usage on schema test to parta_app`);
  await owner.end();
  for (const fence of [first, second]) {
    await asOwner(test.addresses.owner, fence, (client) =>
      insertMany(client, { into: 'test.note', columns: ['school_id', 'student_id', 'words'] }, [
        [fence.schoolId, anna, `${fence.schoolId} Анна`],
      ]),
    );
  }
});
afterAll(() => test.drop());

it('a transaction is over with its last statement: what follows reads behind the fence and writes nothing', async () => {
  await test.db.inSchool(first, async (tx) => {
    await tx.finish(addNote, [1, anna, 'последнее']);
    await expect(test.db.readText(first, noteWords, ['последнее'])).resolves.toBe('последнее');
    await expect(tx.rows(noteWords, ['1 Анна'])).resolves.toEqual([{ words: '1 Анна' }]);
    await expect(tx.text(noteWords, ['2 Анна'])).resolves.toBeNull();
    await expect(tx.run(addNote, [1, anna, 'слишком позднее'])).rejects.toThrow(/integer/);
  });
  await expect(test.db.readText(first, noteWords, ['слишком позднее'])).resolves.toBeNull();
});

it('a transaction whose last statement fails has written nothing', async () => {
  const failing = test.db.inSchool(first, async (tx) => {
    await tx.run(addNote, [1, anna, 'предпоследнее']);
    await tx.finish(addNote, [1, anna, '1 Анна']);
  });
  await expect(failing).rejects.toThrow(/note_pkey/);
  await expect(test.db.readText(first, noteWords, ['предпоследнее'])).resolves.toBeNull();
  await test.db.ping();
});
