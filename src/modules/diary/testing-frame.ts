import { anna, boris, type Filling, id, mother, substitute, teacher, vera } from './testing-ids.ts';

const [algebra, english] = [1, 2];
const [wholeClass, firstGroup, secondGroup] = [1, 2, 3];

export const frame: readonly Filling[] = [
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

export const people: readonly Filling[] = [
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
