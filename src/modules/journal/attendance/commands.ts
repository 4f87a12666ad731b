import { editWindowFor } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { keepResult, keyValues, storedResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { lockFacts } from '../marks/cell-rules.ts';
import { lockOf, membershipOn } from '../marks/rules.ts';
import { teachesLesson } from '../pages/policy.ts';
import { type PageFacts, schoolTime } from '../pages/write-queries.ts';
import type { AttendanceCell, AttendanceOutcome, AttendanceRefusal } from './contract.ts';
import { currentAttendance, takeAttendanceStatement } from './write-queries.ts';

export type AttendanceWanted = {
  readonly facts: PageFacts;
  readonly cells: readonly AttendanceCell[];
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

type Refused = { readonly code: AttendanceRefusal; readonly facts: Readonly<Record<string, unknown>> };

/** What a repeated request is answered from: the version written, null for a conflict, or why it was refused. */
type StoredCell = number | null | Refused;

/** Sets who was away or late; each cell is written, in conflict or refused by itself. One statement. */
export async function takeAttendance(
  tx: AnyTx,
  actor: Actor,
  { facts, cells, key, now }: AttendanceWanted,
): Promise<AttendanceOutcome[]> {
  const judge = judgeOf(actor, facts, now);
  const taken = new Set<string>();
  const stored = cells.map((cell): StoredCell => {
    const place = `${cell.lessonId} ${cell.studentId}`;
    if (taken.has(place)) return { code: 'marks.repeatedCell', facts: {} };
    taken.add(place);
    return judge(cell) ?? cell.expected + 1;
  });
  const rows = cells.flatMap(({ lessonId, studentId, fact, minutes, expected }, n) =>
    typeof stored[n] === 'number'
      ? [{ n, lesson: lessonId, student: studentId, fact, minutes, expected }]
      : [],
  );
  const text = await tx.text(takeAttendanceStatement, [
    ...keyValues(actor, key, stored),
    actor.personId,
    actor.sessionId,
    now.toISOString(),
    facts.pageId,
    JSON.stringify(rows),
    uuidv7(),
  ]);
  const { isNew, saved } = JSON.parse(text ?? '') as { isNew: boolean; saved: number[] };
  if (!isNew) return outcomes(tx, cells, await storedResult<StoredCell[]>(tx, actor, key));
  const result = stored.map((cell, n) => (typeof cell === 'number' && !saved.includes(n) ? null : cell));
  if (result.includes(null)) await keepResult(tx, actor, { key, result });
  return outcomes(tx, cells, result);
}

/** Minutes belong to coming late and leaving early. */
const timedFacts: ReadonlySet<string> = new Set(['late', 'leftEarly']);

function judgeOf(actor: Actor, facts: PageFacts, now: Date): (cell: AttendanceCell) => Refused | null {
  const editWindowDays = editWindowFor(actor, facts.settings);
  const time = schoolTime(actor, facts, now);
  const lessons = new Map(facts.lessons.map((lesson) => [lesson.id, lesson]));
  const stays = Map.groupBy(facts.stays, ({ studentId }) => studentId);
  return (cell) => {
    const lesson = lessons.get(cell.lessonId);
    if (!lesson) return { code: 'attendance.unknownLesson', facts: {} };
    const code = lockOf({
      ...time,
      lesson,
      editWindowDays,
      isPeriodLocked: lesson.lockedPeriod !== null,
      membership: membershipOn(stays.get(cell.studentId) ?? [], lesson.date),
      mayWriteLesson: teachesLesson(actor, facts, lesson),
    });
    if (code) return { code, facts: lockFacts(lesson, { editWindowDays }) };
    if (cell.minutes !== null && !timedFacts.has(cell.fact)) {
      return { code: 'attendance.minutesWithoutLateness', facts: {} };
    }
    return null;
  };
}

type Conflict = Omit<Extract<AttendanceOutcome, { state: 'conflict' }>, 'state'>;

const nothingThere: Conflict = {
  fact: 'present',
  minutes: null,
  version: 0,
  authorId: null,
  authorName: null,
  at: null,
};

async function outcomes(
  tx: AnyTx,
  cells: readonly AttendanceCell[],
  stored: readonly StoredCell[],
): Promise<AttendanceOutcome[]> {
  const current = stored.includes(null) ? await conflicts(tx, cells, stored) : new Map<number, Conflict>();
  return stored.map((cell, n): AttendanceOutcome => {
    if (typeof cell === 'number') return { state: 'written', version: cell };
    if (cell !== null) return { state: 'refused', ...cell };
    return { state: 'conflict', ...(current.get(n) ?? nothingThere) };
  });
}

async function conflicts(
  tx: AnyTx,
  cells: readonly AttendanceCell[],
  stored: readonly StoredCell[],
): Promise<ReadonlyMap<number, Conflict>> {
  const asked = cells.flatMap(({ lessonId, studentId }, n) =>
    stored[n] === null ? [{ n, lesson: lessonId, student: studentId }] : [],
  );
  const text = await tx.text(currentAttendance, [tx.schoolId, JSON.stringify(asked)]);
  const rows = JSON.parse(text ?? '[]') as (Conflict & { n: number })[];
  return new Map(rows.map(({ n, ...conflict }) => [n, conflict]));
}
