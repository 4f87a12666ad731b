import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import { blindIndex } from './blind-index.ts';
import { fieldCipher, type FieldBroken, type FieldPlace } from './field-cipher.ts';

const snils = '11223344595';
const place: FieldPlace = {
  table: 'roster.person',
  id: '1|0199a000-0000-7000-8000-00000000000a',
  column: 'snils',
};
const cipher = fieldCipher({ encryptionKey: randomBytes(32) });
const index = blindIndex({ blindIndexKey: randomBytes(32) });

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as FieldBroken).reason;
  }
  return 'opened';
}

describe('an encrypted field', () => {
  test('opens in its place', () => {
    expect(cipher.decrypt(cipher.encrypt(snils, place), place)).toBe(snils);
    expect(cipher.decrypt(cipher.encrypt('', place), place)).toBe('');
  });

  test('is another text each time', () => {
    expect(cipher.encrypt(snils, place)).not.toEqual(cipher.encrypt(snils, place));
  });

  test('does not open when any byte was changed', () => {
    const envelope = cipher.encrypt(snils, place);
    const opened = [...envelope.keys()].filter((at) => {
      const altered = Buffer.from(envelope);
      altered[at] = (altered[at] ?? 0) ^ 1;
      return reasonOf(() => cipher.decrypt(altered, place)) === 'opened';
    });
    expect(opened).toEqual([]);
  });

  test.each([
    ['another row', { id: '2|0199a000-0000-7000-8000-00000000000a' }],
    ['another column', { column: 'passport' }],
    ['another table', { table: 'roster.staff' }],
  ])('does not open in %s', (_, elsewhere) => {
    const envelope = cipher.encrypt(snils, place);
    expect(reasonOf(() => cipher.decrypt(envelope, { ...place, ...elsewhere }))).toBe('bytes');
  });

  test('says when it was closed with another key, or is no envelope', () => {
    const other = fieldCipher({ encryptionKey: randomBytes(32) });
    expect(reasonOf(() => cipher.decrypt(other.encrypt(snils, place), place))).toBe('key');
    expect(reasonOf(() => cipher.decrypt(Buffer.from(snils), place))).toBe('form');
  });
});

describe('a blind index', () => {
  test('finds the same value in one scope only', () => {
    const own = index('snils', { schoolId: 1 }, snils);
    expect(own).toHaveLength(32);
    expect(index('snils', { schoolId: 1 }, snils)).toEqual(own);
    expect(index('snils', { schoolId: 2 }, snils)).not.toEqual(own);
    expect(index('snils', 'directory', snils)).not.toEqual(own);
    expect(index('phone', { schoolId: 1 }, snils)).not.toEqual(own);
    expect(blindIndex({ blindIndexKey: randomBytes(32) })('snils', { schoolId: 1 }, snils)).not.toEqual(own);
  });
});

describe('in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test('a number cannot be found in any column of the row', async () => {
    const person = '0199a000-0000-7000-8000-00000000000a';
    const client = new pg.Client({ connectionString: database.addresses.app });
    await client.connect();
    try {
      await client.query(`begin; set local app.school_id = 1; set local app.student_ids = '*'`);
      await client.query(
        `insert into roster.person (school_id, id, last_name, first_name, sort_key, snils_enc, snils_index)
         values (1, $1, 'Ёлкина', 'Анна', 'елкина анна', $2, $3)`,
        [person, cipher.encrypt(snils, place), index('snils', { schoolId: 1 }, snils)],
      );
      const { rows } = await client.query<{ dump: string; bytes: Buffer }>(
        `select p::text as dump, convert_to(p::text, 'UTF8') || p.snils_enc || p.snils_index as bytes
         from roster.person p where id = $1`,
        [person],
      );
      const [row] = rows;
      expect(row?.dump).toContain('Ёлкина');
      expect(row?.dump).not.toContain(snils);
      expect(row?.bytes.includes(snils)).toBe(false);
    } finally {
      await client.end();
    }
  });
});
