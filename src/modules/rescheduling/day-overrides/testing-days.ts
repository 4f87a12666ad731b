import { uuidv7 } from '#platform/ids.ts';
import { aDeputysSchool, type Wanted } from '../changes/testing-acts.ts';
import type { DayOverrideDone, DayOverrideEffect } from './contract.ts';

export type DayReply = DayOverrideDone &
  DayOverrideEffect & { readonly code?: string; readonly facts?: Readonly<Record<string, unknown>> };

/**
 * `aDeputysSchool` with bells and a timetable: algebra of 7Б and of 6А as the lessons stand (Monday, Tuesday, Thursday,
 * fourth); history of 7Б on Monday second and Thursday third, from 26 November to 10 December.
 */
export async function aSchoolWithBells() {
  const given = await aDeputysSchool({
    furnish({ school, algebra, busyPage, history }) {
      const schedule = (name: string, bells: readonly (readonly [number, string, string])[]) => {
        const id = school.row('organisation.bell_schedule', { id: uuidv7(), name, shift: 1 });
        for (const [number, starts, ends] of bells)
          school.row('organisation.bell_period', { bell_schedule_id: id, number, starts, ends });
        return id;
      };
      schedule('Обычные', [
        [2, '09:25', '10:05'],
        [3, '10:25', '11:05'],
        [4, '11:35', '12:15'],
      ]);
      const template_id = school.row('timetable.template', {
        id: uuidv7(),
        academic_year_id: school.frame.yearId,
        name: 'Основное',
        start_date: '2026-09-01',
        end_date: '2026-12-31',
        retired_at: null,
      });
      const card = (assignment_id: string, weekday: number, number: number) =>
        school.row('timetable.template_card', { id: uuidv7(), template_id, assignment_id, weekday, number });
      for (const weekday of [1, 2, 4]) {
        card(algebra.id, weekday, 4);
        card(busyPage.id, weekday, 4);
      }
      card(history.id, 1, 2);
      card(history.id, 4, 3);
      const made = (date: string, number: number, times: readonly [string, string]) =>
        school.row('timetable.lesson', {
          id: uuidv7(),
          assignment_id: history.id,
          date,
          number,
          starts: times[0],
          ends: times[1],
        });
      for (const date of ['2026-11-30', '2026-12-07']) made(date, 2, ['09:25', '10:05']);
      for (const date of ['2026-11-26', '2026-12-03', '2026-12-10']) made(date, 3, ['10:25', '11:05']);
      return {
        short: schedule('Сокращённые', [
          [2, '09:10', '09:40'],
          [3, '09:50', '10:20'],
          [4, '10:30', '11:00'],
        ]),
      };
    },
  });
  const { server, furnished } = given;
  const off = (more: Wanted = {}) => ({
    scope: 'class',
    scopeId: given.classId,
    kind: 'off',
    from: '2026-11-26',
    to: '2026-12-08',
    asWeekday: null,
    bellScheduleId: null,
    reasonCode: 'quarantine',
    ...more,
  });
  const preview = (wanted: Wanted, as = 'deputy') =>
    server.post<DayReply>(as, '/timetable/day-overrides/preview', { body: wanted });
  const put = (id: string, body: Wanted, { as = 'deputy', key }: { as?: string; key?: string } = {}) =>
    server.put<DayReply>(as, `/timetable/day-overrides/${id}`, { body, key });
  /** Looks first and agrees, as the page does. */
  const set = async (wanted: Wanted) => {
    const id = uuidv7();
    const { reply } = await preview(wanted);
    return { id, ...(await put(id, { ...wanted, agreed: reply.fingerprint ?? 'none' })) };
  };
  const previewEnding = (id: string, from: string, as = 'deputy') =>
    server.get<DayReply>(as, `/timetable/day-overrides/${id}/ending?from=${from}`);
  const end = async (id: string, from: string) => {
    const { reply } = await previewEnding(id, from);
    const body = { from, agreed: reply.fingerprint ?? 'none' };
    return server.put<DayReply>('deputy', `/timetable/day-overrides/${id}/ending`, { body });
  };
  const lessonsOf = (pageId: string, from = '2026-11-24', to = '2026-12-12') =>
    server.sql<{ id: string; date: string; number: number; starts: string; state: string }>(
      `select id, date, number, to_char(starts, 'HH24:MI') as starts, state from timetable.lesson
       where school_id = 1 and assignment_id = '${pageId}' and date between '${from}' and '${to}' order by date, seq_in_day`,
    );
  const statesOf = async (pageId: string) =>
    (await lessonsOf(pageId)).map(({ date, state }) => `${date.slice(5)} ${state}`);
  type Day = { date: string; off: unknown; special: unknown; lessons: Record<string, unknown>[] };
  const diaryDay = async (date: string) => {
    const path = `/students/${given.child}/diary?from=${date}`;
    const { reply } = await server.get<{ days: Day[] }>('guardian', path);
    return reply.days.find((day) => day.date === date);
  };
  return {
    ...given,
    ...furnished,
    off,
    preview,
    put,
    set,
    previewEnding,
    end,
    lessonsOf,
    statesOf,
    diaryDay,
  };
}
