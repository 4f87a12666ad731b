import { diaryModule } from '#modules/diary/module.ts';
import { homeworkModule } from '#modules/homework/module.ts';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool, type TestPage, type TestSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { timetableModule } from '#modules/timetable/module.ts';
import { uuidv7 } from '#platform/ids.ts';
import { reschedulingModule } from '../module.ts';
import type { ActDone } from './contract.ts';

export type Reply = ActDone & {
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};
export type Wanted = Readonly<Record<string, unknown>>;

export const today = '2026-11-24';

type Pages = Readonly<Record<'algebra' | 'busyPage' | 'history', TestPage>>;

/**
 * Two schools, the people of one of them signed in, and what tests of acts ask for again and again; `furnish` puts more
 * into the school before it is written.
 */
export async function aDeputysSchool<Furnished = null>({
  furnish,
}: { readonly furnish?: (given: Pages & { readonly school: TestSchool }) => Furnished } = {}) {
  const school = aSchool(1);
  const otherSchool = aSchool(2);
  const deputy = school.staff('Завуч', 'deputyHead');
  const ill = school.teacher('Больных');
  const substitute = school.teacher('Замещаева');
  const busy = school.teacher('Занятова');
  const left = school.teacher('Уволенная');
  const seventh = school.withClass('7Б', 2);
  const sixth = school.withClass('6А', 2);
  const algebra = seventh.taughtBy(ill, 'Алгебра');
  const history = seventh.taughtBy(substitute, 'История', { from: '2026-12-25', until: '2026-12-25' });
  const busyPage = sixth.taughtBy(busy, 'Алгебра');
  const foreignClass = otherSchool.withClass('7Б', 1);
  const foreign = foreignClass.taughtBy(otherSchool.teacher('Чужая'), 'Алгебра');
  const roomId = school.row('organisation.room', {
    id: uuidv7(),
    name: '204',
    building: null,
    capacity: null,
  });
  const child = seventh.students[0] ?? '';
  const guardian = school.guardianOf(child);
  const secretary = school.staff('Секретарева', 'secretary');
  const furnished = furnish?.({ school, algebra, busyPage, history }) as Furnished;
  const server = await serverOf([school, otherSchool], {
    modules: [timetableModule, homeworkModule, journalModule, reschedulingModule, diaryModule],
    people: { deputy, secretary, ill, substitute, busy, guardian },
  });
  await server.sql(
    `update roster.staff set end_date = '2026-10-31' where school_id = 1 and person_id = '${left.personId}'`,
  );

  type Given = Wanted & { readonly as?: string; readonly actId?: string; readonly key?: string };
  const act = (changes: readonly Wanted[], { as = 'deputy', actId = uuidv7(), key, ...body }: Given = {}) =>
    server.put<Reply>(as, `/timetable/acts/${actId}`, {
      body: { reasonCode: 'ill', note: null, absence: null, acceptsClashes: false, changes, ...body },
      key,
    });
  const undo = (actId: string, as = 'deputy') =>
    server.put<Reply>(as, `/timetable/acts/${actId}/undoing`, { body: {} });
  const versionOf = async (lessonId: string) =>
    (
      await server.sql<{ version: number }>(
        `select version from timetable.lesson where school_id = 1 and id = '${lessonId}'`,
      )
    )[0]?.version ?? 0;
  const lessonRow = async (lessonId: string) =>
    (
      await server.sql<Record<string, unknown>>(
        `select date, number, teacher_id as teacher, room_id as room, state from timetable.lesson where school_id = 1 and id = '${lessonId}'`,
      )
    )[0];
  const counts = async () =>
    (
      await server.sql(`select (select count(*) from timetable.lesson_change where school_id = 1)::int as changes,
      (select sum(version) from timetable.lesson where school_id = 1)::int as versions,
      (select count(*) from timetable.staff_absence where school_id = 1)::int as absences,
      (select count(*) from platform.idempotency_key where school_id = 1)::int as keys`)
    )[0];
  const wanted = async (lessonId: string, change: Wanted) => ({
    lessonId,
    expected: await versionOf(lessonId),
    ...change,
  });
  const record = (as: string, lessonId: string) =>
    server.put<{ code?: string }>(as, `/lessons/${lessonId}/record`, {
      body: { topic: 'Формулы', attendanceTaken: false, expected: 0 },
    });
  const diaryLessons = async (from: string) => {
    const { reply } = await server.get<{ days: { date: string; lessons: Record<string, unknown>[] }[] }>(
      'guardian',
      `/students/${child}/diary?from=${from}`,
    );
    return reply.days.find(({ date }) => date === from)?.lessons ?? [];
  };
  return {
    school,
    furnished,
    classId: seventh.id,
    foreignClassId: foreignClass.id,
    deputy,
    ill,
    substitute,
    busy,
    left,
    algebra,
    history,
    busyPage,
    foreign,
    roomId,
    child,
    server,
    act,
    undo,
    versionOf,
    lessonRow,
    counts,
    wanted,
    record,
    diaryLessons,
  };
}
