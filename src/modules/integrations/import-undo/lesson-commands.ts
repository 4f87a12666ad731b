import { rebindHomework } from '#modules/homework/index.ts';
import { timetableChanged, type TimetableChanged } from '#modules/timetable/events.ts';
import {
  changeTemplates,
  holdTimetable,
  rescheduleLessons,
  retireLessons,
  type LessonRow,
} from '#modules/timetable/index.ts';
import type { Tx } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, staffTopic } from '#platform/outbox/topics.ts';
import type { Entry } from '../import-journal/entry-rules.ts';
import type { ImportBy } from '../roster-import/import-roster.ts';
import { idOf } from './people-units.ts';
import type { Present } from './units.ts';

/** One act at a time on a school's timetable. */
export const holdLessons = (tx: Tx) => tx.text(holdTimetable, [tx.schoolId]);

/** Lessons and templates stand as before; homework follows, and open pages hear of it. */
export async function takeLessonsBack(
  tx: Tx,
  { entries, present }: { readonly entries: readonly Entry[]; readonly present: Present },
  { by, now }: { readonly by: ImportBy; readonly now: Date },
): Promise<void> {
  const lessons = entries.filter(({ fact }) => fact === 'lesson');
  const isOut = ({ old }: Entry) => old === null || old['state'] === 'retired';
  const rows = new Map(present.lessons.map((lesson) => [lesson.id, lesson]));
  await rescheduleLessons(
    tx,
    lessons.flatMap(({ id, old }) => {
      const row = rows.get(id);
      return row && old ? [{ ...row, ...(old as Partial<LessonRow>) }] : [];
    }),
  );
  await retireLessons(
    tx,
    lessons.filter(isOut).map(({ id }) => id),
  );
  await changeTemplates(
    tx,
    entries
      .filter(({ fact }) => fact === 'template')
      .map(({ id, old, new: now_ }) => ({
        id,
        endDate: idOf(old ?? now_, 'endDate'),
        retiredAt: old === null ? now.toISOString() : null,
      })),
  );
  await tell(tx, { lessons, present }, { by, now });
}

async function tell(
  tx: Tx,
  { lessons, present: { roster } }: { readonly lessons: readonly Entry[]; readonly present: Present },
  { by, now }: { readonly by: ImportBy; readonly now: Date },
): Promise<void> {
  const days = lessons.map(({ new: row }) => idOf(row, 'date')).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return;
  const pageIds = [...new Set(lessons.map(({ new: row }) => idOf(row, 'assignmentId')))];
  await rebindHomework(
    tx,
    { pageIds, from },
    { personId: by?.personId ?? null, sessionId: by?.sessionId ?? null, now },
  );
  const groupOf = new Map(roster.assignments.map(({ id, groupId }) => [id, groupId]));
  const classesOf = new Map(roster.groups.map(({ id, classIds }) => [id, classIds]));
  const classIds = new Set(pageIds.flatMap((id) => classesOf.get(groupOf.get(id) ?? '') ?? []));
  await announce(tx, {
    name: timetableChanged,
    topics: [staffTopic, ...[...classIds].map(classTopic), ...pageIds.map(pageTopic)],
    payload: { from, to } satisfies TimetableChanged,
  });
}
