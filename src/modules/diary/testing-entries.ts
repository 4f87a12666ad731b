import { anna, boris, type Filling, id, substitute, teacher, vera } from './testing-ids.ts';

/** Long ago: published whenever the test runs. */
const published = '2020-01-01T12:00:00Z';
/** Lessons: 1 = Vera's last one; 2–8 = the week of 16 November; 9 = of the week after it. */
export const lessons: readonly Filling[] = [
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
    ['id', 'lesson_id', 'kind', 'old_value', 'new_value', 'reason_code', 'reason'],
    [
      [
        id('row', 41),
        id('lesson', 5),
        'substitution',
        { teacherId: teacher },
        { teacherId: substitute },
        'ill',
        'на больничном',
      ],
      [id('row', 42), id('lesson', 8), 'cancellation', {}, {}, 'quarantine', null],
      [
        id('row', 43),
        id('lesson', 9),
        'move',
        { date: '2026-11-20', number: 2 },
        { date: '2026-11-23', number: 3 },
        null,
        null,
      ],
    ],
  ],
];

export const entries: readonly Filling[] = [
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
      [
        id('homework', 4),
        id('assignment', 3),
        id('lesson', 7),
        'Принести открытку',
        null,
        null,
        '2026-11-21',
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
    [[anna, id('subject', 1), id('period', 1), 'period', '5', teacher]],
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
