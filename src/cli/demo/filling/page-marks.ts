import { addDays, periodOn, weekdayOf } from '#modules/organisation/index.ts';
import type { WorkTypeKey } from '../curriculum/subjects.ts';
import type { Student } from '../people/students.ts';
import { chance, type Chance } from '../random.ts';
import type { Period, SchoolFrame } from '../school-frame.ts';
import { ability, markFor } from './abilities.ts';
import type { Absences } from './absences.ts';
import { writeMark, writeWork, type Ledger, type MarkVersion } from './marks-writer.ts';
import { oralType, type PlannedLesson, type PlannedWork } from './works-plan.ts';

export type PageMarks = {
  readonly school: SchoolFrame;
  readonly absences: Absences;
  readonly ledger: Ledger;
  /** ISO moment; nothing is entered after it. */
  readonly now: string;
};

/** Works and marks of one page up to now. Written works are handed back a day or two later. */
export function fillMarks(
  at: PageMarks,
  held: readonly PlannedLesson[],
  planned: readonly PlannedLesson[],
): void {
  const first = held[0];
  if (!first) return;
  const { assignment } = first.lesson;
  const { subject, hours, group } = assignment;
  const luck = chance(`marks-${assignment.id}`);
  const periods = at.school
    .periodsOf(assignment.schoolClass.plan.grade)
    .filter(({ kind }) => kind !== 'year');
  const gifts = new Map(group.students.map((student) => [student, ability(student, subject)]));
  for (const period of periods) {
    const all = planned.filter(({ lesson }) => period.start <= lesson.date && lesson.date <= period.end);
    const counts = new Map<Student, number>();
    const lessons = held.filter(({ lesson }) => periodOn([period], lesson.date) !== null);
    for (const [place, { lesson, works }] of lessons.entries()) {
      const present = group.students.filter((student) => isPresent(student, lesson.date, at.absences));
      const able =
        subject === 'sport' ? present.filter((student) => !at.absences.isExempt(student)) : present;
      const oral = oralWork(luck, { hours, counts, able, left: all.length - place, assignment: { subject } });
      const day: LessonWorks = {
        ...at,
        luck,
        period,
        counts,
        gifts,
        planned: { lesson, works: [...works, ...oral], topic: '' },
      };
      for (const [index, work] of day.planned.works.entries())
        fillWork(day, { work, ordinal: index + 1, able });
    }
  }
}

type LessonWorks = PageMarks & {
  readonly luck: Chance;
  readonly period: Period;
  readonly counts: Map<Student, number>;
  readonly gifts: ReadonlyMap<Student, number>;
  readonly planned: PlannedLesson;
};

const isPresent = (student: Student, date: string, absences: Absences) =>
  student.from <= date && date <= (student.until ?? date) && !absences.isAway(student, date);

/** Marks a student should have by the end of a quarter: never fewer than the rule for «н/а» asks. */
const quarterTarget = (hours: number) => (hours <= 1 ? 3.3 : hours === 2 ? 5.3 : 5.6);

/** Asks as many as are still needed, those with the fewest marks first. */
function oralWork(
  luck: Chance,
  given: {
    hours: number;
    counts: ReadonlyMap<Student, number>;
    able: readonly Student[];
    left: number;
    assignment: { subject: Parameters<typeof oralType>[0] };
  },
): readonly PlannedWork[] {
  const { hours, counts, able, left } = given;
  const target = quarterTarget(hours);
  const missing = able.reduce((sum, student) => sum + Math.max(0, target - (counts.get(student) ?? 0)), 0);
  const wanted = (missing / Math.max(1, left)) * (left <= 3 ? 1 : 0.75);
  const who = Math.floor(wanted) + (luck.happens(wanted % 1) ? 1 : 0);
  if (who === 0 || (who < 2 && left > 3 && luck.happens(0.5))) return [];
  return [
    { type: oralType(given.assignment.subject), title: null, who: Math.min(who, able.length), isDual: false },
  ];
}

const handedBackLater = new Set<WorkTypeKey>([
  'control',
  'controlDictation',
  'dictation',
  'essay',
  'retelling',
  'independent',
  'test',
  'checking',
  'vocabulary',
  'homework',
  'report',
]);
const bigWorks = new Set<WorkTypeKey>(['control', 'controlDictation', 'essay', 'retelling', 'checking']);

function fillWork(
  day: LessonWorks,
  { work, ordinal, able }: { work: PlannedWork; ordinal: number; able: readonly Student[] },
): void {
  const { school, luck, planned, counts, now, period } = day;
  const { lesson } = planned;
  const { assignment } = lesson;
  const authorId = assignment.teacher.person.id;
  const created = school.moments.at(lesson.date, lesson.starts ?? '09:00', 4);
  const { id, weight } = writeWork(school, {
    lesson,
    ordinal,
    type: work.type,
    title: work.title,
    authorId,
    at: created,
  });
  const day_ = handedBackLater.has(work.type) ? checkedOn(luck, lesson.date, period.end) : null;
  const entered =
    day_ === null
      ? school.moments.at(lesson.date, lesson.ends ?? '09:40', -luck.between(1, 12))
      : school.moments.at(day_, '15:05', luck.between(0, 200));
  const students = work.who === 'all' ? able : fewestMarks(luck, able, counts).slice(0, work.who);
  for (const student of students) {
    if (work.who === 'all' && luck.happens(0.012)) continue;
    markStudent(day, { work, workId: id, weight, student, entered });
    counts.set(student, (counts.get(student) ?? 0) + (work.isDual ? 2 : 1));
  }
  if (!bigWorks.has(work.type) || assignment.marks !== 'numbers') return;
  const missed = assignment.group.students.filter(
    (student) =>
      day.absences.isAway(student, lesson.date) &&
      student.from <= lesson.date &&
      lesson.date <= (student.until ?? lesson.date),
  );
  for (const student of missed) {
    if (luck.happens(0.55) && entered <= now) writeLater(day, { work, workId: id, weight, student, entered });
  }
}

