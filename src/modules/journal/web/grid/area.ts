import type { Move } from './keys.ts';

/** A place of the grid. Row −1 is the head; columns go on after the works: averages, then period marks. */
export type Place = { readonly row: number; readonly column: number };

export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export type GridSize = {
  readonly rows: number;
  /** Columns of works. */
  readonly works: number;
  /** All columns that can be walked. */
  readonly columns: number;
  /** Rows of one screen. */
  readonly page: number;
  /** The column of the current or last lesson; null where none was held yet. */
  readonly today: number | null;
};

/** Where a move leads; at an edge it stays. */
export function moved({ row, column }: Place, move: Move, size: GridSize): Place {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (move) {
    case 'up':
      return { row: Math.max(column < size.works ? -1 : 0, row - 1), column };
    case 'down':
      return { row: Math.min(lastRow, row + 1), column };
    case 'left':
      return { row, column: Math.max(0, column - 1) };
    case 'right':
      return { row, column: Math.min(row === -1 ? size.works - 1 : lastColumn, column + 1) };
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: row === -1 ? size.works - 1 : lastColumn };
    case 'gridStart':
      return { row: 0, column: 0 };
    case 'gridEnd':
      return { row: lastRow, column: lastColumn };
    case 'pageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'pageDown':
      return { row: Math.min(lastRow, row + size.page), column };
    case 'today':
      return { row: Math.max(0, row), column: size.today ?? column };
  }
}

/** The rectangle between two corners; the head is no part of it. */
export function rangeOf(one: Place, other: Place): Range {
  return {
    top: Math.max(0, Math.min(one.row, other.row)),
    bottom: Math.max(0, one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

export function isSingle({ top, bottom, left, right }: Range): boolean {
  return top === bottom && left === right;
}
