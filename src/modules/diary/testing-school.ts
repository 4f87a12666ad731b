import type { Database } from '#platform/db/database.ts';
import { insertMany } from '#platform/db/bulk.ts';

/**
 * A small school for the tests of the diary: class 7 «Б» with two English subgroups, the weeks around
 * 16 November 2026. Ids tell what they are.
 */
export const schoolId = 1;

/** `id('lesson', 3)` */
export function id(kind: keyof typeof kinds, number = 1): string {
  return `0193a000-0000-7000-8${kinds[kind]}-${String(number).padStart(12, '0')}`;
}

const kinds = {
  year: '001',
  scheme: '002',
  period: '003',
  room: '004',
  scale: '005',
  subject: '006',
  workType: '007',
  person: '008',
  class: '009',
  group: '010',
  assignment: '011',
  lesson: '012',
  homework: '013',
  work: '014',
  row: '015',
} as const;

/** Anna changes from the first to the second English subgroup on 18 November. */
export const anna = id('person', 1);
/** Boris joins the class on 18 November. */
export const boris = id('person', 2);
/** Vera left on 20 October. */
export const vera = id('person', 3);
export const mother = id('person', 10);
const teacher = id('person', 20);
const substitute = id('person', 21);

const [algebra, english] = [1, 2];
const [wholeClass, firstGroup, secondGroup] = [1, 2, 3];

/** Long ago: published whenever the test runs. */
const published = '2020-01-01T12:00:00Z';

type Rows = readonly (readonly unknown[])[];
type Filling = readonly [into: string, columns: readonly string[], rows: Rows];

/** Fills the school; the database must be migrated and empty. */
export async function fillTestSchool(database: Database): Promise<void> {
  await database.inSchool({ schoolId, studentIds: '*' }, async (tx) => {
    for (const [into, columns, rows] of [...frame, ...people, ...lessons, ...entries]) {
      const all = rows.map((row) => [schoolId, ...row]);
      await insertMany(tx, { into, columns: ['school_id', ...columns] }, all);
    }
  });
}

const frame: readonly Filling[] = [
  [
    'organisation.school',
    ['name', 'short_name', 'time_zone', 'kind', 'settings'],
    [['Школа № 12', 'Школа № 12', 'Europe/Moscow', 'school', {}]],
  ],
  [
    'organisation.academic_year',
    ['id', 'name', 'start_date', 'end_date'],
    [[id('year'), '2026/27', '2026-09-01', '2027-05-31']],
  ],
  [
    'organisation.period_scheme',
    ['id', 'academic_year_id', 'name', 'kind'],
    [[id('scheme'), id('year'), 'Четверти', 'quarter']],
  ],
  [
    'organisation.grading_period',
    ['id', 'scheme_id', 'kind', 'ordinal', 'name', 'start_date', 'end_date'],
    [
      [id('period', 9), id('scheme'), 'year', 0, '2026/27', '2026-09-01', '2027-05-31'],
      [id('period', 1), id('scheme'), 'quarter', 1, '1 четверть', '2026-09-01', '2026-10-25'],
      [id('period', 2), id('scheme'), 'quarter', 2, '2 четверть', '2026-11-04', '2026-12-29'],
    ],
  ],
  [
    'organisation.scheme_assignment',
    ['academic_year_id', 'grade', 'scheme_id'],
    [[id('year'), 7, id('scheme')]],
  ],
  [
    'organisation.holiday_break',
    ['id', 'academic_year_id', 'name', 'start_date', 'end_date', 'grades'],
    [
      [id('row', 1), id('year'), 'Осенние каникулы', '2026-10-26', '2026-11-03', null],
      [id('row', 2), id('year'), 'Каникулы первоклассников', '2026-11-16', '2026-11-20', [1]],
    ],
  ],
  [
    'organisation.calendar_day',
    ['date', 'scope', 'scope_id', 'off', 'name'],
    [['2026-11-21', 'class', id('class'), true, 'День здоровья']],
  ],
  [
    'organisation.room',
    ['id', 'name'],
    [
      [id('room', 1), '106'],
      [id('room', 2), '214'],
    ],
  ],
  ['organisation.mark_scale', ['id', 'name'], [[id('scale'), 'Пятибалльная']]],
  [
    'organisation.mark_scale_value',
    ['scale_id', 'code', 'numerator', 'band', 'is_passing', 'ordinal'],
    [
      [id('scale'), '5', 5, 'excellent', true, 1],
      [id('scale'), '4', 4, 'good', true, 2],
      [id('scale'), '3', 3, 'satisfactory', true, 3],
      [id('scale'), '2', 2, 'poor', false, 4],
    ],
  ],
  [
    'curriculum.subject',
    ['id', 'name', 'short_name', 'kind', 'ordinal'],
    [
      [id('subject', algebra), 'Алгебра', 'Алгебра', 'lesson', 1],
      [id('subject', english), 'Английский язык', 'Англ. яз.', 'lesson', 2],
    ],
  ],
  [
    'curriculum.work_type',
    ['id', 'name', 'abbr', 'weight', 'ordinal'],
    [
      [id('workType', 1), 'Ответ на уроке', 'О', 1, 1],
      [id('workType', 2), 'Контрольная работа', 'КР', 3, 2],
    ],
  ],
];