function markStudent(
  day: LessonWorks,
  given: { work: PlannedWork; workId: string; weight: number; student: Student; entered: string },
): void {
  const { school, luck, planned, ledger, now, period } = day;
  const { work, workId, weight, student, entered } = given;
  const { assignment, date } = planned.lesson;
  const { subject, marks } = assignment;
  const authorId = assignment.teacher.person.id;
  const gift = day.gifts.get(student) ?? 0;
  const base = { workId, student, attempt: 1, pointDue: null, authorId };
  for (const slot of work.isDual ? ([1, 2] as const) : ([1] as const)) {
    const value =
      marks === 'credit'
        ? luck.happens(0.97)
          ? 'passed'
          : 'failed'
        : markFor(luck, gift, { subject, type: work.type });
    const slip = marks === 'numbers' && luck.happens(0.008);
    const comment = commentFor(luck, value);
    const retake = value === '2' && weight >= 3 && slot === 1 && !work.isDual && luck.happens(0.75);
    const better = retake ? (luck.happens(0.3) ? '4' : '3') : null;
    const retakeDay = weekday(addDays(planned.lesson.date, luck.between(7, 9)));
    if (entered > now) continue;
    const versions: MarkVersion[] =
      slip && value !== '5'
        ? [
            { value: String(Number(value) + 1), at: entered, reason: 'entered' },
            { value, at: later(entered, 3), reason: 'corrected' },
          ]
        : [{ value, at: entered, reason: 'entered' }];
    writeMark(school, { ...base, slot, comment, versions: versions.filter(({ at }) => at <= now) });
    const counted = versions.findLast(({ at }) => at <= now)?.value ?? value;
    const retakeAt = school.moments.at(retakeDay, '15:20', 20);
    const isRetaken = better !== null && retakeAt <= now && retakeDay <= period.end;
    if (isRetaken) {
      writeMark(school, {
        ...base,
        attempt: 2,
        slot,
        comment: null,
        versions: [{ value: better, at: retakeAt, reason: 'retake' }],
      });
    }
    if (marks === 'numbers')
      ledger.add(student, subject, { date, weight, value: Number(isRetaken ? better : counted) });
  }
}

/** Who was away at a control work has a point until it is written; then the mark stands in the same cell. */
function writeLater(
  day: LessonWorks,
  given: { work: PlannedWork; workId: string; weight: number; student: Student; entered: string },
): void {
  const { school, luck, planned, ledger, now, period } = day;
  const { work, workId, weight, student, entered } = given;
  const { assignment, date } = planned.lesson;
  const gift = day.gifts.get(student) ?? 0;
  const value = markFor(luck, gift - 0.15, { subject: assignment.subject, type: work.type });
  const due = weekday(addDays(date, 10));
  const done = weekday(addDays(date, luck.between(5, 10)));
  const isWritten = done <= period.end && !day.absences.isAway(student, done);
  const writtenAt = school.moments.at(done, '15:40', luck.between(0, 30));
  const versions: MarkVersion[] = [
    { value: 'pendingPoint', at: entered, reason: 'entered' },
    ...(isWritten && writtenAt <= now && writtenAt > entered
      ? [{ value, at: writtenAt, reason: 'lateEntry' as const }]
      : []),
  ];
  // A point nobody answered by the end of the period would stand there for ever.
  if (versions.length === 1 && day.school.moments.at(period.end, '19:00') <= now) return;
  writeMark(school, {
    workId,
    student,
    attempt: 1,
    slot: 1,
    versions,
    comment: null,
    pointDue: due,
    authorId: assignment.teacher.person.id,
  });
  if (versions.length === 2) ledger.add(student, assignment.subject, { date, weight, value: Number(value) });
}

const fewestMarks = (luck: Chance, students: readonly Student[], counts: ReadonlyMap<Student, number>) =>
  students
    .map((student) => ({ student, rank: (counts.get(student) ?? 0) + 1.6 * luck.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ student }) => student);

/** The next study day or the one after; before the period ends on the day itself. */
function checkedOn(luck: Chance, date: string, periodEnd: string): string | null {
  const day = weekday(addDays(date, luck.between(1, 2)));
  return day <= periodEnd ? day : null;
}

const weekday = (date: string): string => (weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date);

const later = (moment: string, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

function commentFor(luck: Chance, value: string): string | null {
  const words = comments[value];
  return words && luck.happens(0.02) ? luck.pick(words) : null;
}

const comments: Readonly<Record<string, readonly string[]>> = {
  '5': [
    'Отличный ответ у доски',
    'Оригинальное решение',
    'Молодец, подробное объяснение',
    'Самостоятельно и без ошибок',
  ],
  '4': ['Есть недочёты в оформлении', 'Одна вычислительная ошибка', 'Ответ верный, но неполный'],
  '3': ['Повторить правило', 'Много исправлений', 'Работа выполнена не до конца'],
  '2': [
    'Нет домашней работы',
    'Работа не сдана вовремя, можно исправить',
    'Тема не выучена, нужна консультация',
  ],
};
