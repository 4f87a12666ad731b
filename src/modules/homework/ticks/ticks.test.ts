import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeworkModule } from '#modules/homework/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';

const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const sixth = school.withClass('6А', 2);
const maths = sixth.taughtBy(teacher, 'Математика');
const other = school.withClass('6Б', 1).taughtBy(teacher, 'Математика');
const [anna = '', boris = ''] = sixth.students;
const self = (personId: string) => ({
  ...school.guardianOf(personId),
  personId,
  students: [{ studentId: personId, kinship: 'self', scope: ['marks'] as const }],
});
const homework = (lessonId: string, pageId: string, given: Readonly<Record<string, unknown>> = {}) => {
  const id = uuidv7();
  school.row('homework.homework', {
    id,
    assignment_id: pageId,
    given_lesson_id: lessonId,
    text: '№ 287',
    author_id: teacher.personId,
    publish_at: '2026-11-23T09:00:00Z',
    ...given,
  });
  return id;
};
const own = homework(maths.lessonOn('2026-11-19'), maths.id);
const later = homework(maths.lessonOn('2026-11-24'), maths.id, { publish_at: '2026-11-30T09:00:00Z' });
const taken = homework(maths.lessonOn('2026-11-17'), maths.id, { text: null });
const foreign = homework(other.lessonOn('2026-11-19'), other.id);

let server: SchoolServer;
beforeAll(async () => {
  server = await serverOf([school], {
    modules: [homeworkModule],
    people: { anna: self(anna), boris: self(boris), mother: school.guardianOf(anna), teacher },
  });
});
afterAll(() => server.stop());

const tick = async (as: string, homeworkId: string, isDone = true, studentId = anna) =>
  (await server.put(as, `/students/${studentId}/homework/${homeworkId}/tick`, { body: { isDone } })).status;
const ticks = () =>
  server.sql<{ isDone: boolean }>(
    `select done_at is not null as "isDone" from homework.tick where school_id = 1 and student_id = '${anna}'`,
  );
const told = async () =>
  (
    await server
      .sql<{ topics: string[] }>(`select topics from platform.event where name = 'homework.ticked'
     union all select topics from platform.outbox where name = 'homework.ticked'`)
      .catch(() => [])
  ).length;

describe('a tick', () => {
  test('is set, set again without news, and taken back', async () => {
    expect(await tick('anna', own)).toBe(204);
    expect(await ticks()).toEqual([{ isDone: true }]);
    const news = await told();
    expect(await tick('anna', own)).toBe(204);
    expect(await told()).toBe(news);
    expect(await tick('anna', own, false)).toBe(204);
    expect(await ticks()).toEqual([{ isDone: false }]);
  });

  test.each([
    ['another class’s homework', () => foreign],
    ['homework not published yet', () => later],
    ['homework that was taken back', () => taken],
    ['no homework at all', () => uuidv7()],
  ])('at %s is 404', async (_, id) => {
    expect(await tick('anna', id())).toBe(404);
  });

  test.each([
    ['the guardian sees it and may not', 'mother', 403],
    ['a classmate does not know of it', 'boris', 404],
    ['the teacher neither', 'teacher', 404],
  ])('%s', async (_, as, status) => {
    expect(await tick(as, own)).toBe(status);
  });
});