const people: readonly Filling[] = [
  [
    'roster.person',
    ['id', 'last_name', 'first_name', 'middle_name', 'sort_key'],
    [
      [anna, 'Гаврилова', 'Анна', 'Олеговна', '1'],
      [boris, 'Дёмин', 'Борис', null, '2'],
      [vera, 'Ежова', 'Вера', 'Ильинична', '3'],
      [mother, 'Соколова', 'Мария', null, '4'],
      [teacher, 'Кузнецова', 'Мария', 'Викторовна', '5'],
      [substitute, 'Орлов', 'Пётр', 'Ильич', '6'],
    ],
  ],
  [
    'roster.staff',
    ['person_id', 'position', 'start_date'],
    [
      [teacher, 'учитель', '2020-09-01'],
      [substitute, 'учитель', '2020-09-01'],
    ],
  ],
  [
    'roster.admission',
    ['id', 'student_id', 'start_date', 'end_date'],
    [
      [id('row', 11), anna, '2026-09-01', null],
      [id('row', 12), boris, '2026-11-18', null],
      [id('row', 13), vera, '2026-09-01', '2026-10-20'],
    ],
  ],
  [
    'roster.school_class',
    ['id', 'academic_year_id', 'grade', 'letter', 'lineage_id'],
    [[id('class'), id('year'), 7, 'Б', id('class')]],
  ],
  [
    'roster.study_group',
    ['id', 'academic_year_id', 'kind', 'name', 'division_tag'],
    [
      [id('group', wholeClass), id('year'), 'class', '7Б', null],
      [id('group', firstGroup), id('year'), 'subgroup', '7Б англ. 1', 'english'],
      [id('group', secondGroup), id('year'), 'subgroup', '7Б англ. 2', 'english'],
    ],
  ],
  [
    'roster.group_class',
    ['group_id', 'class_id'],
    [wholeClass, firstGroup, secondGroup].map((group) => [id('group', group), id('class')]),
  ],
  [
    'roster.group_membership',
    ['id', 'group_id', 'student_id', 'start_date', 'end_date'],
    [
      [id('row', 21), id('group', wholeClass), anna, '2026-09-01', null],
      [id('row', 22), id('group', firstGroup), anna, '2026-09-01', '2026-11-17'],
      [id('row', 23), id('group', secondGroup), anna, '2026-11-18', null],
      [id('row', 24), id('group', wholeClass), boris, '2026-11-18', null],
      [id('row', 25), id('group', wholeClass), vera, '2026-09-01', '2026-10-20'],
    ],
  ],
  [
    'roster.teaching_assignment',
    ['id', 'academic_year_id', 'group_id', 'subject_id', 'journal_kind', 'scale_id'],
    [
      [
        id('assignment', 1),
        id('year'),
        id('group', wholeClass),
        id('subject', algebra),
        'lesson',
        id('scale'),
      ],
      [
        id('assignment', 2),
        id('year'),
        id('group', firstGroup),
        id('subject', english),
        'lesson',
        id('scale'),
      ],
      [
        id('assignment', 3),
        id('year'),
        id('group', secondGroup),
        id('subject', english),
        'lesson',
        id('scale'),
      ],
    ],
  ],
  [
    'roster.assignment_teacher',
    ['id', 'assignment_id', 'staff_id', 'start_date'],
    [1, 2, 3].map((number) => [id('row', 30 + number), id('assignment', number), teacher, '2026-09-01']),
  ],
];

/** Lessons: 1 = Vera's last one; 2–8 = the week of 16 November; 9 = of the week after it. */
const lessons: readonly Filling[] = [
  [
    'timetable.lesson',
    ['id', 'assignment_id', 'date', 'number', 'starts', 'ends', 'room_id', 'teacher_id', 'state'],
    [
      lesson(1, { of: 1, date: '2026-10-19', number: 1 }),
      lesson(2, { of: 1, date: '2026-11-16', number: 1 }),
      lesson(3, { of: 2, date: '2026-11-17', number: 2 }),
      lesson(4, { of: 3, date: '2026-11-17', number: 2 }),
      lesson(5, { of: 1, date: '2026-11-18', number: 1, teacher: substitute }),
      lesson(6, { of: 2, date: '2026-11-19', number: 2 }),
      lesson(7, { of: 3, date: '2026-11-19', number: 2 }),
      lesson(8, { of: 1, date: '2026-11-20', number: 1, state: 'cancelled' }),
      lesson(9, { of: 1, date: '2026-11-23', number: 3 }),
    ],
  ],
  [
    'timetable.lesson_change',
    ['id', 'lesson_id', 'kind', 'old_value', 'new_value', 'reason'],
    [
      [
        id('row', 41),
        id('lesson', 5),
        'substitution',
        { teacherId: teacher },
        { teacherId: substitute },
        'болезнь',
      ],
      [id('row', 42), id('lesson', 8), 'cancellation', {}, {}, 'карантин'],
      [
        id('row', 43),
        id('lesson', 9),
        'move',
        { date: '2026-11-20', number: 2 },
        { date: '2026-11-23', number: 3 },
        null,
      ],
    ],
  ],
];

