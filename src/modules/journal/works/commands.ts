import { editWindowFor } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { BodyOf } from '#platform/contract.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { announce } from '#platform/outbox/announce.ts';
import { pageTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { workChanged, type WorkChanged, type WorkNews } from '../events.ts';
import { lockFacts } from '../marks/cell-rules.ts';
import { daysBetween } from '../marks/rules.ts';
import { isDuplicate, type LessonFacts, type PageFacts } from '../pages/write-queries.ts';
import type { setWork } from './contract.ts';
import { currentWork, writeWork } from './queries.ts';

export type WorkWanted = {
  readonly facts: PageFacts;
  readonly workId: string;
  readonly work: BodyOf<typeof setWork>;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/**
 * Makes a work of a lesson or changes its type, weight and title; lesson and place stay. Throws `works.changedMeanwhile`
 * with what stands there, `works.ordinalTaken`, and the codes of a closed lesson. Works are never deleted.
 */
export async function putWork(
  tx: AnyTx,
  actor: Actor,
  { facts, workId, work, key, now }: WorkWanted,
): Promise<{ readonly version: number }> {
  const lesson = facts.lessons.find(({ id }) => id === work.lessonId);
  if (!lesson) refuse('works.unknownLesson');
  const before = await claimKey<{ version: number }>(tx, actor, key);
  if (before) return before;
  refuseClosed(lesson, facts, actor);
  const known = facts.works.find(({ id }) => id === workId);
  if (known && known.lessonId !== lesson.id) refuse('works.unknownLesson');
  if ((workId === lesson.id) !== (work.ordinal === 1)) refuse('works.firstWorkId');
  if (!facts.workTypes.some(({ id }) => id === work.workTypeId)) refuse('works.unknownType');
  const written = await write(tx, actor, { facts, workId, work, key, now });
  if (!written) {
    const [current] = await tx.rows(currentWork, [actor.schoolId, workId]);
    refuse('works.changedMeanwhile', { current: current ?? null });
  }
  const payload: WorkChanged = { pageId: facts.pageId, authorId: actor.personId, work: written };
  await recordAct(tx, { ...actor, action: key.endpoint, subject: payload });
  await announce(tx, { name: workChanged, topics: [pageTopic(facts.pageId)], payload });
  const { version } = written;
  await keepResult(tx, actor, { key, result: { version } });
  return { version };
}

async function write(tx: AnyTx, actor: Actor, wanted: WorkWanted): Promise<WorkNews | undefined> {
  const { facts, workId, work, now } = wanted;
  try {
    const [written] = await tx.rows<WorkNews>(writeWork, [
      actor.schoolId,
      workId,
      work.expected,
      facts.pageId,
      work.lessonId,
      work.ordinal,
      work.workTypeId,
      work.weight,
      work.title === null || work.title.trim() === '' ? null : work.title.trim(),
      actor.personId,
      actor.sessionId,
      now.toISOString(),
    ]);
    return written;
  } catch (error) {
    if (isDuplicate(error)) refuse('works.ordinalTaken');
    throw error;
  }
}

/** A control work may be planned ahead, so a lesson of the future is open. */
function refuseClosed(lesson: LessonFacts, facts: PageFacts, actor: Actor): void {
  const { today } = actor;
  const editWindowDays = editWindowFor(actor, facts.settings);
  const more = lockFacts(lesson, { editWindowDays });
  if (facts.scaleId === null) refuse('marks.noMarksHere');
  if (lesson.state === 'cancelled') refuse('marks.lessonCancelled', more);
  if (lesson.lockedPeriod !== null) refuse('marks.periodLocked', more);
  if (editWindowDays !== null && daysBetween(lesson.date, today) > editWindowDays) {
    refuse('marks.editWindowClosed', more);
  }
}
