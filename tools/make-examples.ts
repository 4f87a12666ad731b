import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ascXml } from './examples/asc-xml.ts';
import { courses, staff, students, type Guardian } from './examples/school.ts';
import { csv, windows1251, workbook, type CellValue } from './examples/xlsx.ts';
import { root } from './run/root.ts';

/** Writes the files of `examples/`; the same source gives the same bytes. */
const folder = join(root, 'examples');
mkdirSync(folder, { recursive: true });

const russianDate = (date: string) => date.split('-').toReversed().join('.');
const fullName = (key: string) => staff.find((one) => one.key === key)?.names.join(' ') ?? '';

const guardianHeader = (slot: number) =>
  ['Фамилия', 'Имя', 'Отчество', 'Родство', 'Телефон', 'E-mail'].map(
    (title) => `Родитель ${String(slot)}: ${title}`,
  );
const studentHeader = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Пол',
  'СНИЛС',
  'Класс',
  'Номер личного дела',
  'Подгруппа',
  ...guardianHeader(1),
  ...guardianHeader(2),
];
const guardianCells = (guardian: Guardian | undefined) =>
  guardian
    ? [...guardian.names, guardian.kinship, guardian.phone, guardian.email]
    : Array.from({ length: 6 }, () => null);
const studentRows = (date: (text: string) => CellValue) =>
  students.map((student): CellValue[] => [
    ...student.names,
    date(student.birthDate),
    student.gender,
    student.snils,
    student.schoolClass,
    student.fileNumber,
    `Английский язык=${student.english}`,
    ...guardianCells(student.guardians[0]),
    ...guardianCells(student.guardians[1]),
  ]);

const staffHeader = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Должность',
  'Кл. руководство',
  'Табельный №',
];
const staffRows = staff.map((one) => [
  ...one.names,
  russianDate(one.birthDate),
  one.position,
  one.homeroom,
  one.number,
]);

const loadHeader = ['Класс', 'Предмет', 'Подгруппа', 'Учитель', 'Часов в неделю', 'Вид журнала'];
const loadRows = Object.entries(courses).flatMap(([schoolClass, list]) =>
  list.flatMap((course) =>
    course.teachers.map((teacher, index) => [
      schoolClass,
      course.subject,
      course.teachers.length > 1 ? String(index + 1) : '',
      fullName(teacher),
      String(course.hours),
      course.isExtracurricular ? 'внеурочный' : 'урочный',
    ]),
  ),
);

const textRows = [studentHeader, ...studentRows(russianDate)] as (string | null)[][];
const title = 'Школа № 5 (вымышленная), списки на 2026/2027 учебный год';

writeFileSync(
  join(folder, 'школа-ученики.xlsx'),
  workbook([
    { name: 'Ученики', rows: [[title], [], studentHeader, ...studentRows((date) => ({ date }))] },
    { name: 'Сотрудники', rows: [staffHeader, ...staffRows] },
    { name: 'Нагрузка', rows: [loadHeader, ...loadRows] },
  ]),
);
writeFileSync(join(folder, 'ученики-utf8.csv'), csv(textRows, ','));
writeFileSync(join(folder, 'ученики-1251.csv'), windows1251(csv(textRows, ';')));
writeFileSync(join(folder, 'сотрудники.csv'), csv([staffHeader, ...staffRows], ';'));
writeFileSync(join(folder, 'нагрузка.csv'), csv([loadHeader, ...loadRows], ';'));
writeFileSync(join(folder, 'расписание-asc.xml'), windows1251(ascXml()));
