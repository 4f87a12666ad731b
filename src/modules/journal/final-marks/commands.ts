import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { keepResult, keyValues, storedResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { PageFacts } from '../pages/write-queries.ts';
import type { FinalMarkCell, FinalMarkOutcome } from './contract.ts';
import { currentFinalMarks, type PeriodFacts, setFinalMarksStatement } from './write-queries.ts';

export type FinalMarksWanted = {
  readonly facts: PageFacts & { readonly periods: readonly PeriodFacts[] };
  readonly cells: readonly FinalMarkCell[];
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

type Refused = Omit<Extract<FinalMarkOutcome, { state: 'refused' }>, 'state'>;

/** What a repeated request is answered from: the version written, null for a conflict, or why it was refused. */
type StoredCell = number | null | Refused;

/** Sets marks of periods in the page's subject; each cell is written, in conflict or refused by itself. One statement. */
export async function setFinalMarks(
  tx: AnyTx,
  actor: Actor,
  { facts, cells, key, now }: FinalMarksWanted,
): Promise<FinalMarkOutcome[]> {
  const taken = new Set<string>();
  const stored = cells.map((cell): StoredCell => {
    const place = `${cell.studentId} ${cell.gradingPeriodId} ${cell.kind}`;
    if (taken.has(place)) return { code: 'marks.repeatedCell', facts: {} };
    taken.add(place);
    return refusalOf(cell, facts, actor) ?? cell.expected + 1;
  });
  const rows = cells.flatMap((cell, n) => (typeof stored[n] === 'number' ? [rowOf(cell, n)] : []));
  const text = await tx.text(setFinalMarksStatement, [
    ...keyValues(actor, key, stored),
    actor.personId,
    actor.sessionId,
    now.toISOString(),
    facts.pageId,
    facts.subjectId,
    JSON.stringify(rows),
    uuidv7(),
  ]);
  const { isNew, saved } = JSON.parse(text ?? '') as { isNew: boolean; saved: number[] };
  const answer = { cells, subjectId: facts.subjectId };
  if (!isNew) return outcomes(tx, answer, await storedResult<StoredCell[]>(tx, actor, key));
  const result = stored.map((cell, n) => (typeof cell === 'number' && !saved.includes(n) ? null : cell));
  if (result.includes(null)) await keepResult(tx, actor, { key, result });
  return outcomes(tx, answer, result);
}

function refusalOf(cell: FinalMarkCell, facts: FinalMarksWanted['facts'], actor: Actor): Refused | null {
  const { today } = actor;
  if (actor.isShared === true) return { code: 'finalMarks.sharedComputer', facts: {} };
  if (facts.scaleId === null) return { code: 'marks.noMarksHere', facts: {} };
  const period = facts.periods.find(({ id }) => id === cell.gradingPeriodId);
  if (!period) return { code: 'finalMarks.unknownPeriod', facts: {} };
  if (period.isLocked) return { code: 'finalMarks.periodLocked', facts: { period: period.name } };
  if (period.startDate > today) return { code: 'finalMarks.tooEarly', facts: { date: period.startDate } };
  const isMember = facts.stays.some(
    ({ studentId, startDate, endDate }) =>
      studentId === cell.studentId &&
      startDate <= period.endDate &&
      (endDate === null || endDate >= period.startDate),
  );
  if (!isMember) return { code: 'finalMarks.notMember', facts: {} };
  const isNew = cell.expected === 0 && cell.value !== null && facts.notOffered.includes(cell.value);
  if (cell.value !== null && (isNew || !facts.values.includes(cell.value))) {
    return { code: 'marks.unknownValue', facts: { value: cell.value } };
  }
  return null;
}

function rowOf(cell: FinalMarkCell, n: number) {
  const { studentId, gradingPeriodId, kind, value, expected, reason } = cell;
  return {
    n,
    student: studentId,
    period: gradingPeriodId,
    kind,
    value,
    expected,
    code: value === null ? 'cleared' : expected > 0 ? 'corrected' : 'entered',
    reason: reason === null || reason.trim() === '' ? null : reason.trim(),
  };
}

type Conflict = Omit<Extract<FinalMarkOutcome, { state: 'conflict' }>, 'state'>;

const nothingThere: Conflict = { value: null, version: 0, authorId: null, authorName: null, at: null };

async function outcomes(
  tx: AnyTx,
  { cells, subjectId }: { cells: readonly FinalMarkCell[]; subjectId: string },
  stored: readonly StoredCell[],
): Promise<FinalMarkOutcome[]> {
  const asked = cells.flatMap(({ studentId, gradingPeriodId, kind }, n) =>
    stored[n] === null ? [{ n, student: studentId, period: gradingPeriodId, kind }] : [],
  );
  const text =
    asked.length > 0
      ? await tx.text(currentFinalMarks, [tx.schoolId, subjectId, JSON.stringify(asked)])
      : null;
  const rows = JSON.parse(text ?? '[]') as (Conflict & { n: number })[];
  const current = new Map(rows.map(({ n, ...conflict }) => [n, conflict]));
  return stored.map((cell, n): FinalMarkOutcome => {
    if (typeof cell === 'number') return { state: 'written', version: cell };
    if (cell !== null) return { state: 'refused', ...cell };
    return { state: 'conflict', ...(current.get(n) ?? nothingThere) };
  });
}
