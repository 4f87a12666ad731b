import { type MarkBand, markBand } from '#web/ui/mark-names.ts';
import type { JournalPage, PageLesson } from '../../pages/contract.ts';
import type { FinalMarkKind } from '../../final-marks/contract.ts';
import type { DatedMark } from './views.ts';
import type { Contents } from '../queue/writes.ts';

export type Student = {
  /** From 0, in the order of the page. */
  readonly row: number;
  readonly id: string;
  /** «Гаврилов Тимур» */
  readonly name: string;
  readonly startDate: string;
  /** Null = still in the group. */
  readonly endDate: string | null;
  /** Marks of the subject from other groups: counted, not shown in the grid. */
  readonly elsewhere: readonly MarkElsewhere[];
};

export type MarkElsewhere = DatedMark & { readonly group: string };

export type WorkType = JournalPage['workTypes'][number];

/** A work of a lesson = a column of marks. */
export type Work = {
  readonly id: string;
  readonly lessonId: string;
  readonly ordinal: number;
  readonly type: WorkType | null;
  readonly weight: number;
  readonly title: string | null;
};

export type Column = {
  readonly index: number;
  readonly lesson: PageLesson;
  readonly work: Work;
  /** The lesson's first column carries its attendance. */
  readonly isFirst: boolean;
  /** How many columns the lesson has. */
  readonly span: number;
};

export type FinalColumn = {
  readonly periodId: string;
  readonly kind: FinalMarkKind;
  readonly name: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly isLocked: boolean;
};

/** The page as the grid, the form view and the printed spread read it; made anew when its columns change. */
export type PageModel = {
  readonly facts: JournalPage;
  readonly students: readonly Student[];
  readonly lessons: readonly PageLesson[];
  readonly columns: readonly Column[];
  readonly months: readonly { readonly month: string; readonly date: string; readonly span: number }[];
  readonly finals: readonly FinalColumn[];
  /** Whether marks are given here at all: not in grade 1, not in extracurricular groups. */
  readonly hasMarks: boolean;
  /** Values that may be given. */
  readonly offered: JournalPage['scale'];
  /** How good a value of the page's scale is, for its look. */
  readonly bandOf: (code: string) => MarkBand;
};

export type KnownWork = { readonly id: string; readonly content: Contents['work'] };

export function modelOf(facts: JournalPage, works: readonly KnownWork[]): PageModel {
  const { lessons } = facts;
  const columns = columnsOf(facts, lessons, works);
  const elsewhere = Map.groupBy(facts.elsewhere, ([row]) => row);
  return {
    facts,
    students: facts.students.map(([id, lastName, firstName, startDate, endDate], row) => ({
      row,
      id,
      name: `${lastName} ${firstName}`,
      startDate,
      endDate,
      elsewhere: (elsewhere.get(row) ?? []).map(markElsewhere),
    })),
    lessons,
    columns,
    months: monthsOf(columns),
    finals: finalsOf(facts),
    hasMarks: facts.scale.length > 0,
    offered: facts.scale.filter(({ isOffered }) => isOffered),
    bandOf: bandsOf(facts.scale),
  };
}

const markElsewhere = ([
  ,
  workId,
  attempt,
  slot,
  value,
  weight,
  date,
  pointDue,
  group,
]: JournalPage['elsewhere'][number]) => ({
  workId,
  attempt,
  slot,
  value,
  weight,
  date,
  pointDue,
  group,
});

const bands = { excellent: '5', good: '4', satisfactory: '3', poor: '2' } as const;

function bandsOf(scale: JournalPage['scale']): (code: string) => MarkBand {
  const known = new Map(scale.flatMap(({ code, band }) => (band === null ? [] : [[code, bands[band]]])));
  return (code) => known.get(code) ?? markBand(code);
}

function columnsOf(
  facts: JournalPage,
  lessons: readonly PageLesson[],
  works: readonly KnownWork[],
): readonly Column[] {
  const types = new Map(facts.workTypes.map((type) => [type.id, type]));
  const usual = facts.workTypes.find(({ isDefault }) => isDefault) ?? facts.workTypes[0] ?? null;
  const byLesson = Map.groupBy(works, ({ content }) => content.lessonId);
  return lessons
    .flatMap((lesson) => {
      const made = (byLesson.get(lesson.id) ?? [])
        .toSorted((a, b) => a.content.ordinal - b.content.ordinal)
        .map(({ id, content }): Work => ({
          id,
          lessonId: lesson.id,
          ordinal: content.ordinal,
          type: types.get(content.workTypeId) ?? null,
          weight: content.weight,
          title: content.title,
        }));
      const all = made.some(({ ordinal }) => ordinal === 1) ? made : [firstWork(lesson, usual), ...made];
      return all.map((work, place) => ({ lesson, work, isFirst: place === 0, span: all.length }));
    })
    .map((column, index) => ({ ...column, index }));
}

/** A lesson's first work has the lesson's own id, so that two devices that make it make the same one. */
function firstWork(lesson: PageLesson, type: WorkType | null): Work {
  return {
    id: lesson.id,
    lessonId: lesson.id,
    ordinal: 1,
    type,
    weight: type?.weight ?? 1,
    title: null,
  };
}

function monthsOf(columns: readonly Column[]): PageModel['months'] {
  const months: { month: string; date: string; span: number }[] = [];
  for (const { lesson } of columns) {
    const month = lesson.date.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.span += 1;
    else months.push({ month, date: `${month}-01`, span: 1 });
  }
  return months;
}

/** Periods that lie wholly in what is shown; the year's mark belongs to the whole year. */
function finalsOf({ periods, from, to, scale }: JournalPage): FinalColumn[] {
  if (scale.length === 0) return [];
  return periods
    .filter(({ startDate, endDate }) => startDate >= from && endDate <= to)
    .map(({ id, kind, name, startDate, endDate, isLocked }) => ({
      periodId: id,
      kind: kind === 'year' ? 'year' : 'period',
      name,
      startDate,
      endDate,
      isLocked,
    }));
}
