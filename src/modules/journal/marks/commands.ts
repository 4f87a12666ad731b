import { editWindowFor } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { refuse } from '#platform/problem.ts';
import { keyValues, storedResult } from '#platform/repeat-guard.ts';
import { type AnyTx, OutdatedRow } from '#platform/serve.ts';
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
import {
  cellsOfCommand,
  currentMarks,
  setMarksStatement,
  setMarksWithWorks,
  setOneMark,
} from './write-queries.ts';

export type MarksWanted = {
  readonly facts: PageFacts;
  readonly works: readonly NewWork[];
  readonly cells: readonly MarkCell[];
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
  /** The facts come from memory: they may allow, and where they would refuse `OutdatedRow` is thrown. */
  readonly mayBeOld: boolean;
};

/** What a repeated request is answered from: the version to be written, or why it was refused. */
type StoredCell = number | Refused;

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
  if (wanted.mayBeOld && stored.some((cell) => typeof cell !== 'number')) throw new OutdatedRow();
  const used = new Set(
    wanted.cells.filter((_, n) => typeof stored[n] === 'number').map(({ workId }) => workId),
  );
  const works = [...planned.works.values()].filter(({ id }) => used.has(id));
  const answer = await write(tx, actor, { ...wanted, grounds, stored, planned: works });
  if (!answer.isNew) {
    if (!answer.isJudgedRight) throw new OutdatedRow();
    return firstAnswer(tx, actor, wanted);
  }
  return outcomes(tx, wanted.cells, withoutConflicts(stored, answer.saved));
}

/** Cells that were to be written and were not are conflicts: null. */
function withoutConflicts(stored: readonly StoredCell[], saved: readonly number[]): (StoredCell | null)[] {
  const written = new Set(saved);
  return stored.map((cell, n) => (typeof cell === 'number' && !written.has(n) ? null : cell));
}

/** What the request with this key was answered the first time. */
async function firstAnswer(tx: AnyTx, actor: Actor, { cells, key }: MarksWanted): Promise<CellOutcome[]> {
  const stored = await storedResult<StoredCell[]>(tx, actor, key);
  const saved = await tx.text(cellsOfCommand, [
    tx.schoolId,
    key.key,
    JSON.stringify(cells.map((cell, n) => ({ ...placeOf(cell, n), expected: cell.expected }))),
  ]);
  return outcomes(tx, cells, withoutConflicts(stored, JSON.parse(saved ?? '[]') as number[]));
}

type Written = {
  readonly isNew: boolean;
  /** The locks of grading periods are still those the marks were judged by. */
  readonly isJudgedRight: boolean;
  readonly saved: readonly number[];
};

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
  const plannedFor = new Map(planned.map(({ id, lessonId }) => [id, lessonId]));
  const rows = cells.flatMap((cell, n) => {
    if (typeof stored[n] !== 'number') return [];
    const lessonId = grounds.works.get(cell.workId)?.lessonId ?? plannedFor.get(cell.workId);
    const date = grounds.lessons.get(lessonId ?? '')?.date ?? grounds.today;
    return [rowOf(cell, n, needsReason(date, grounds.today, grounds.reasonAfterDays))];
  });
  const values = [
    ...keyValues(actor, wanted.key, stored),
    actor.personId,
    actor.sessionId,
    now.toISOString(),
    wanted.facts.pageId,
  ];
  const ending = [uuidv7(), wanted.facts.lockStamp];
  const text = finish(tx, { values, ending, rows, planned });
  try {
    return JSON.parse((await text) ?? '') as Written;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Another device has just put its own second work into the lesson; the next try takes the next place.
    if (wanted.mayBeOld) throw new OutdatedRow();
    return refuse('marks.changedMeanwhile');
  }
}

function finish(
  tx: AnyTx,
  {
    values,
    ending,
    rows,
    planned,
  }: {
    readonly values: readonly unknown[];
    readonly ending: readonly unknown[];
    readonly rows: readonly ReturnType<typeof rowOf>[];
    readonly planned: readonly PlannedWork[];
  },
): Promise<string | null> {
  if (planned.length > 0) {
    const works = JSON.stringify(planned.map(workRow));
    return tx.finish(setMarksWithWorks, [...values, JSON.stringify(rows), ...ending, works]);
  }
  const [row, ...others] = rows;
  if (!row || row.n !== 0 || others.length > 0) {
    return tx.finish(setMarksStatement, [...values, JSON.stringify(rows), ...ending]);
  }
  const { n: _, work, ...fields } = row;
  return tx.finish(setOneMark, [...values, work, ...ending, ...Object.values(fields)]);
}

function workRow({ id, lessonId, ordinal, workTypeId, weight, title }: PlannedWork) {
  return { id, lesson: lessonId, ordinal, type: workTypeId, weight, title: blankless(title) };
}

/** In the order of the parameters of `setOneMark`. */
function rowOf(cell: MarkCell, n: number, isLate: boolean) {
  return {
    ...placeOf(cell, n),
    value: cell.value,
    comment: blankless(cell.comment),
    due: cell.pointDue,
    expected: cell.expected,
    code: storedReason(cell, isLate),
    reason: blankless(cell.reason),
  };
}

function placeOf({ workId, studentId, attempt, slot }: MarkCell, n: number) {
  return { n, work: workId, student: studentId, attempt, slot };
}

/** Answers from what was stored; cells in conflict (null) show what stands there now. */
async function outcomes(
  tx: AnyTx,
  cells: readonly MarkCell[],
  stored: readonly (StoredCell | null)[],
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
  stored: readonly (StoredCell | null)[],
): Promise<ReadonlyMap<number, Conflict>> {
  const asked = cells.flatMap((cell, n) => (stored[n] === null ? [placeOf(cell, n)] : []));
  const text = await tx.text(currentMarks, [tx.schoolId, JSON.stringify(asked)]);
  const rows = JSON.parse(text ?? '[]') as (Conflict & { n: number })[];
  return new Map(rows.map(({ n, ...conflict }) => [n, conflict]));
}

function groundsOf(actor: Actor, { facts, now }: MarksWanted): Grounds {
  return {
    ...indexOf(facts),
    ...schoolTime(actor, facts, now),
    editWindowDays: editWindowFor(actor, facts.settings),
    reasonAfterDays: facts.settings.reasonAfterDays,
    hasScale: facts.scaleId !== null,
    isOwn: (lesson) => teachesLesson(actor, facts, lesson),
  };
}

type Index = Pick<
  Grounds,
  'values' | 'notOffered' | 'workTypes' | 'lessons' | 'works' | 'stays' | 'absences'
>;

/** Made once for facts that serve many requests. */
function indexOf(facts: PageFacts): Index {
  const known = indexes.get(facts);
  if (known) return known;
  const index = {
    values: new Set(facts.values),
    notOffered: new Set(facts.notOffered),
    workTypes: new Map(facts.workTypes.map(({ id, weight }) => [id, weight])),
    lessons: new Map(facts.lessons.map((lesson) => [lesson.id, lesson])),
    works: new Map(facts.works.map((work) => [work.id, work])),
    stays: Map.groupBy(facts.stays, ({ studentId }) => studentId),
    absences: new Set(facts.absences.map(({ lessonId, studentId }) => `${lessonId} ${studentId}`)),
  };
  indexes.set(facts, index);
  return index;
}

const indexes = new WeakMap<PageFacts, Index>();

function blankless(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
