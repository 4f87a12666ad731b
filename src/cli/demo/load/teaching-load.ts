import { extracurricular, hoursOf, type SubjectKey } from '../curriculum/subjects.ts';
import type { Staff, Teacher } from '../people/staff.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { showcase } from '../school-plan.ts';
import type { Group, SchoolClass } from './classes.ts';

/** One journal page with its teacher. */
export type Assignment = {
  readonly id: string;
  readonly schoolClass: SchoolClass;
  readonly group: Group;
  readonly subject: SubjectKey;
  readonly teacher: Teacher;
  readonly hours: number;
  readonly marks: 'numbers' | 'credit' | 'none';
};

/** What one teacher takes in one class, or in one half of it. */
type Bundle = {
  readonly schoolClass: SchoolClass;
  readonly subjects: readonly SubjectKey[];
  readonly part: 0 | 1 | null;
  readonly hours: number;
  readonly candidates: readonly Teacher[];
};

export type TeachingLoad = {
  readonly assignments: readonly Assignment[];
  readonly homeroom: ReadonlyMap<SchoolClass, Teacher>;
};

/** Gives every lesson of every class a teacher; the least loaded of the chair takes the next class. */
export function teachingLoad(
  school: SchoolFrame,
  classes: readonly SchoolClass[],
  staff: Staff,
): TeachingLoad {
  const bundles = classes
    .flatMap((schoolClass) => bundlesOf(schoolClass, staff, classes))
    .map((bundle) => ({ bundle, first: isCast(bundle) ? 1 : 0 }))
    .sort((a, b) => b.first - a.first || b.bundle.hours - a.bundle.hours)
    .map(({ bundle }) => bundle);
  const assignments: Assignment[] = [];
  for (const bundle of bundles) {
    const teacher = teacherFor(bundle, assignments);
    teacher.load += bundle.hours;
    for (const subject of bundle.subjects) {
      assignments.push(assign(school, { ...bundle, subject, teacher }));
    }
  }
  const homeroom = homerooms(school, { classes, staff, assignments });
  for (const [schoolClass, teacher] of homeroom) {
    const own: readonly SubjectKey[] = schoolClass.plan.grade >= 6 ? extracurricular : ['important'];
    for (const subject of own)
      assignments.push(assign(school, { schoolClass, subject, part: null, teacher }));
  }
  return { assignments, homeroom };
}

const byPrimaryTeacher: readonly SubjectKey[] = [
  'russian',
  'reading',
  'maths',
  'world',
  'ethics',
  'art',
  'labour',
];

/** Subjects of one chair that one teacher need not teach together in a class. */
const apart: readonly SubjectKey[] = [
  'biology',
  'chemistry',
  'physics',
  'informatics',
  'sport',
  'safety',
  'labour',
  'art',
];

function bundlesOf(
  schoolClass: SchoolClass,
  staff: Staff,
  classes: readonly SchoolClass[],
): readonly Bundle[] {
  const { grade } = schoolClass.plan;
  const hours = hoursOf(schoolClass.plan);
  const subjects = Object.keys(hours) as SubjectKey[];
  const hoursOfAll = (list: readonly SubjectKey[]) =>
    list.reduce((sum, subject) => sum + (hours[subject] ?? 0), 0);
  const bundles: Bundle[] = [];
  const primary = grade <= 4 ? subjects.filter((subject) => byPrimaryTeacher.includes(subject)) : [];
  if (primary.length > 0) {
    const own = staff.teachers.filter(({ chair }) => chair === 'primary')[classes.indexOf(schoolClass)];
    bundles.push({
      schoolClass,
      subjects: primary,
      part: null,
      hours: hoursOfAll(primary),
      candidates: own ? [own] : [],
    });
  }
  const rest = subjects.filter((subject) => !primary.includes(subject));
  const seen = new Set<SubjectKey>();
  for (const subject of rest) {
    if (seen.has(subject)) continue;
    const candidates = staff.teachers.filter((teacher) => teacher.subjects.includes(subject));
    const chair = candidates[0]?.subjects ?? [];
    const together = apart.includes(subject)
      ? [subject]
      : rest.filter((other) => chair.includes(other) && !apart.includes(other));
    for (const other of together) seen.add(other);
    const parts = schoolClass.divisions[subject] ? ([0, 1] as const) : ([null] as const);
    for (const part of parts) {
      bundles.push({ schoolClass, subjects: together, part, hours: hoursOfAll(together), candidates });
    }
  }
  return bundles;
}

