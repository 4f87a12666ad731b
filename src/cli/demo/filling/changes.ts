import { mondayOf, addDays } from '#modules/organisation/index.ts';
import type { SubjectKey } from '../curriculum/subjects.ts';
import type { Teacher } from '../people/staff.ts';
import { chance, type Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { showcase } from '../school-plan.ts';
import type { Lesson } from '../timetable/make-timetable.ts';

/** How a dated lesson differs from the template. */
export type Change = {
  readonly state?: 'cancelled';
  readonly substitute?: Teacher;
  readonly roomId?: string;
};

export type Changes = {
  readonly of: (lesson: Lesson) => Change | null;
  /** Lessons put in place of cancelled ones of another subject. */
  readonly added: readonly (Lesson & { readonly replacesId: string })[];
};

/**
 * What became of the timetable: in each week since September some teacher is ill for a day and colleagues
 * take the lessons; this week also a cancelled lesson, one replaced by another subject, and other rooms.
 * Nobody is sent to two lessons at once.
 */
export function makeChanges(
  school: SchoolFrame,
  lessons: readonly Lesson[],
  given: { today: string; authorId: string; teachers: readonly Teacher[] },
): Changes {
  const luck = chance(`changes-${school.plan.schoolId}`);
  const found = new Map<string, Change>();
  const added: (Lesson & { replacesId: string })[] = [];
  const book = bookings(lessons);
  const write = writer(school, given.authorId);
  const byDate = Map.groupBy(lessons, ({ date }) => date);
  const monday = mondayOf(given.today);
  for (let week = mondayOf(school.frame.year.start); week <= monday; week = addDays(week, 7)) {
    const isThisWeek = week === monday;
    const date = isThisWeek ? givenDay(given.today, byDate) : addDays(week, luck.between(0, 4));
    const day = byDate.get(date) ?? [];
    const ill = luck.pick(given.teachers.filter(({ chair }) => chair !== 'primary'));
    const hers = (
      isThisWeek ? showcaseLessons(day, luck) : day.filter(({ assignment }) => assignment.teacher === ill)
    ).slice(0, 4);
    for (const lesson of hers) substitute(lesson, luck, { book, found, write, teachers: given.teachers });
    if (isThisWeek) thisWeek(school, { day, luck, found, added, book, write });
  }
  return { of: (lesson) => found.get(lesson.id) ?? null, added };
}

/** Today, or the last day before it that had lessons. */
function givenDay(today: string, byDate: ReadonlyMap<string, readonly Lesson[]>): string {
  let date = today;
  for (let back = 0; back < 7 && !byDate.has(date); back += 1) date = addDays(date, -1);
  return date;
}

/** One lesson of the showcase class this week is a substitution, never the demo teacher's own. */
function showcaseLessons(day: readonly Lesson[], luck: Chance): readonly Lesson[] {
  const fits = day.filter(
    ({ assignment, number }) =>
      assignment.schoolClass.plan.grade === showcase.grade &&
      assignment.schoolClass.plan.letter === showcase.letter &&
      assignment.group.divisionTag === null &&
      number > showcase.number &&
      !assignment.teacher.subjects.includes('algebra') &&
      assignment.subject !== 'horizons',
  );
  return fits.length === 0 ? [] : [luck.pick(fits)];
}

type Book = {
  readonly isFree: (teacher: Teacher, lesson: Lesson) => boolean;
  readonly take: (teacher: Teacher, lesson: Lesson) => void;
};

function bookings(lessons: readonly Lesson[]): Book {
  const key = (teacher: Teacher, { date, starts }: Lesson) => `${teacher.person.id} ${date} ${starts ?? ''}`;
  const taken = new Set(lessons.map((lesson) => key(lesson.assignment.teacher, lesson)));
  return {
    isFree: (teacher, lesson) => !taken.has(key(teacher, lesson)),
    take: (teacher, lesson) => void taken.add(key(teacher, lesson)),
  };
}

type Write = ReturnType<typeof writer>;

function substitute(
  lesson: Lesson,
  luck: Chance,
  at: { book: Book; found: Map<string, Change>; write: Write; teachers: readonly Teacher[] },
): void {
  const { teacher, subject } = lesson.assignment;
  const colleagues = at.teachers.filter((other) => other !== teacher && at.book.isFree(other, lesson));
  const sameSubject = colleagues.filter((other) => other.subjects.includes(subject));
  const substitute = luck.pick(
    sameSubject.length > 0 ? sameSubject : colleagues.filter(({ chair }) => chair !== 'primary'),
  );
  if (at.found.has(lesson.id)) return;
  at.book.take(substitute, lesson);
  at.found.set(lesson.id, { substitute });
  at.write(lesson, {
    kind: 'substitution',
    old: { teacherId: teacher.person.id },
    next: { teacherId: substitute.person.id },
    ...luck.pick([
      { reasonCode: 'ill', reason: 'Больничный лист' },
      { reasonCode: 'training', reason: 'Курсы повышения квалификации' },
      { reasonCode: 'trip', reason: 'Сопровождение олимпиады' },
    ]),
  });
}

function thisWeek(
  school: SchoolFrame,
  at: {
    day: readonly Lesson[];
    luck: Chance;
    found: Map<string, Change>;
    added: (Lesson & { replacesId: string })[];
    book: Book;
    write: Write;
  },
): void {
  const { day, luck, found, added, book, write } = at;
  const plain = day.filter(
    ({ id, assignment, number }) =>
      !found.has(id) &&
      assignment.group.divisionTag === null &&
      assignment.marks === 'numbers' &&
      number >= 2 &&
      !(
        assignment.schoolClass.plan.grade === showcase.grade &&
        assignment.schoolClass.plan.letter === showcase.letter
      ),
  );
  const lastOfDay = plain.filter(
    (lesson) =>
      !day.some(
        (other) =>
          other.assignment.schoolClass === lesson.assignment.schoolClass && other.number > lesson.number,
      ),
  );
  const cancelled = lastOfDay.length > 0 ? luck.pick(lastOfDay) : null;
  if (cancelled) {
    found.set(cancelled.id, { state: 'cancelled' });
    write(cancelled, {
      kind: 'cancellation',
      old: { state: 'planned' },
      next: { state: 'cancelled' },
      reasonCode: 'ill',
      reason: 'Больничный лист',
    });
  }
  const pairs = plain.flatMap((lesson) =>
    day
      .filter(
        ({ assignment, id }) =>
          assignment.schoolClass === lesson.assignment.schoolClass &&
          assignment.group.divisionTag === null &&
          assignment.subject !== lesson.assignment.subject &&
          assignment.marks === 'numbers' &&
          !found.has(id) &&
          book.isFree(assignment.teacher, lesson),
      )
      .map((other) => ({ lesson, other })),
  );
  const others = pairs.filter(({ lesson }) => lesson !== cancelled);
  const pair = others.length > 0 ? luck.pick(others) : null;
  if (pair) {
    const { lesson, other } = pair;
    found.set(lesson.id, { state: 'cancelled' });
    book.take(other.assignment.teacher, lesson);
    const id = school.id('lesson');
    added.push({
      ...lesson,
      id,
      assignment: other.assignment,
      assignmentId: other.assignment.id,
      roomId: other.assignment.teacher.roomId,
      seqInDay: day.filter(({ assignmentId }) => assignmentId === other.assignmentId).length + 1,
      replacesId: lesson.id,
    });
    write(lesson, {
      kind: 'cancellation',
      old: { state: 'planned' },
      next: { state: 'cancelled', replacedById: id },
      reasonCode: 'training',
      reason: 'Семинар в институте',
    });
  }
  for (const lesson of luck
    .shuffled(plain)
    .filter(({ id, assignment }) => !found.has(id) && !ownRooms.has(assignment.subject))
    .slice(0, 2)) {
    const usedRooms = new Set(
      day.filter(({ starts }) => starts === lesson.starts).map(({ roomId }) => roomId),
    );
    const ordinary = day.filter(({ assignment }) => !ownRooms.has(assignment.subject));
    const free = [...new Set(ordinary.map(({ roomId }) => roomId))].filter(
      (room) => room !== null && !usedRooms.has(room),
    );
    if (free.length === 0) continue;
    const roomId = luck.pick(free) as string;
    found.set(lesson.id, { roomId });
    write(lesson, {
      kind: 'room',
      old: { roomId: lesson.roomId },
      next: { roomId },
      reasonCode: 'repairs',
      reason: 'Меняют окна',
    });
  }
}

/** Nobody else's lesson moves into these rooms, nor theirs out. */
const ownRooms = new Set<SubjectKey>(['sport', 'labour', 'music', 'informatics']);

function writer(school: SchoolFrame, authorId: string) {
  return (
    lesson: Lesson,
    change: {
      kind: 'substitution' | 'cancellation' | 'room';
      old: object;
      next: object;
      reasonCode: string;
      reason: string;
    },
  ) => {
    school.rows.add('timetable.lesson_change', {
      school_id: school.plan.schoolId,
      id: school.id('change'),
      lesson_id: lesson.id,
      kind: change.kind,
      at: school.moments.at(lesson.date, '07:40'),
      author_id: authorId,
      old_value: change.old,
      new_value: change.next,
      reason: change.reason,
      reason_code: change.reasonCode,
    });
  };
}
