import { datedLessons, type DatedLesson, type TemplateCard } from '#modules/timetable/index.ts';
import { hoursOf, type SubjectKey } from '../curriculum/subjects.ts';
import type { SchoolClass } from '../load/classes.ts';
import type { Assignment } from '../load/teaching-load.ts';
import type { Teacher } from '../people/staff.ts';
import { at, chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { showcase } from '../school-plan.ts';
import { buildWeek } from './build-week.ts';
import { placesOf, slotOf, type ClassWeek, type Place, type WeekEvent } from './week-grid.ts';

/** The weekly pattern: one card per assignment and hour. */
export type Card = TemplateCard & { readonly assignment: Assignment };

export type Lesson = DatedLesson & {
  readonly id: string;
  readonly assignment: Assignment;
};

/** The week of every class without a clash, written as the year's template. */
export function makeTimetable(
  school: SchoolFrame,
  classes: readonly SchoolClass[],
  assignments: readonly Assignment[],
): readonly Card[] {
  const { events, partsOf } = weekEvents(classes, assignments);
  const weeks = buildWeek(events, classes.map(placesOfClass), chance(`timetable-${school.plan.schoolId}`));
  const templateId = school.id('template');
  school.rows.add('timetable.template', {
    school_id: school.plan.schoolId,
    id: templateId,
    academic_year_id: school.yearId,
    name: 'Основное расписание',
    start_date: school.frame.year.start,
    end_date: school.frame.year.end,
    retired_at: null,
  });
  return classes.flatMap((_, classIndex) =>
    cardsOf(at(weeks, classIndex), partsOf).map((card) => {
      const { assignment, place } = card;
      const id = school.id('card');
      const row = { weekday: place.day + 1, cycle: 'every' as const, number: place.number };
      school.rows.add('timetable.template_card', {
        school_id: school.plan.schoolId,
        id,
        template_id: templateId,
        assignment_id: assignment.id,
        room_id: assignment.teacher.roomId,
        ...row,
      });
      return { ...row, id, assignment, assignmentId: assignment.id, roomId: assignment.teacher.roomId };
    }),
  );
}

/** The lessons of the whole year, class by class, in order. Their rows are written once changes are known. */
export function makeLessons(school: SchoolFrame, cards: readonly Card[]): readonly Lesson[] {
  const byClass = Map.groupBy(cards, ({ assignment }) => assignment.schoolClass);
  const assignments = new Map(cards.map(({ assignment }) => [assignment.id, assignment]));
  return [...byClass].flatMap(([schoolClass, own]) => {
    const days = school.daysOf(schoolClass.plan.grade, schoolClass.id);
    return datedLessons(own, days, (day, number) => school.bell(schoolClass.plan, day, number)).map(
      (lesson) => ({
        ...lesson,
        id: school.id('lesson'),
        assignment: assignments.get(lesson.assignmentId) as Assignment,
      }),
    );
  });
}

const thursday = 3;

function placesOfClass({ plan }: SchoolClass): readonly Place[] {
  const lessons = placesOf(weeklyHours(plan), plan.shift);
  const first = plan.shift === 1 ? 1 : 0;
  const important = { day: 0, number: first, slot: slotOf(plan.shift, first) };
  if (plan.grade < 6) return [important, ...lessons];
  return [important, ...lessons, horizonsPlace(plan, lessons)];
}

function horizonsPlace(plan: SchoolClass['plan'], lessons: readonly Place[]): Place {
  const last = Math.max(...lessons.filter(({ day }) => day === thursday).map(({ number }) => number));
  const number = plan.shift === 2 ? 0 : last + 1;
  return { day: thursday, number, slot: slotOf(plan.shift, number) };
}

function weeklyHours(plan: SchoolClass['plan']): number {
  return Object.values(hoursOf(plan)).reduce((sum, hours) => sum + hours, 0);
}

/** Halves of a class that are taught one subject meet at the same hours: one event for both. */
function weekEvents(classes: readonly SchoolClass[], assignments: readonly Assignment[]) {
  const teachers = new Map<Teacher, number>();
  const numberOf = (teacher: Teacher) => {
    const known = teachers.get(teacher);
    if (known !== undefined) return known;
    teachers.set(teacher, teachers.size);
    return teachers.size - 1;
  };
  const events: WeekEvent[] = [];
  const partsOf = new Map<WeekEvent, readonly Assignment[]>();
  for (const [classIndex, schoolClass] of classes.entries()) {
    const own = assignments.filter((assignment) => assignment.schoolClass === schoolClass);
    for (const [subject, parts] of Map.groupBy(own, (assignment) => assignment.subject)) {
      const hours = at(parts, 0).hours;
      for (let hour = 0; hour < hours; hour += 1) {
        const event: WeekEvent = {
          classIndex,
          subject,
          teachers: parts.map(({ teacher }) => numberOf(teacher)),
          fixed: fixedPlace(schoolClass, subject, hour),
        };
        events.push(event);
        partsOf.set(event, parts);
      }
    }
  }
  return { events, partsOf: (index: number) => partsOf.get(at(events, index)) ?? [] };
}

/** Extracurricular lessons have their days in the whole country; the showcase class has mathematics fourth every day. */
function fixedPlace({ plan }: SchoolClass, subject: SubjectKey, hour: number): WeekEvent['fixed'] {
  if (subject === 'important') return { day: 0, number: plan.shift === 1 ? 1 : 0 };
  if (subject === 'horizons')
    return { day: thursday, number: horizonsPlace(plan, placesOf(weeklyHours(plan), plan.shift)).number };
  if (plan.grade !== showcase.grade || plan.letter !== showcase.letter) return null;
  const days = subject === 'algebra' ? [1, 2, 4] : subject === 'geometry' ? [0, 3] : [];
  const day = days[hour];
  return day === undefined ? null : { day, number: showcase.number };
}

function cardsOf(week: ClassWeek, partsOf: (event: number) => readonly Assignment[]) {
  return week.places
    .map((place, index) => ({ place, event: at(week.events, index) }))
    .sort((a, b) => a.place.day - b.place.day || a.place.number - b.place.number)
    .flatMap(({ place, event }) => partsOf(event).map((assignment) => ({ place, assignment })));
}