/** The first teacher of mathematics and the first of Russian take the showcase class; the former the largest class too. */
function isCast({ schoolClass, subjects }: Bundle): boolean {
  const { grade, letter, size } = schoolClass.plan;
  if (subjects.includes('algebra'))
    return (grade === showcase.grade && letter === showcase.letter) || size === 35;
  return subjects.includes('literature') && grade === showcase.grade && letter === showcase.letter;
}

function teacherFor(bundle: Bundle, assignments: readonly Assignment[]): Teacher {
  const { candidates, schoolClass, subjects, part } = bundle;
  const first = candidates[0];
  if (!first) throw new Error(`nobody teaches ${subjects.join(', ')}`);
  if (isCast(bundle)) return first;
  if (part !== null && subjects.includes('labour')) return candidates[part] ?? first;
  const parallel = assignments
    .filter((known) => part !== null && known.schoolClass === schoolClass && subjects.includes(known.subject))
    .map(({ teacher }) => teacher);
  const free = candidates.filter((teacher) => !parallel.includes(teacher));
  return free.reduce((best, teacher) => (teacher.load < best.load ? teacher : best), free[0] ?? first);
}

function assign(
  school: SchoolFrame,
  given: { schoolClass: SchoolClass; subject: SubjectKey; part: 0 | 1 | null; teacher: Teacher },
): Assignment {
  const { schoolClass, subject, part, teacher } = given;
  const isLesson = !extracurricular.includes(subject);
  const group =
    part === null ? schoolClass.group : (schoolClass.divisions[subject]?.[part] ?? schoolClass.group);
  const hours = isLesson ? (hoursOf(schoolClass.plan)[subject] ?? 0) : 1;
  const marks =
    !isLesson || schoolClass.plan.grade === 1 ? 'none' : byCredit.includes(subject) ? 'credit' : 'numbers';
  const id = school.id('assignment');
  const school_id = school.plan.schoolId;
  school.rows.add('roster.teaching_assignment', {
    school_id,
    id,
    academic_year_id: school.yearId,
    group_id: group.id,
    subject_id: school.subjectIds[subject],
    journal_kind: isLesson ? 'lesson' : 'extracurricular',
    scale_id: marks === 'none' ? null : marks === 'credit' ? school.creditScaleId : school.scaleId,
    hours_per_week_tenths: hours * 10,
    retired_at: null,
  });
  school.rows.add('roster.assignment_teacher', {
    school_id,
    id: school.id('assignmentTeacher'),
    assignment_id: id,
    staff_id: teacher.person.id,
    start_date: school.frame.year.start,
    end_date: null,
  });
  return { id, schoolClass, group, subject, teacher, hours, marks };
}

/** Pass or fail instead of a number. */
const byCredit: readonly SubjectKey[] = ['ethics', 'project'];

/** Primary teachers lead their own class; elsewhere the teacher with most lessons in it who has none yet. */
function homerooms(
  school: SchoolFrame,
  {
    classes,
    staff,
    assignments,
  }: { classes: readonly SchoolClass[]; staff: Staff; assignments: readonly Assignment[] },
): ReadonlyMap<SchoolClass, Teacher> {
  const chosen = new Map<SchoolClass, Teacher>();
  const order = [...classes].sort((a, b) => rank(b) - rank(a));
  for (const schoolClass of order) {
    const hours = new Map<Teacher, number>();
    for (const { schoolClass: taught, teacher, hours: own } of assignments) {
      if (taught === schoolClass) hours.set(teacher, (hours.get(teacher) ?? 0) + own);
    }
    const taken = new Set(chosen.values());
    const isDemoTeacher = (teacher: Teacher) =>
      teacher === staff.teachers.find(({ subjects }) => subjects.includes('algebra'));
    const free = [...hours.entries()].filter(([teacher]) => !taken.has(teacher) && !isDemoTeacher(teacher));
    const best = free.sort((a, b) => b[1] - a[1])[0]?.[0] ?? [...hours.keys()][0];
    if (!best) throw new Error('a class without a teacher');
    chosen.set(schoolClass, best);
    school.rows.add('roster.class_homeroom', {
      school_id: school.plan.schoolId,
      id: school.id('homeroom'),
      class_id: schoolClass.id,
      staff_id: best.person.id,
      start_date: `${school.startYear}-08-28`,
      end_date: null,
    });
  }
  return new Map(classes.map((schoolClass) => [schoolClass, chosen.get(schoolClass) as Teacher]));
}

const rank = ({ plan }: SchoolClass) =>
  (plan.grade === showcase.grade && plan.letter === showcase.letter ? 100 : 0) + (plan.grade <= 4 ? 50 : 0);
