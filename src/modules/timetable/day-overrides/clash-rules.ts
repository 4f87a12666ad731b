import { type NewClash, newClashes } from '../changes/clash-rules.ts';
import type { AroundLesson, FactPage } from '../changes/plan-facts.ts';
import type { AddedLesson, LessonAfter } from '../changes/plan-rules.ts';
import type { DayLesson, DaysFacts } from './facts.ts';
import type { DaysPlan } from './plan-rules.ts';

/**
 * Whom or what a special day needs while another lesson, left as it is, has them: a substitution, a move, a class whose
 * bells are others. What the timetable itself makes meet is no news.
 */
export function newClashesOfDays(plan: DaysPlan, facts: DaysFacts): readonly NewClash[] {
  const pages = new Map(facts.pages.map((page) => [page.id, page]));
  const falls = new Set([...plan.cancelled, ...plan.retired].map(({ id }) => id));
  const stands = new Map([...plan.retimed, ...plan.moved].map((row) => [row.id, row]));
  const rises = new Set(plan.restored.map(({ id }) => id));
  const after: LessonAfter[] = [];
  const added: AddedLesson[] = plan.added.map((row) => ({
    ...row,
    pageId: row.assignmentId,
    teacherId: null,
    mergedWithId: null,
    replacesId: '',
  }));
  for (const lesson of facts.lessons) {
    const { assignmentId: pageId, version: expected } = lesson;
    const now = { ...lesson, ...stands.get(lesson.id) };
    if (falls.has(lesson.id)) after.push({ ...now, state: 'cancelled', expected });
    else if (lesson.state === 'planned') {
      if (stands.has(lesson.id)) after.push({ ...now, state: 'planned', expected });
    } else if (rises.has(lesson.id) || (lesson.state === 'retired' && stands.has(lesson.id))) {
      added.push({ ...now, pageId, replacesId: '' });
    }
  }
  const around = facts.lessons.flatMap((lesson) => aroundOf(lesson, pages.get(lesson.assignmentId)));
  const { staff, rooms, absences } = facts;
  const classes = facts.classes.map(({ id, grade, letter }) => ({ id, name: `${String(grade)}${letter}` }));
  return newClashes(
    { after, added, rows: [] },
    {
      around,
      pages: facts.pages,
      staff: staff.map((one) => ({ ...one, startDate: '', endDate: null })),
      rooms,
      classes,
      absences,
      lessons: [],
      years: [],
      onPages: [],
      bells: [],
    },
    { amongThemselves: false },
  );
}

function aroundOf(lesson: DayLesson, page: FactPage | undefined): readonly AroundLesson[] {
  if (!page || lesson.state !== 'planned') return [];
  const own = page.teachers
    .filter(
      ({ startDate, endDate }) => startDate <= lesson.date && (endDate === null || lesson.date <= endDate),
    )
    .toSorted((one, other) => other.startDate.localeCompare(one.startDate));
  return [{ ...page, ...lesson, ownTeacherId: own[0]?.staffId ?? null }];
}
