import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import type { Platform } from '#platform/platform.ts';
import { versionTable } from '#platform/realtime/versions.ts';
import { anActor } from '#platform/testing-app.ts';
import { anna, id, mother, schoolId } from './testing-ids.ts';
import { fillTestSchool } from './testing-school.ts';
import { diaryVersion } from './diary-version.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await fillTestSchool(database.db);
});
afterAll(() => database.drop());

const students = [{ studentId: anna, kinship: 'mother', scope: ['marks'] as const }];
const guardian = anActor({ personId: mother, roles: [], today: '2026-11-18', students });
const params = { studentId: anna };

/** The parts of a platform a version is made of; its school clock stands until it is told to move on. */
function aPlatform() {
  const versions = versionTable();
  versions.setCurrent(true);
  versions.begin(schoolId, 100);
  let time = Date.parse('2026-11-18T12:00:00Z');
  const platform = {
    database: database.db,
    clock: { schoolNow: () => new Date(time) },
    news: { versions },
  } as unknown as Platform;
  return { platform, versions, wait: (ms: number) => (time += ms) };
}

async function known(platform: Platform): Promise<string> {
  return expect
    .poll(() => diaryVersion({ actor: guardian, params, platform }))
    .not.toBeNull()
    .then(() => diaryVersion({ actor: guardian, params, platform }) ?? '');
}

test('the first request has no version, the next ones do', async () => {
  const { platform } = aPlatform();
  expect(diaryVersion({ actor: guardian, params, platform })).toBeNull();
  expect(await known(platform)).toContain('100-');
});

test.each([
  ['of the student', `student:${anna}`, true],
  ['of the class', `class:${id('class')}`, true],
  ['of a page of the own group', `page:${id('assignment', 1)}`, true],
  ['of the school', 'school', true],
  ['of another student', `student:${id('person', 2)}`, false],
  ['of a page the student never had', `page:${id('assignment', 9)}`, false],
])('an event %s', async (_, topic, changes) => {
  const { platform, versions } = aPlatform();
  const before = await known(platform);
  versions.advance(schoolId, 101, [topic]);
  expect(diaryVersion({ actor: guardian, params, platform }) !== before).toBe(changes);
});

test('a version does not outlive five minutes: homework is published by the clock', async () => {
  const { platform, wait } = aPlatform();
  const before = await known(platform);
  wait(5 * 60_000);
  expect(diaryVersion({ actor: guardian, params, platform })).not.toBe(before);
});

test('none for staff, whose right the statement decides, and none while events may be missing', async () => {
  const { platform, versions } = aPlatform();
  const homeroom = anActor({ homeroomClassIds: [id('class')] });
  await known(platform);
  expect(diaryVersion({ actor: homeroom, params, platform })).toBeNull();
  versions.setCurrent(false);
  expect(diaryVersion({ actor: guardian, params, platform })).toBeNull();
});
