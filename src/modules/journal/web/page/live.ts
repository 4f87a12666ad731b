import { call } from '#web/api.ts';
import { listenToNews } from '#web/news.ts';
import type {
  AttendanceTaken,
  FinalMarksSet,
  LessonRecorded,
  MarksSet,
  PeriodLocked,
  WorkChanged,
  WorkNews,
} from '../../events.ts';
import type { HomeworkAssigned } from '#modules/homework/events.ts';
import {
  curriculumChanged,
  frameChanged,
  periodLocked,
  rosterChanged,
  timetableChanged,
} from '../event-names.ts';
import { keyOf } from '../queue/writes.ts';
import type { Known } from '../store/contents.ts';
import type { PageStore } from '../store/page-store.ts';

type Fact = { readonly key: string; readonly known: Known };

type Told = {
  readonly schoolId: number;
  readonly pageId: string;
  readonly subjectId: string;
  readonly store: PageStore;
  /** Reads the whole page again. */
  readonly reread: () => void;
};

/** Keeps the page up to date while it is open; what is being typed is not touched. Returns the end of it. */
export function followPage({ schoolId, pageId, subjectId, store, reread }: Told): () => void {
  return listenToNews((signal) => {
    if (signal.kind === 'resync') reread();
    if (signal.kind !== 'news' || signal.news.schoolId !== schoolId) return;
    const { name, payload, topics } = signal.news;
    // Who is in the group or teaches it changed, or its lessons did: the whole page is another.
    if (name === rosterChanged || name === timetableChanged) {
      if (topics?.includes(`page:${pageId}`) === true) reread();
      return;
    }
    // Rules, periods, bells or kinds of work: a cell may be closed or open now.
    if (name === frameChanged || name === curriculumChanged) {
      reread();
      return;
    }
    // Its cells are closed or open now, for some grade at least.
    if (name === periodLocked) {
      const { gradingPeriodId } = payload as PeriodLocked;
      if (store.model.peek().facts.periods.some(({ id }) => id === gradingPeriodId)) reread();
      return;
    }
    const concerned = payload as {
      readonly pageId?: string;
      readonly pageIds?: readonly string[];
      readonly subjectId?: string;
    } | null;
    // Period marks belong to the subject: another group's page may have set them.
    const isOurs =
      concerned?.pageId === pageId ||
      concerned?.pageIds?.includes(pageId) === true ||
      concerned?.subjectId === subjectId;
    if (!isOurs) return;
    const read = readers[name];
    if (read) store.learn(read(payload as never));
    else reread();
  });
}

export async function readPage(
  place: { readonly schoolId: number; readonly pageId: string },
  range: { readonly from?: string; readonly to?: string },
  signal?: AbortSignal,
) {
  return call('GET /api/schools/{schoolId}/journal-pages/{pageId}', {
    params: place,
    query: range,
    ...(signal ? { signal } : {}),
  });
}

const readers: Readonly<Record<string, (payload: never) => readonly Fact[]>> = {
  'journal.marksSet': ({ works, cells }: MarksSet) => [
    ...works.map(workFact),
    ...cells.map(({ workId, studentId, attempt, slot, value, comment, pointDue, version }) => ({
      key: keyOf.mark({ workId, studentId, attempt, slot }),
      known: { content: { value, comment, pointDue }, version },
    })),
  ],
  'journal.workChanged': ({ work }: WorkChanged) => [workFact(work)],
  'journal.attendanceTaken': ({ cells }: AttendanceTaken) =>
    cells.map(({ lessonId, studentId, fact, minutes, version }) => ({
      key: keyOf.attendance({ lessonId, studentId }),
      known: { content: { fact, minutes }, version },
    })),
  'journal.lessonRecorded': ({ lessonId, topic, attendanceTaken, version }: LessonRecorded) => [
    { key: keyOf.record({ lessonId }), known: { content: { topic, attendanceTaken }, version } },
  ],
  'journal.finalMarksSet': ({ cells }: FinalMarksSet) =>
    cells.map(({ studentId, gradingPeriodId, kind, value, version }) => ({
      key: keyOf.finalMark({ studentId, gradingPeriodId, kind }),
      known: { content: { value }, version },
    })),
  'homework.assigned': ({ homework }: HomeworkAssigned) => {
    const { lessonId, text, minutes, dueRule, dueLessonId, dueDate, publishAt, version } = homework;
    const content = { text: text ?? '', minutes, dueRule, dueLessonId, dueDate, publishAt };
    return [{ key: keyOf.homework({ lessonId }), known: { content, version } }];
  },
};

function workFact({ id, lessonId, ordinal, workTypeId, weight, title, version }: WorkNews): Fact {
  return {
    key: keyOf.work({ workId: id }),
    known: { content: { lessonId, ordinal, workTypeId, weight, title }, version },
  };
}
