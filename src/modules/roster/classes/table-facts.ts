import type { Table, TableValue } from '#platform/spreadsheet/index.ts';
import { dateValue } from '../people/table-facts.ts';
import { fullName } from '../person/rules.ts';
import { className } from '../school-class/rules.ts';
import { tableWords } from '../table-words.ts';
import type { ClassList, ClassPage } from './contract.ts';

export function classesTable({ classes }: ClassList, language: 'ru' | 'en'): Table {
  const { classes: name, heads } = tableWords[language];
  return {
    name,
    columns: [
      { head: heads.grade, width: 11 },
      { head: heads.class, width: 10 },
      { head: heads.homeroom, width: 34 },
      { head: heads.students, width: 10 },
      { head: heads.came },
      { head: heads.left },
    ],
    rows: classes.map((line) => [
      line.grade,
      className(line),
      line.homeroom.map(fullName).join(', '),
      line.students,
      line.came,
      line.left,
    ]),
  };
}

/** As many columns for guardians as the student with most of them needs. */
export function classTable({ schoolClass, students }: ClassPage, language: 'ru' | 'en'): Table {
  const { classOn, heads, genders, kinships } = tableWords[language];
  const most = Math.max(0, ...students.map(({ guardians }) => guardians.length));
  const slots = Array.from({ length: most }, (_, at) => at);
  return {
    name: classOn(className(schoolClass)),
    columns: [
      { head: heads.number, width: 5 },
      { head: heads.lastName, width: 20 },
      { head: heads.firstName, width: 16 },
      { head: heads.middleName, width: 18 },
      { head: heads.birthDate },
      { head: heads.gender, width: 6 },
      { head: heads.phone, width: 18 },
      { head: heads.since },
      ...slots.flatMap((at) => [
        { head: heads.guardian(at + 1), width: 34 },
        { head: heads.guardianKinship(at + 1) },
        { head: heads.guardianPhone(at + 1), width: 18 },
      ]),
    ],
    rows: students.map((student, index) => [
      index + 1,
      student.lastName,
      student.firstName,
      student.middleName,
      dateValue(student.birthDate),
      student.gender === null ? null : genders[student.gender],
      student.phone,
      dateValue(student.since),
      ...slots.flatMap((at): TableValue[] => {
        const guardian = student.guardians[at];
        return guardian === undefined
          ? [null, null, null]
          : [fullName(guardian), kinships[guardian.kinship], guardian.phone];
      }),
    ]),
  };
}
