import type { Teacher } from '../people/staff.ts';
import { chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import type { Lesson } from '../timetable/make-timetable.ts';
import type { Absences } from './absences.ts';
import type { Changes } from './changes.ts';
import { homeworkText } from './homework-texts.ts';
import type { PlannedLesson } from './works-plan.ts';

/** A dated lesson after the changes of its day. */
export type HeldLesson = PlannedLesson & { readonly conductor: Teacher };

/** Rows of all lessons of the year as the changes left them. */
export function writeLessons(school: SchoolFrame, lessons: readonly Lesson[], changes: Changes): void {
  const row = (lesson: Lesson, replaces_id: string | null) => {
    const change = changes.of(lesson);
    school.rows.add('timetable.lesson', {
      school_id: school.plan.schoolId,
      id: lesson.id,
      assignment_id: lesson.assignmentId,
      date: lesson.date,
      seq_in_day: lesson.seqInDay,
      number: lesson.number,
      starts: lesson.starts,
      ends: lesson.ends,
      room_id: change?.roomId ?? lesson.roomId,
      teacher_id: change?.substitute?.person.id ?? null,
      state: change?.state ?? 'planned',
      replaces_id,
      merged_with_id: null,
      version: change === null ? 1 : 2,
    });
  };
  for (const lesson of lessons) row(lesson, null);
  for (const lesson of changes.added) row(lesson, lesson.replacesId);
}

/** Topic and roll call of a lesson that has been held. */
export function writeRecord(school: SchoolFrame, { lesson, topic, conductor }: HeldLesson): void {
  const school_id = school.plan.schoolId;
  const author_id = conductor.person.id;
  const taken = school.moments.at(lesson.date, lesson.starts ?? '09:00', 4);
  const at = school.moments.at(lesson.date, lesson.ends ?? '09:40', -2);
  school.rows.add('journal.lesson_record', {
    school_id,
    lesson_id: lesson.id,
    topic,
    conducted_by: author_id,
    attendance_taken_at: taken,
    attendance_taken_by: author_id,
    updated_at: at,
    author_id,
    version: 1,
  });
  school.rows.add('journal.lesson_record_revision', {
    school_id,
    lesson_id: lesson.id,
    version: 1,
    at,
    author_id,
    session_id: null,
    topic,
    attendance_taken: true,
  });
}

/** Who was away, late, or freed. Nothing is written of those who were simply there. */
export function writeAttendance(
  school: SchoolFrame,
  { lesson, conductor }: HeldLesson,
  absences: Absences,
): void {
  const luck = chance(`roll-${lesson.id}`);
  const school_id = school.plan.schoolId;
  const author_id = conductor.person.id;
  const at = school.moments.at(lesson.date, lesson.starts ?? '09:00', 4);
  for (const student of lesson.assignment.group.students) {
    const dice = luck.next();
    if (student.from > lesson.date || (student.until !== null && student.until < lesson.date)) continue;
    const isLate = dice < (lesson.number <= 1 ? 0.012 : 0.003);
    const isFreed = lesson.assignment.subject === 'sport' && absences.isExempt(student);
    const isAway = absences.isAway(student, lesson.date);
    if (!isAway && !isFreed && !isLate) continue;
    const fact = isAway ? 'absent' : isFreed ? 'exempt' : 'late';
    const minutes = fact === 'late' ? luck.between(3, 15) : null;
    const key = { school_id, lesson_id: lesson.id, student_id: student.person.id };
    school.rows.add('journal.attendance', { ...key, fact, minutes, author_id, updated_at: at, version: 1 });
    school.rows.add('journal.attendance_revision', {
      ...key,
      version: 1,
      at,
      author_id,
      session_id: null,
      old_fact: null,
      new_fact: fact,
      old_minutes: null,
      new_minutes: minutes,
    });
  }
}

/** Homework for the next lesson of the page; what is set only in the afternoon is late and due one lesson later. */
export function writeHomework(
  school: SchoolFrame,
  held: HeldLesson,
  given: { index: number; coming: readonly Lesson[]; now: string },
): void {
  const { lesson, topic, conductor } = held;
  const { subject, schoolClass } = lesson.assignment;
  const luck = chance(`homework-${lesson.id}`);
  const [next, afterNext] = given.coming;
  const homework = homeworkText(luck, { subject, grade: schoolClass.plan.grade, index: given.index, topic });
  // At the first of two lessons in a row nothing is set for the second.
  if (!homework || next?.date === lesson.date) return;
  const inLesson = school.moments.at(lesson.date, lesson.ends ?? '09:40', -3);
  const afternoon = school.moments.at(lesson.date, lesson.ends ?? '14:10', luck.between(30, 150));
  const is_late = luck.happens(0.06) && afternoon <= given.now && afterNext !== undefined;
  const at = is_late ? afternoon : inLesson;
  const dueLesson = (is_late ? afterNext : next) ?? null;
  const school_id = school.plan.schoolId;
  const id = school.id('homework');
  const author_id = conductor.person.id;
  const due = {
    due_rule: 'next' as const,
    due_lesson_id: dueLesson?.id ?? null,
    due_date: dueLesson?.date ?? null,
  };
  const { text, minutes } = homework;
  school.rows.add('homework.homework', {
    school_id,
    id,
    assignment_id: lesson.assignmentId,
    given_lesson_id: lesson.id,
    ordinal: 1,
    text,
    minutes,
    ...due,
    publish_at: at,
    is_late,
    author_id,
    created_at: at,
    updated_at: at,
    version: 1,
  });
  school.rows.add('homework.homework_revision', {
    school_id,
    homework_id: id,
    version: 1,
    at,
    author_id,
    session_id: null,
    text,
    minutes,
    ...due,
  });
}
