import { readdirSync } from 'node:fs';
import { homeworkModule } from '#modules/homework/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import type { Actor } from '#platform/actor.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { HomeworkFile } from './contract.ts';

const school = aSchool(1);
const foreign = aSchool(2);
export const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const substitute = school.teacher('Заменова');
const deputy = school.staff('Завучева', 'deputyHead');
const secretary = school.staff('Секретарёва', 'secretary');
const sixth = school.withClass('6А', 2);
const otherSixth = school.withClass('6Б', 1);
const homeroom = sixth.homeroomOf('Классная');
const otherHomeroom = otherSixth.homeroomOf('Соседская');
export const maths = sixth.taughtBy(teacher, 'Математика');
export const elsewhere = otherSixth.taughtBy(teacher, 'Математика');
export const russian = otherSixth.taughtBy(colleague, 'Русский язык');
export const abroad = foreign.withClass('6А', 1).taughtBy(foreign.teacher('Чужая'), 'Математика');
export const [anna = '', boris = ''] = sixth.students;
const left = sixth.withStudent('Выбывшая', '2026-09-01', '2026-11-20');
const guardian = school.guardianOf(anna);

const self = (studentId: string): Actor => ({
  ...school.guardianOf(studentId),
  personId: studentId,
  students: [{ studentId, kinship: 'self', scope: ['marks'] }],
});
const withScope = (scope: Actor['students'][number]['scope']): Actor => ({
  ...school.guardianOf(anna),
  students: [{ studentId: anna, kinship: 'father', scope }],
});

/** Given before the girl left, and after. */
export const early = maths.lessonOn('2026-11-17');
export const late = maths.lessonOn('2026-11-24');
export const substituted = maths.lessonOn('2026-11-23');

let server: SchoolServer;

/** The school with homework at four lessons. */
export async function startServer(): Promise<SchoolServer> {
  server = await serverOf([school, foreign], {
    modules: [homeworkModule],
    people: {
      teacher,
      colleague,
      substitute,
      deputy,
      secretary,
      homeroom,
      otherHomeroom,
      guardian,
      anna: self(anna),
      boris: self(boris),
      left: self(left),
      neighbour: school.guardianOf(otherSixth.students[0] ?? ''),
      // Guardianships that have ended are not among an actor's students any more.
      former: { ...guardian, students: [] },
      noMarks: withScope([]),
    },
  });
  await server.sql(
    `update timetable.lesson set teacher_id = '${substitute.personId}' where school_id = 1 and id = '${substituted}'`,
  );
  for (const lessonId of [early, late, substituted, elsewhere.lessonOn('2026-11-24')]) await give(lessonId);
  return server;
}

export const give = (lessonId: string, more: Readonly<Record<string, unknown>> = {}, as = 'teacher') =>
  server.put(as, `/lessons/${lessonId}/homework`, {
    body: {
      text: 'Лист',
      minutes: null,
      dueRule: 'next',
      dueLessonId: null,
      dueDate: null,
      publishAt: null,
      expected: 0,
      ...more,
    },
  });
export type Reply = {
  files: HomeworkFile[];
  copiedIds?: string[];
  code?: string;
  facts?: Record<string, unknown>;
};
export const attach = async (
  lessonId: string,
  given: { bytes?: Uint8Array; name?: string; as?: string; id?: string } = {},
) => {
  const { bytes = aPdf(), name = 'Лист №1.pdf', as = 'teacher', id = uuidv7() } = given;
  const answer = await server.putFile<Reply>(as, `/lessons/${lessonId}/homework/files/${id}`, {
    name,
    bytes,
  });
  return { ...answer, id };
};
const setRemoved = (at: { lessonId: string; id: string; as: string }, isRemoved: boolean) =>
  server.put<Reply>(at.as, `/lessons/${at.lessonId}/homework/files/${at.id}/removal`, {
    body: { isRemoved },
  });
export const remove = (lessonId: string, id: string, as = 'teacher') =>
  setRemoved({ lessonId, id, as }, true);
export const putBack = (lessonId: string, id: string) => setRemoved({ lessonId, id, as: 'teacher' }, false);
export const copy = (to: string, fromLessonId: string, as = 'teacher') =>
  server.post<Reply>(as, `/lessons/${to}/homework/file-copies`, { body: { fromLessonId } });
export const read = (as: string, id: string) => server.raw(as, `/homework-files/${id}`);
export const statusFor = async (as: string, id: string) => (await read(as, id)).status;
export const blobs = () =>
  readdirSync(server.platform.files.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/u.test(name),
  );
