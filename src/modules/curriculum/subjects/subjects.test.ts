import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSetUpSchool } from '#modules/setup/testing-setup.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Curriculum } from './contract.ts';

let at: Awaited<ReturnType<typeof aSetUpSchool>>;
beforeAll(async () => {
  at = await aSetUpSchool();
});
afterAll(() => at.server.stop());

type Answer = { readonly code?: string } | null;
const read = async () => (await at.server.get<Curriculum>('deputy', '/curriculum')).reply;
const subject = (given: object = {}) => ({
  version: 0,
  name: 'Астрономия',
  shortName: 'Астр.',
  area: null,
  kind: 'lesson',
  isRetired: false,
  ...given,
});
const workType = (given: object = {}) => ({
  version: 0,
  name: 'Диктант',
  abbr: 'ДИ',
  weight: 3,
  isAssessment: false,
  isDefault: false,
  isRetired: false,
  ...given,
});
const put = async (path: string, body: unknown, as = 'deputy') => {
  const { status, reply } = await at.server.put<Answer>(as, path, { body });
  return [status, reply?.code];
};

describe('subjects', () => {
  test('a new one stands behind the others, changes and retires, and comes back', async () => {
    const id = uuidv7();
    const path = `/subjects/${id}`;
    expect(await put(path, subject())).toEqual([204, undefined]);
    expect((await read()).subjects.at(-1)).toMatchObject({ id, name: 'Астрономия', version: 1 });
    expect(await put(path, subject({ version: 1, shortName: 'Астрон.', isRetired: true }))).toEqual([
      204,
      undefined,
    ]);
    expect((await read()).subjects.find((one) => one.id === id)).toMatchObject({
      shortName: 'Астрон.',
      isRetired: true,
    });
    expect(await put(path, subject({ version: 1 }))).toEqual([409, 'curriculum.changedMeanwhile']);
    expect(await put(path, subject({ version: 2 }))).toEqual([204, undefined]);
  });

  test.each([
    ['a name that is there, with ё and case aside', { name: 'АЛГЕБРА' }, [409, 'curriculum.nameTaken']],
    ['a name of blanks', { name: '  ' }, [400, 'invalidInput']],
  ])('%s is refused', async (_, given, answer) => {
    expect(await put(`/subjects/${uuidv7()}`, subject(given))).toEqual(answer);
  });

  test('a subject with a journal keeps its kind', async () => {
    const path = `/subjects/${at.algebra.subjectId}`;
    const wish = subject({ version: 1, name: 'Алгебра', kind: 'extracurricular' });
    expect(await put(path, wish)).toEqual([422, 'curriculum.kindKept']);
  });

  test.each([
    ['secretary', 403],
    ['teacher', 404],
    ['stranger', 404],
  ])('%s: %i', async (who, status) => {
    expect((await put(`/subjects/${uuidv7()}`, subject({ name: 'Логика' }), who))[0]).toBe(status);
  });
});

describe('kinds of work', () => {
  const usual = async () => (await read()).workTypes.filter(({ isDefault }) => isDefault);

  test('another one becomes the usual one; the usual one can neither retire nor stop', async () => {
    const id = uuidv7();
    expect(await put(`/work-types/${id}`, workType({ isDefault: true }))).toEqual([204, undefined]);
    expect((await usual()).map((one) => one.id)).toEqual([id]);
    const [standing] = await usual();
    const { id: _, ...body } = standing ?? { id: '' };
    expect(await put(`/work-types/${id}`, { ...body, isRetired: true })).toEqual([
      422,
      'curriculum.defaultNeeded',
    ]);
    expect(await put(`/work-types/${id}`, { ...body, isDefault: false })).toEqual([
      422,
      'curriculum.defaultNeeded',
    ]);
  });

  test('a new weight leaves the works that are there as they are', async () => {
    const { teacher } = at.people;
    const lesson = at.algebra.lessonOn('2026-11-23');
    const type = at.school.frame.controlWork;
    await at.server
      .sql(`insert into journal.work (school_id, id, assignment_id, lesson_id, ordinal, work_type_id, weight, created_by)
      values (1, '${lesson}', '${at.algebra.id}', '${lesson}', 1, '${type}', 4, '${teacher.personId}')`);
    const standing = (await read()).workTypes.find(({ id }) => id === type);
    const { id: _, ...body } = standing ?? { id: '' };
    expect(await put(`/work-types/${type}`, { ...body, weight: 5 })).toEqual([204, undefined]);
    expect((await read()).workTypes.find(({ id }) => id === type)?.weight).toBe(5);
    expect(await at.server.sql(`select weight from journal.work where id = '${lesson}'`)).toEqual([
      { weight: 4 },
    ]);
  });

  test.each([
    ['a sign that is taken', { name: 'Другая', abbr: 'к' }, [409, 'curriculum.abbrTaken']],
    ['a name that is taken', { name: 'контрольная работа', abbr: 'КК' }, [409, 'curriculum.nameTaken']],
    ['a weight beyond 100', { name: 'Тяжёлая', abbr: 'ТЖ', weight: 101 }, [400, 'invalidInput']],
  ])('%s is refused', async (_, given, answer) => {
    expect(await put(`/work-types/${uuidv7()}`, workType(given))).toEqual(answer);
  });
});
