import type { MarkBand } from '#web/ui/mark-names.ts';
import {
  type Average,
  type CountedMark,
  daysBetween,
  isOpenPoint,
  plainAverage,
  weightedAverage,
} from '../../marks/rules.ts';
import { isWholeMark, proposedMark, proposedYearMark, wholeValues } from '../../final-marks/rules.ts';
import type { Contents } from '../queue/writes.ts';
import type { FinalColumn, PageModel, Student } from './model.ts';

export type ShownMark = {
  readonly attempt: number;
  readonly slot: number;
  readonly value: string;
  readonly band: MarkBand;
  readonly comment: string | null;
  readonly pointDue: string | null;
  /** A later attempt took its place. */
  readonly isReplaced: boolean;
};

export type CellState = 'saved' | 'queued' | 'conflict' | null;

/** What one cell of the grid shows. */
export type CellView = {
  /** In order of attempt and slot, without cleared ones. */
  readonly marks: readonly ShownMark[];
  /** Only in the lesson's first column. */
  readonly attendance: Contents['attendance'] | null;
  readonly reason: 'ill' | 'excused' | 'unexcused' | null;
  readonly state: CellState;
};

export type FinalView = {
  readonly value: string | null;
  readonly proposed: string | null;
  /** The mark is far away from the average: a reason to look again. */
  readonly isFarOff: boolean;
  readonly state: CellState;
};

/** What stands at the right of a student's row. */
export type RowView = {
  readonly weighted: Average;
  readonly plain: Average;
  /** In the order of the model's final columns. */
  readonly finals: readonly FinalView[];
};

export type DatedMark = CountedMark & { readonly date: string; readonly pointDue: string | null };

type Finals = (column: FinalColumn) => { readonly value: string | null; readonly state: CellState };

/** The averages and proposals of one student from the marks shown, by the rules the server uses. */
export function rowOf(model: PageModel, marks: readonly DatedMark[], finals: Finals): RowView {
  const { scale, settings } = model.facts;
  const { retakes } = settings;
  const standing = model.finals.map((column) => ({ column, ...finals(column) }));
  const values = wholeValues(scale);
  const [best = 5] = values;
  return {
    weighted: weightedAverage(marks, scale, retakes),
    plain: plainAverage(marks, scale, retakes),
    finals: standing.map(({ column, value, state }) => {
      if (column.kind !== 'period') {
        const year = proposedYearMark(standing.flatMap(periodNumber));
        return { value, proposed: year === null ? null : String(year), isFarOff: false, state };
      }
      const own = marks.filter(({ date }) => date >= column.startDate && date <= column.endDate);
      const average = (settings.averageKind === 'plain' ? plainAverage : weightedAverage)(
        own,
        scale,
        retakes,
      );
      const rule = {
        preset: settings.averagesPreset,
        minimumMarks: isNearlyOver(column, model.facts.today) ? settings.minimumMarks : 0,
        hasOpenPoint: settings.pointHoldsFive && own.some(isOpenPoint),
        values,
      };
      const isFar = isFarOff(value, average, best);
      return { value, proposed: proposedMark(average, rule), isFarOff: isFar, state };
    }),
  };
}

/** In mid-period few marks are ordinary: «н/а» is proposed in its last two weeks and after it. */
function isNearlyOver({ endDate }: FinalColumn, today: string): boolean {
  return daysBetween(today, endDate) <= 14;
}

function periodNumber({ column, value }: { column: FinalColumn; value: string | null }): number[] {
  return column.kind === 'period' && value !== null && isWholeMark(value) ? [Number(value)] : [];
}

/** |mark − average| > 0.6, exactly; on scales of more than 20 points more than a tenth of them. */
export function isFarOff(value: string | null, average: Average, best = 5): boolean {
  if (value === null || !isWholeMark(value) || average.denominator === 0) return false;
  const tenths = best > 20 ? best : 6;
  return (
    Math.abs(Number(value) * average.denominator - average.numerator) * 10 > tenths * average.denominator
  );
}

export function marksShown(
  all: readonly ({ readonly attempt: number; readonly slot: number } & Contents['mark'])[],
  bandOf: PageModel['bandOf'],
): readonly ShownMark[] {
  const standing = all
    .flatMap((mark) =>
      mark.value === null ? [] : [{ ...mark, value: mark.value, band: bandOf(mark.value) }],
    )
    .sort((a, b) => a.attempt - b.attempt || a.slot - b.slot);
  const last = standing.at(-1)?.attempt ?? 1;
  return standing.map((mark) => ({ ...mark, isReplaced: mark.attempt < last }));
}

export function isMember(student: Student, date: string): boolean {
  return date >= student.startDate && (student.endDate === null || date <= student.endDate);
}
