import type { Table } from '#platform/spreadsheet/index.ts';
import { dateValue } from '../people/table-facts.ts';
import { fullName } from '../person/rules.ts';
import { className } from '../school-class/rules.ts';
import { labelOfName } from '../study-group/rules.ts';
import { tableWords } from '../table-words.ts';
import type { Load } from './contract.ts';
import { dayInYear, teacherAfter, teacherOn } from './rules.ts';

/** The load as a file: each page with who teaches it today, or is to come. */
export function loadTable(
  load: Load,
  { language, order }: { readonly language: 'ru' | 'en'; readonly order: 'class' | 'teacher' },
): Table {
  const { load: name, heads, journalKinds } = tableWords[language];
  const places = new Map(load.classes.map((one, at) => [one.id, { ...one, at }]));
  const groups = new Map(load.groups.map((group) => [group.id, group]));
  const subjects = new Map(load.subjects.map((subject) => [subject.id, subject.name]));
  const staff = new Map(load.staff.map((one, at) => [one.id, { name: fullName(one), at }]));
  const day = load.year === null ? load.today : dayInYear(load.today, load.year);
  const lines = load.pages.map((page) => {
    const group = groups.get(page.groupId);
    const classes = (group?.classIds ?? [])
      .flatMap((id) => places.get(id) ?? [])
      .toSorted((one, other) => one.at - other.at);
    const stay = teacherOn(page.teachers, day) ?? teacherAfter(page.teachers, day);
    const teacher = stay === null ? null : (staff.get(stay.staffId) ?? null);
    return { page, group, classes, stay, teacher };
  });
  const classAt = ({ classes }: (typeof lines)[number]) => classes[0]?.at ?? places.size;
  const teacherAt = ({ teacher }: (typeof lines)[number]) => teacher?.at ?? -1;
  return {
    name,
    columns: [
      { head: heads.class, width: 14 },
      { head: heads.subject, width: 32 },
      { head: heads.subgroup, width: 14 },
      { head: heads.hours, width: 15 },
      { head: heads.teacher, width: 36 },
      { head: heads.journalKind, width: 14 },
      { head: heads.since },
      { head: heads.until },
    ],
    rows: lines
      .toSorted((one, other) =>
        order === 'teacher'
          ? teacherAt(one) - teacherAt(other) || classAt(one) - classAt(other)
          : classAt(one) - classAt(other),
      )
      .map(({ page, group, classes, stay, teacher }) => [
        classes.map(className).join(', '),
        subjects.get(page.subjectId) ?? null,
        group === undefined || group.kind === 'class' ? null : labelOfName(group.name),
        page.hoursTenths / 10,
        teacher?.name ?? null,
        journalKinds[page.journalKind],
        dateValue(stay?.startDate ?? null),
        dateValue(stay?.endDate ?? null),
      ]),
  };
}
