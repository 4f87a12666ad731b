import { sortKey } from '#modules/roster/index.ts';
import { divisions, type SubjectKey } from '../curriculum/subjects.ts';
import type { Student } from '../people/students.ts';
import type { SchoolFrame } from '../school-frame.ts';
import type { ClassPlan } from '../school-plan.ts';

export type Group = {
  readonly id: string;
  readonly divisionTag: string | null;
  readonly students: readonly Student[];
};

export type SchoolClass = {
  readonly id: string;
  readonly plan: ClassPlan;
  /** In the order of the class list. */
  readonly students: readonly Student[];
  readonly group: Group;
  /** The two halves of the class for the subjects it is divided for. */
  readonly divisions: Readonly<Partial<Record<SubjectKey, readonly [Group, Group]>>>;
};

const leastForDivision = 20;

/** Classes with their groups; every student belongs to the class's group from the first day to the last. */
export function makeClasses(school: SchoolFrame, students: readonly Student[]): readonly SchoolClass[] {
  return school.plan.classes.map((plan) => {
    const own = students
      .filter((student) => student.plan === plan)
      .map((student) => ({ student, key: sortKey(student.person) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ student }) => student);
    const id = school.id('class');
    school.rows.add('roster.school_class', {
      school_id: school.plan.schoolId,
      id,
      academic_year_id: school.yearId,
      grade: plan.grade,
      letter: plan.letter,
      lineage_id: school.id('lineage'),
      shift: plan.shift,
    });
    const name = `${plan.grade}${plan.letter}`;
    return {
      id,
      plan,
      students: own,
      group: addGroup(school, { classId: id, name, divisionTag: null, students: own }),
      divisions: divide(school, { id, plan, students: own }),
    };
  });
}

function divide(
  school: SchoolFrame,
  { id, plan, students }: { id: string; plan: ClassPlan; students: readonly Student[] },
): SchoolClass['divisions'] {
  if (!school.plan.hasDivisions || plan.size < leastForDivision) return {};
  const made = divisions
    .filter(({ grades }) => grades[0] <= plan.grade && plan.grade <= grades[1])
    .map(({ subject, tag, by }) => {
      const half = Math.ceil(students.length / 2);
      const isFirst = (student: Student, index: number) =>
        by === 'gender' ? student.person.gender === 'male' : index < half;
      const parts = [
        students.filter(isFirst),
        students.filter((student, index) => !isFirst(student, index)),
      ] as const;
      const group = (part: 0 | 1) => {
        const word = by === 'gender' ? (part === 0 ? 'мальчики' : 'девочки') : `${part + 1}-я подгруппа`;
        const name = `${plan.grade}${plan.letter}, ${tag.toLowerCase()}, ${word}`;
        return addGroup(school, { classId: id, name, divisionTag: tag, students: parts[part] });
      };
      return [subject, [group(0), group(1)] as const] as const;
    });
  return Object.fromEntries(made);
}

function addGroup(
  school: SchoolFrame,
  given: { classId: string; name: string; divisionTag: string | null; students: readonly Student[] },
): Group {
  const school_id = school.plan.schoolId;
  const id = school.id('group');
  school.rows.add('roster.study_group', {
    school_id,
    id,
    academic_year_id: school.yearId,
    kind: given.divisionTag === null ? 'class' : 'subgroup',
    name: given.name,
    division_tag: given.divisionTag,
  });
  school.rows.add('roster.group_class', { school_id, group_id: id, class_id: given.classId });
  for (const { person, from, until } of given.students) {
    school.rows.add('roster.group_membership', {
      school_id,
      id: school.id('membership'),
      group_id: id,
      student_id: person.id,
      start_date: from,
      end_date: until,
    });
  }
  return { id, divisionTag: given.divisionTag, students: given.students };
}
