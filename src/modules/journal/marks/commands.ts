import type { Actor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { refuse } from '#platform/problem.ts';
import { keepResult, keyValues, storedResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { teachesLesson } from '../pages/policy.ts';
import { isDuplicate, type PageFacts, schoolTime } from '../pages/write-queries.ts';
import {
  type Grounds,
  type PlannedWork,
  plannedWorks,
  type Refused,
  refusalOf,
  storedReason,
} from './cell-rules.ts';
import type { CellOutcome, MarkCell, NewWork } from './contract.ts';
import { needsReason } from './rules.ts';
import { currentMarks, setMarksStatement } from './write-queries.ts';

export type MarksWanted = {
  readonly facts: PageFacts;
  readonly works: readonly NewWork[];
  readonly cells: readonly MarkCell[];
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/** What a repeated request is answered from: the version written, null for a conflict, or why it was refused. */
type StoredCell = number | null | Refused;

/**
 * Sets, corrects or clears marks: each cell is written, in conflict or refused by itself, and nothing is stored of those
 * that are not written. One statement; a second one only to show what stands in cells in conflict.
 */
export async function setMarks(tx: AnyTx, actor: Actor, wanted: MarksWanted): Promise<CellOutcome[]> {
  const grounds = groundsOf(actor, wanted);
  const planned = plannedWorks(wanted.works, grounds);
  const taken = new Set<string>();
  const stored = wanted.cells.map((cell): StoredCell => {
    const place = `${cell.workId} ${cell.studentId} ${cell.attempt} ${cell.slot}`;
    if (taken.has(place)) return { code: 'marks.repeatedCell', facts: {} };
    taken.add(place);
    const work = grounds.works.get(cell.workId) ?? planned.works.get(cell.workId);
    const refused = planned.refused.get(cell.workId) ?? refusalOf(cell, work, grounds);
    return refused ?? cell.expected + 1;
  });
  const used = new Set(
    wanted.cells.filter((_, n) => typeof stored[n] === 'number').map(({ workId }) => workId),
  );
  const works = [...planned.works.values()].filter(({ id }) => used.has(id));
  const answer = await write(tx, actor, { ...wanted, grounds, stored, planned: works });
  if (!answer.isNew) {
    return outcomes(tx, wanted.cells, await storedResult<StoredCell[]>(tx, actor, wanted.key));
  }
  const saved = new Set(answer.saved);
  const result = stored.map((cell, n) => (typeof cell === 'number' && !saved.has(n) ? null : cell));
  if (result.includes(null)) await keepResult(tx, actor, { key: wanted.key, result });
  return outcomes(tx, wanted.cells, result);
}

type Written = { readonly isNew: boolean; readonly saved: readonly number[] };

async function write(
  tx: AnyTx,
  actor: Actor,
  wanted: MarksWanted & {
    readonly grounds: Grounds;
    readonly stored: readonly StoredCell[];
    readonly planned: readonly PlannedWork[];
  },
): Promise<Written> {
  const { grounds, stored, planned, cells, now } = wanted;
  const lessonOf = new Map([...grounds.works.values(), ...planned].map(({ id, lessonId }) => [id, lessonId]));
  const rows = cells.flatMap((cell, n) => {
    if (typeof stored[n] !== 'number') return [];
    const date = grounds.lessons.get(lessonOf.get(cell.workId) ?? '')?.date ?? grounds.today;
    return [rowOf(cell, n, needsReason(date, grounds.today, grounds.reasonAfterDays))];
  });
  const values = [
    ...keyValues(actor, wanted.key, stored),
    actor.personId,
    actor.sessionId,
    now.toISOString(),
    wanted.facts.pageId,
    JSON.stringify(
      planned.map(({ id, lessonId, ordinal, workTypeId, weight, title }) => ({
        id,
        lesson: lessonId,
        ordinal,
        type: workTypeId,
        weight,
        title: blankless(title),
      })),
    ),
    JSON.stringify(rows),
    uuidv7(),
    uuidv7(),
  ];
  try {
    return JSON.parse((await tx.text(setMarksStatement, values)) ?? '') as Written;
  } catch (error) {
    // Another device has just put its own second work into the lesson; the next try takes the next place.
    if (isDuplicate(error)) refuse('marks.changedMeanwhile');
    throw error;
  }
}

function rowOf(cell: MarkCell, n: number, isLate: boolean) {
  return {
    n,
    work: cell.workId,
    student: cell.studentId,
    attempt: cell.attempt,
    slot: cell.slot,
    value: cell.value,
    comment: blankless(cell.comment),
    due: cell.pointDue,
    expected: cell.expected,
    code: storedReason(cell, isLate),
    reason: blankless(cell.reason),
  };
}

/** Answers from what is stored; cells in conflict show what stands there now. */
async function outcomes(
  tx: AnyTx,
  cells: readonly MarkCell[],
  stored: readonly StoredCell[],
): Promise<CellOutcome[]> {
  const current = stored.includes(null) ? await conflicts(tx, cells, stored) : new Map<number, Conflict>();
  return stored.map((cell, n): CellOutcome => {
    if (typeof cell === 'number') return { state: 'written', version: cell };
    if (cell !== null) return { state: 'refused', ...cell };
    return { state: 'conflict', ...(current.get(n) ?? nothingThere) };
  });
}

type Conflict = Omit<Extract<CellOutcome, { state: 'conflict' }>, 'state'>;

const nothingThere: Conflict = {
  value: null,
  comment: null,
  pointDue: null,
  version: 0,
  authorId: null,
  authorName: null,
  at: null,
};

async function conflicts(
  tx: AnyTx,
  cells: readonly MarkCell[],
  stored: readonly StoredCell[],
): Promise<ReadonlyMap<number, Conflict>> {
  const asked = cells.flatMap(({ workId, studentId, attempt, slot }, n) =>
    stored[n] === null ? [{ n, work: workId, student: studentId, attempt, slot }] : [],
  );
  const text = await tx.text(currentMarks, [tx.schoolId, JSON.stringify(asked)]);
  const rows = JSON.parse(text ?? '[]') as (Conflict & { n: number })[];
  return new Map(rows.map(({ n, ...conflict }) => [n, conflict]));
}

function groundsOf(actor: Actor, { facts, now }: MarksWanted): Grounds {
  const stays = Map.groupBy(facts.stays, ({ studentId }) => studentId);
  return {
    ...schoolTime(actor, facts, now),
    editWindowDays: facts.settings.editWindowDays,
    reasonAfterDays: facts.settings.reasonAfterDays,
    hasScale: facts.scaleId !== null,
    values: new Set(facts.values),
    workTypes: new Map(facts.workTypes.map(({ id, weight }) => [id, weight])),
    lessons: new Map(
      facts.lessons.map((lesson) => [lesson.id, { ...lesson, isOwn: teachesLesson(actor, facts, lesson) }]),
    ),
    works: new Map(facts.works.map((work) => [work.id, work])),
    stays,
    absences: new Set(facts.absences.map(({ lessonId, studentId }) => `${lessonId} ${studentId}`)),
  };
}

function blankless(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
