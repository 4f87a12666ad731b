import type { JournalPage } from '../../pages/contract.ts';
import { type Write, keyOf } from '../queue/writes.ts';

/** What the server has at a place, and its version. */
export type Known = { readonly content: Write['content'] | null; readonly version: number };

/** Everything a page says, each under the key by which it is written. */
export function contentsOf(page: JournalPage): Map<string, Known> {
  const known = new Map<string, Known>();
  const lessonId = (place: number) => page.lessons[place]?.id ?? '';
  const workId = (place: number) => page.works[place]?.[0] ?? '';
  const studentId = (place: number) => page.students[place]?.[0] ?? '';
  for (const lesson of page.lessons) {
    const { id, topic, attendanceTaken, recordVersion, homework } = lesson;
    known.set(keyOf.record({ lessonId: id }), {
      content: { topic, attendanceTaken },
      version: recordVersion,
    });
    if (homework === null) continue;
    const { text, minutes, dueRule, dueLessonId, dueDate, publishAt, version } = homework;
    known.set(keyOf.homework({ lessonId: id }), {
      content: { text: text ?? '', minutes, dueRule, dueLessonId, dueDate, publishAt },
      version,
    });
  }
  for (const [id, lesson, ordinal, type, weight, title, version] of page.works) {
    const workTypeId = page.workTypes[type]?.id ?? '';
    known.set(keyOf.work({ workId: id }), {
      content: { lessonId: lessonId(lesson), ordinal, workTypeId, weight, title },
      version,
    });
  }
  for (const [work, student, attempt, slot, value, version, comment, pointDue] of page.marks) {
    const place = { workId: workId(work), studentId: studentId(student), attempt, slot };
    known.set(keyOf.mark(place), { content: { value, comment, pointDue }, version });
  }
  for (const [lesson, student, fact, minutes, version] of page.attendance) {
    const place = { lessonId: lessonId(lesson), studentId: studentId(student) };
    known.set(keyOf.attendance(place), { content: { fact, minutes }, version });
  }
  for (const [student, period, kind, value, version] of page.finalMarks) {
    const gradingPeriodId = page.periods[period]?.id ?? '';
    const place = { studentId: studentId(student), gradingPeriodId, kind };
    known.set(keyOf.finalMark(place), { content: { value }, version });
  }
  return known;
}
