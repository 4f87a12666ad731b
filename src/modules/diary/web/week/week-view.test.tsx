// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { PageContext } from '#web/page-context.tsx';
import type { DiaryDay, DiaryLesson, DiaryWeek } from '../../week/contract.ts';
import { DiaryWeekDay } from './DiaryWeekDay.tsx';
import { NewestMarks } from './NewestMarks.tsx';
import { WeekNote } from './WeekNote.tsx';

const place = { schoolId: 1, studentId: 'anna' };
const monday = '2026-11-16';

afterEach(() => render(null, document.body));

function shown(content: preact.ComponentChildren, language: 'ru' | 'en' = 'ru'): string {
  render(
    <PageContext.Provider value={{ language, theme: 'auto', path: '/' }}>{content}</PageContext.Provider>,
    document.body,
  );
  return (document.body.textContent ?? '').replaceAll('\u00a0', ' ');
}

function aWeek(given: Partial<DiaryWeek> = {}): DiaryWeek {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    date: `2026-11-${16 + day}`,
    off: null,
    special: null,
    lessons: [],
    due: [],
  }));
  return {
    asOf: '2026-11-18T08:40:00Z',
    timeZone: 'Europe/Moscow',
    today: '2026-11-18',
    time: '11:40',
    student: {
      id: 'anna',
      lastName: 'Гаврилова',
      firstName: 'Анна',
      middleName: null,
      grade: 7,
      letter: 'Б',
    },
    from: monday,
    year: { startDate: '2026-09-01', endDate: '2027-05-31' },
    studyWeek: 11,
    newestMarks: [],
    days,
    ...given,
  };
}

function aLesson(given: Partial<DiaryLesson> = {}): DiaryLesson {
  return {
    id: 'lesson',
    number: 1,
    starts: '08:30',
    ends: '09:15',
    subject: 'Алгебра',
    room: '106',
    teacher: { lastName: 'Орлов', firstName: 'Пётр', middleName: 'Ильич' },
    state: 'planned',
    replacesId: null,
    changes: [],
    topic: null,
    due: [],
    given: [],
    marks: [],
    attendance: null,
    ...given,
  };
}

describe('an empty week says why', () => {
  const note = (given: Partial<DiaryWeek>) => shown(<WeekNote week={aWeek(given)} current={null} />);

  test('a break, with its last day', () => {
    const days = aWeek().days.map((day) => ({
      ...day,
      off: { name: 'Осенние каникулы', until: '2026-11-08', reason: null },
    }));
    expect(note({ days, studyWeek: null })).toBe('Осенние каникулы до 8 ноября');
  });

  test('a week of quarantine', () => {
    const off = { name: null, until: '2026-12-14', reason: 'quarantine' } as const;
    const days = aWeek().days.map((day) => ({ ...day, off }));
    expect(note({ days })).toBe('Карантин, уроков нет до 14 декабря');
  });

  test('no timetable yet', () => {
    expect(note({})).toContain('Расписание на эту неделю ещё не заполнено');
  });

  test('outside the school year', () => {
    expect(note({ studyWeek: null })).toContain('вне учебного года');
  });

  test('a student without a class', () => {
    const student = { ...aWeek().student, grade: null, letter: null };
    expect(note({ student, year: null, studyWeek: null })).toContain('не записан ни в один класс');
  });

  test('a week with a lesson has no note', () => {
    const days = aWeek().days.map((day, index) => (index === 0 ? { ...day, lessons: [aLesson()] } : day));
    expect(note({ days })).toBe('');
  });

  test('another week leads back to the current one', () => {
    shown(<WeekNote week={aWeek()} current="/diary/1/anna" />);
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/diary/1/anna');
  });
});

describe('a day', () => {
  const day = (given: Partial<DiaryDay>) =>
    shown(
      <DiaryWeekDay
        day={{ date: monday, off: null, special: null, lessons: [], due: [], ...given }}
        place={place}
        ticks={{ isDone: (homework) => homework.isDone, set: null, failedId: null }}
        today={monday}
        timeZone="Europe/Moscow"
        time="08:40"
      />,
    );

  test('without lessons has its reason in one line', () => {
    expect(day({ off: { name: 'День народного единства', until: null, reason: null } })).toContain(
      'День народного единства',
    );
    expect(day({})).toContain('Уроков нет');
    expect(day({ off: { name: null, until: '2026-12-14', reason: 'quarantine' } })).toContain(
      'Карантин, уроков нет',
    );
  });

  test('by another weekday’s timetable says so above its lessons', () => {
    const special = { asWeekday: 1, otherBells: true, reason: 'schedule' } as const;
    expect(day({ special, lessons: [aLesson()] })).toContain('по расписанию понедельника, другие звонки');
  });

  test('a cancelled lesson is struck out, with the word and the reason, without homework', () => {
    const homework = {
      id: 'h',
      text: '№ 412',
      minutes: null,
      publishedAt: '2026-11-16T12:00:00Z',
      dueDate: null,
      isDone: false,
      files: [],
    };
    const change = {
      reason: 'quarantine' as const,
      oldDate: null,
      oldNumber: null,
      oldRoom: null,
      oldTeacher: null,
    };
    const text = day({
      lessons: [
        aLesson({ state: 'cancelled', due: [homework], changes: [{ ...change, kind: 'cancellation' }] }),
      ],
    });
    expect(document.querySelector('s')?.textContent).toBe('Алгебра');
    expect(text).toContain('отмена');
    expect(text).toContain('карантин');
    expect(text).not.toContain('412');
  });

  test('a lesson in place of another names it', () => {
    const text = day({
      lessons: [
        aLesson({ id: 'a', subject: 'Физика', state: 'cancelled' }),
        aLesson({ id: 'b', replacesId: 'a' }),
      ],
    });
    expect(text).toContain('замена');
    expect(text).toContain('вместо урока «Физика»');
    expect(document.querySelectorAll('li')).toHaveLength(1);
  });

  test('leads to the sheet of the lesson and marks the one under way', () => {
    day({ lessons: [aLesson()] });
    expect(document.querySelector('.lesson--now a')?.getAttribute('href')).toBe(
      '/diary/1/anna/week/2026-11-16?lesson=lesson',
    );
  });
});

test('without new marks there is no strip', () => {
  expect(shown(<NewestMarks place={place} marks={[]} />)).toBe('');
});

test('a new mark says what it is and of which subject', () => {
  const mark = {
    workId: 'w',
    attempt: 1,
    slot: 1,
    value: '5',
    band: 'excellent',
    weight: 3,
    workType: 'Контрольная работа',
    subject: 'Английский язык',
    subjectShort: 'Англ. яз.',
    lessonId: 'lesson',
    date: monday,
    setOn: monday,
  } as const;
  shown(<NewestMarks place={place} marks={[mark]} />);
  expect(document.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
    'Отметка 5 (отлично), контрольная работа, вес 3',
  );
  expect(document.querySelector('a')?.textContent).toContain('Английский язык');
});