const entries: readonly Filling[] = [
  ['journal.lesson_record', ['lesson_id', 'topic'], [[id('lesson', 2), 'Степень с натуральным показателем']]],
  [
    'homework.homework',
    [
      'id',
      'assignment_id',
      'given_lesson_id',
      'text',
      'minutes',
      'due_lesson_id',
      'due_date',
      'publish_at',
      'author_id',
    ],
    [
      [
        id('homework', 1),
        id('assignment', 1),
        id('lesson', 2),
        '№ 412, 415',
        30,
        id('lesson', 5),
        '2026-11-18',
        published,
        teacher,
      ],
      [
        id('homework', 2),
        id('assignment', 1),
        id('lesson', 5),
        'Ещё не опубликовано',
        null,
        id('lesson', 8),
        '2026-11-20',
        '2999-01-01T00:00:00Z',
        teacher,
      ],
      [
        id('homework', 3),
        id('assignment', 3),
        id('lesson', 4),
        'Workbook p. 41',
        null,
        id('lesson', 7),
        '2026-11-19',
        published,
        teacher,
      ],
    ],
  ],
  [
    'journal.work',
    ['id', 'assignment_id', 'lesson_id', 'ordinal', 'work_type_id', 'weight'],
    [
      [id('lesson', 2), id('assignment', 1), id('lesson', 2), 1, id('workType', 2), 3],
      [id('work', 2), id('assignment', 1), id('lesson', 2), 2, id('workType', 1), 1],
      [id('lesson', 3), id('assignment', 2), id('lesson', 3), 1, id('workType', 1), 1],
      [id('lesson', 1), id('assignment', 1), id('lesson', 1), 1, id('workType', 1), 1],
    ],
  ],
  [
    'journal.mark',
    ['work_id', 'student_id', 'attempt', 'slot', 'value', 'comment', 'point_due', 'author_id', 'created_at'],
    [
      mark(id('lesson', 2), anna, { value: '2', at: '2026-11-16T09:00:00Z' }),
      mark(id('lesson', 2), anna, {
        attempt: 2,
        value: '4',
        comment: 'Пересдала',
        at: '2026-11-17T12:00:00Z',
      }),
      mark(id('work', 2), anna, { value: '5', at: '2026-11-16T09:01:00Z' }),
      mark(id('work', 2), anna, { slot: 2, value: '3', at: '2026-11-16T09:01:00Z' }),
      mark(id('lesson', 3), anna, { value: null, at: '2026-11-17T09:00:00Z' }),
      mark(id('lesson', 1), vera, { value: '4', at: '2026-10-19T09:00:00Z' }),
      mark(id('lesson', 2), boris, { value: '3', at: '2026-11-16T09:00:00Z' }),
    ],
  ],
  [
    'journal.attendance',
    ['lesson_id', 'student_id', 'fact', 'minutes', 'author_id'],
    [
      [id('lesson', 5), anna, 'late', 10, teacher],
      [id('lesson', 7), anna, 'absent', null, teacher],
      [id('lesson', 2), anna, 'present', null, teacher],
    ],
  ],
  [
    'journal.absence_reason',
    ['id', 'student_id', 'start_date', 'end_date', 'reason', 'author_id'],
    [[id('row', 51), anna, '2026-11-19', '2026-11-20', 'ill', teacher]],
  ],
  [
    'journal.final_mark',
    ['student_id', 'subject_id', 'grading_period_id', 'kind', 'value', 'author_id'],
    [[anna, id('subject', algebra), id('period', 1), 'period', '5', teacher]],
  ],
];

function lesson(
  number: number,
  at: { of: number; date: string; number: number; teacher?: string; state?: string },
): readonly unknown[] {
  return [
    id('lesson', number),
    id('assignment', at.of),
    at.date,
    at.number,
    at.number === 1 ? '08:30' : '09:25',
    at.number === 1 ? '09:15' : '10:10',
    id('room', at.of === 1 ? 1 : 2),
    at.teacher ?? null,
    at.state ?? 'planned',
  ];
}

function mark(
  workId: string,
  studentId: string,
  at: { attempt?: number; slot?: number; value: string | null; comment?: string; at: string },
): readonly unknown[] {
  return [
    workId,
    studentId,
    at.attempt ?? 1,
    at.slot ?? 1,
    at.value,
    at.comment ?? null,
    null,
    teacher,
    at.at,
  ];
}
