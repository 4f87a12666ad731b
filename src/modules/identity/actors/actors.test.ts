import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endRole, grantRole } from '../roles/commands.ts';
import { actorOf, twoClasses } from '../testing-classes.ts';
import {
  cookiesOf,
  postSession,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
let id: Readonly<Record<string, string>>;
const school1 = { schoolId: 1, studentIds: '*' } as const;

beforeAll(async () => {
  schools = await testSchools();
  id = await twoClasses(schools);
  first = await schools.server();
  second = await schools.server();
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

describe('an actor', () => {
  test('of a guardian has the wards of that school', async () => {
    const cookie = await signedInAs(first, 'guardian');
    expect(await actorOf(second, cookie)).toMatchObject({
      personId: id['guardian А'],
      roles: [],
      students: [
        {
          studentId: id['student А'],
          kinship: 'mother',
          scope: ['marks', 'messages', 'contacts', 'documents'],
        },
      ],
    });
    expect((await actorOf(second, cookie, 2))?.students.map(({ studentId }) => studentId)).toEqual([
      id['student 2'],
    ]);
    expect(await actorOf(second, cookie, 3)).toBeNull();
  });

  test('of a student has itself, and the session names the class', async () => {
    const answer = await postSession(first, 'student А');
    expect(await actorOf(first, cookiesOf(answer.headers['set-cookie']))).toMatchObject({
      students: [{ studentId: id['student А'], kinship: 'self' }],
    });
    expect(answer.json()).toMatchObject({
      persons: [{ students: [{ schoolClass: { id: id['class А'], grade: 7, letter: 'А' } }] }],
    });
  });

  test('of a homeroom teacher has the class', async () => {
    expect(await actorOf(first, await signedInAs(first, 'homeroom'))).toMatchObject({
      homeroomClassIds: [id['class А']],
      students: [],
    });
  });

  test('gains and loses a role within a second, on every server', async () => {
    const cookie = await signedInAs(first, 'teacher Б');
    const roles = async () => (await actorOf(second, cookie))?.roles;
    expect(await roles()).toEqual(['teacher']);
    const grant = await schools.database.db.inSchool(school1, (tx) =>
      grantRole(
        tx,
        { personId: id['teacher Б'] ?? '', role: 'librarian', startDate: '2020-01-01', endDate: null },
        null,
      ),
    );
    await expect.poll(roles, { timeout: 1_000 }).toEqual(['librarian', 'teacher']);
    await schools.database.db.inSchool(school1, (tx) =>
      endRole(tx, { id: grant, endDate: '2020-01-02' }, null),
    );
    await expect.poll(roles, { timeout: 1_000 }).toEqual(['teacher']);
  });
});
