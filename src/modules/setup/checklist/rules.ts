import type { Checklist } from './contract.ts';

/** What stands in the tables of a school. */
export type SetUpFacts = {
  readonly years: number;
  /** Periods of the current year that are in use, whole years not counted. */
  readonly periods: number;
  /** Grades that have classes and no periods. */
  readonly gradesWithoutPeriods: number;
  readonly bells: number;
  /** Shifts of classes that have no usual bells. */
  readonly shiftsWithoutBells: number;
  readonly classes: number;
  /** Classes without a student. */
  readonly emptyClasses: number;
  readonly subjects: number;
  readonly workTypes: number;
  readonly staff: number;
  /** Classes without a homeroom teacher. */
  readonly classesWithoutHomeroom: number;
  readonly pages: number;
  readonly pagesWithoutTeacher: number;
  /** Pages that have a lesson. */
  readonly pagesWithLessons: number;
};

/** The steps in their order. A step with something missing is begun; the timetable is done when every page has lessons. */
export function stepsOf(facts: SetUpFacts): Checklist['steps'] {
  const line = (
    step: Checklist['steps'][number]['step'],
    count: number,
    missing: number,
  ): Checklist['steps'][number] => ({
    step,
    count,
    missing,
    state: count === 0 ? 'open' : missing === 0 ? 'done' : 'begun',
  });
  return [
    line('year', facts.years, 0),
    line('periods', facts.periods, facts.gradesWithoutPeriods),
    line('bells', facts.bells, facts.shiftsWithoutBells),
    line('classes', facts.classes, facts.emptyClasses),
    line('subjects', Math.min(facts.subjects, facts.workTypes), 0),
    line('staff', facts.staff, facts.classesWithoutHomeroom),
    line('load', facts.pages, facts.pagesWithoutTeacher),
    line('timetable', facts.pagesWithLessons, Math.max(0, facts.pages - facts.pagesWithLessons)),
  ];
}
