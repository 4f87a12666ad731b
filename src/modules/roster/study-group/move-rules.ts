/** A student's membership of one of the class's groups. */
export type GroupStay = {
  readonly id: string;
  readonly studentId: string;
  readonly groupId: string;
  readonly startDate: string;
  readonly endDate: string | null;
};

export type Move = {
  readonly studentId: string;
  readonly fromGroupId: string | null;
  readonly toGroupId: string | null;
};

export type ClassGroups = {
  readonly year: { readonly startDate: string; readonly endDate: string };
  readonly wholeGroupId: string;
  readonly subgroups: readonly { readonly id: string; readonly divisionTag: string | null }[];
  readonly stays: readonly GroupStay[];
};

export type MovesPlan = {
  readonly ends: readonly { readonly id: string; readonly endDate: string | null }[];
  readonly joins: readonly {
    readonly studentId: string;
    readonly groupId: string;
    readonly startDate: string;
  }[];
};

export type MovesRefusal =
  | 'roster.unknownSubgroup'
  | 'roster.notInClass'
  | 'roster.outsideYear'
  | 'roster.changedMeanwhile';

/**
 * What changes of subgroups from `date` on write: the membership left ends the day before (one that began that day never
 * was), the one joined begins; a membership of the same group that ended just then goes on. All moves or none.
 */
export function planMoves(
  { year, wholeGroupId, subgroups, stays }: ClassGroups,
  {
    date,
    lastDay,
    moves,
  }: { readonly date: string; readonly lastDay: string; readonly moves: readonly Move[] },
): MovesPlan | { readonly refusal: MovesRefusal } {
  if (date < year.startDate || date > year.endDate) return { refusal: 'roster.outsideYear' };
  const divisionOf = new Map(subgroups.map(({ id, divisionTag }) => [id, divisionTag ?? id]));
  const isOn = ({ startDate, endDate }: GroupStay) =>
    startDate <= date && (endDate === null || endDate >= date) && (endDate === null || endDate >= startDate);
  const ends: MovesPlan['ends'][number][] = [];
  const joins: MovesPlan['joins'][number][] = [];
  for (const { studentId, fromGroupId, toGroupId } of moves) {
    const named = [fromGroupId, toGroupId].filter((id) => id !== null);
    const divisions = new Set(named.map((id) => divisionOf.get(id)));
    if (divisions.size !== 1 || divisions.has(undefined)) return { refusal: 'roster.unknownSubgroup' };
    const own = stays.filter((stay) => stay.studentId === studentId);
    if (!own.some((stay) => stay.groupId === wholeGroupId && isOn(stay)))
      return { refusal: 'roster.notInClass' };
    const ofDivision = own.filter(({ groupId }) => divisions.has(divisionOf.get(groupId)));
    const current = ofDivision.find(isOn);
    if ((current?.groupId ?? null) !== fromGroupId) return { refusal: 'roster.changedMeanwhile' };
    if (fromGroupId === toGroupId) continue;
    // What was to come in this division gives way to what is decided now.
    for (const stay of ofDivision)
      if (
        stay === current ||
        (stay.startDate > date && (stay.endDate === null || stay.endDate >= stay.startDate))
      )
        ends.push({ id: stay.id, endDate: lastDay });
    if (toGroupId === null) continue;
    const before = ofDivision.find(({ groupId, endDate }) => groupId === toGroupId && endDate === lastDay);
    if (before && before.startDate <= lastDay) ends.push({ id: before.id, endDate: null });
    else joins.push({ studentId, groupId: toGroupId, startDate: date });
  }
  return { ends, joins };
}
