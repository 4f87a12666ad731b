import type { SubgroupMove, SubgroupPage } from '../../study-group/contract.ts';
import { shortLabel } from '../movement/arrival.ts';

/** The subgroups of which a student is in one at most; `null` stands for none of them. */
export type Board = {
  readonly key: string;
  readonly subject: string;
  readonly columns: readonly { readonly groupId: string | null; readonly label: string | null }[];
};

/** Where the office has put students and not yet written it: by division and student. */
export type Pending = ReadonlyMap<string, string | null>;

const place = (board: Board, studentId: string) => `${board.key} ${studentId}`;

export function boardsOf({ groups }: SubgroupPage): readonly Board[] {
  return [...Map.groupBy(groups, ({ id, divisionTag }) => divisionTag ?? id)].map(([key, own]) => ({
    key,
    subject: [...new Set(own.flatMap(({ subjects }) => subjects))].join(', '),
    columns: [
      ...own.map(({ id, name }) => ({ groupId: id, label: shortLabel(name) })),
      { groupId: null, label: null },
    ],
  }));
}

/** In which group of the division a student stands as written. */
export function writtenGroup({ stays }: SubgroupPage, board: Board, studentId: string): string | null {
  const ids = new Set(board.columns.map(({ groupId }) => groupId));
  return stays.find((stay) => stay.studentId === studentId && ids.has(stay.groupId))?.groupId ?? null;
}

/** In which group a student is shown. */
export function shownGroup(
  page: SubgroupPage,
  pending: Pending,
  { board, studentId }: { readonly board: Board; readonly studentId: string },
): string | null {
  const moved = pending.get(place(board, studentId));
  return moved === undefined ? writtenGroup(page, board, studentId) : moved;
}

/** A student put into a group; back where it stands as written, nothing is left to write. */
export function withMove(
  page: SubgroupPage,
  pending: Pending,
  move: { readonly board: Board; readonly studentId: string; readonly groupId: string | null },
): Pending {
  const next = new Map(pending);
  const key = place(move.board, move.studentId);
  if (writtenGroup(page, move.board, move.studentId) === move.groupId) next.delete(key);
  else next.set(key, move.groupId);
  return next;
}

export function movesOf(page: SubgroupPage, boards: readonly Board[], pending: Pending): SubgroupMove[] {
  return boards.flatMap((board) =>
    page.students.flatMap(({ id }) => {
      const toGroupId = pending.get(place(board, id));
      return toGroupId === undefined
        ? []
        : [{ studentId: id, fromGroupId: writtenGroup(page, board, id), toGroupId }];
    }),
  );
}
