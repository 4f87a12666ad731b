import { addDays } from '#modules/organisation/index.ts';
import type { SchoolClass } from '../load/classes.ts';
import type { Assignment, TeachingLoad } from '../load/teaching-load.ts';
import type { Staff } from '../people/staff.ts';
import { chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { showcase } from '../school-plan.ts';
import type { Lesson } from '../timetable/make-timetable.ts';
import { makeAbsences, type Absences } from './absences.ts';
import { makeChanges, type Changes } from './changes.ts';
import { fillFinals } from './final-marks.ts';
import { writeAttendance, writeHomework, writeLessons, writeRecord, type HeldLesson } from './lessons.ts';
import { ledger, type Ledger } from './marks-writer.ts';
import { fillMarks } from './page-marks.ts';
import { planPage, type ControlDays, type PlannedLesson } from './works-plan.ts';

export type TaughtSchool = {
  readonly school: SchoolFrame;
  readonly staff: Staff;
  readonly classes: readonly SchoolClass[];
  readonly load: TeachingLoad;
  readonly lessons: readonly Lesson[];
};

type Filling = TaughtSchool & {
  readonly now: string;
  readonly today: string;
  readonly changes: Changes;
  readonly absences: Absences;
  readonly marks: Ledger;
};

/** Everything that happened from the first of September to now. */
export function fillSchool(taught: TaughtSchool, now: Date): void {
  const { school, staff, classes, load, lessons } = taught;
  const today = school.moments.local(now).date;
  const deputy = staff.office.find(({ position }) => position.startsWith('Заместитель')) ?? staff.office[0];
  const authorId = deputy?.person.id ?? '';
  const changes = makeChanges(school, lessons, { today, authorId, teachers: staff.teachers });
  writeLessons(school, lessons, changes);
  const homeroom = (schoolClass: SchoolClass) => load.homeroom.get(schoolClass)?.person.id ?? authorId;
  const absences = makeAbsences(school, classes, { today, homeroom });
  const filling: Filling = { ...taught, now: now.toISOString(), today, changes, absences, marks: ledger() };
  const byAssignment = Map.groupBy(lessons, ({ assignmentId }) => assignmentId);
  for (const schoolClass of classes) {
    const own = load.assignments.filter((assignment) => assignment.schoolClass === schoolClass);
    fillClass(filling, own, byAssignment);
  }
  fillFinals(
    { school, absences, ledger: filling.marks, now: filling.now, lockedBy: authorId },
    classes,
    load.assignments,
  );
}

function fillClass(
  filling: Filling,
  assignments: readonly Assignment[],
  byAssignment: ReadonlyMap<string, readonly Lesson[]>,
): void {
  const controls: ControlDays = new Map();
  const isEdge = edges(assignments.flatMap(({ id }) => byAssignment.get(id) ?? []));
  // Mathematics and Russian choose the days of their control works first.
  const ordered = assignments.toSorted((a, b) => b.hours - a.hours);
  for (const assignment of ordered) {
    const planned = planPage(assignment, byAssignment.get(assignment.id) ?? [], { controls, isEdge });
    fillPage(filling, planned);
  }
}

function fillPage(filling: Filling, planned: readonly PlannedLesson[]): void {
  const { school, now, changes, absences, marks } = filling;
  const held: HeldLesson[] = [];
  for (const [index, plan] of planned.entries()) {
    const { lesson } = plan;
    const change = changes.of(lesson);
    if (school.moments.at(lesson.date, lesson.ends ?? '23:00') > now || change?.state === 'cancelled')
      continue;
    if (isForgotten(filling, lesson)) continue;
    const conductor = change?.substitute ?? lesson.assignment.teacher;
    const one: HeldLesson = { ...plan, conductor };
    held.push(one);
    writeRecord(school, one);
    writeAttendance(school, one, absences);
    const coming = planned
      .slice(index + 1, index + 6)
      .map((other) => other.lesson)
      .filter((other) => changes.of(other)?.state !== 'cancelled');
    writeHomework(school, one, { index, coming, now });
  }
  for (const lesson of changes.added) {
    if (lesson.assignmentId !== planned[0]?.lesson.assignmentId) continue;
    if (school.moments.at(lesson.date, lesson.ends ?? '23:00') > now) continue;
    const one = {
      lesson,
      topic: 'Решение задач и упражнений',
      works: [],
      conductor: lesson.assignment.teacher,
    };
    writeRecord(school, one);
    writeAttendance(school, one, absences);
  }
  if (planned[0]?.lesson.assignment.marks !== 'none')
    fillMarks({ school, absences, ledger: marks, now }, held, planned);
}

/** Of the last days one lesson in twenty is not written up yet, but never in the showcase class. */
function isForgotten({ today }: Filling, { date, id, assignment }: Lesson): boolean {
  const { grade, letter } = assignment.schoolClass.plan;
  if (date < addDays(today, -2) || (grade === showcase.grade && letter === showcase.letter)) return false;
  return chance(`forgotten-${id}`).happens(0.05);
}

/** Is it the first or the last lesson of the class on that day? Extracurricular ones are not counted. */
function edges(lessons: readonly Lesson[]): (lesson: Lesson) => boolean {
  const days = new Map<string, { first: number; last: number }>();
  for (const { date, number, assignment } of lessons) {
    if (assignment.subject === 'important' || assignment.subject === 'horizons') continue;
    const known = days.get(date) ?? { first: number, last: number };
    days.set(date, { first: Math.min(known.first, number), last: Math.max(known.last, number) });
  }
  return ({ date, number }) => number === days.get(date)?.first || number === days.get(date)?.last;
}
