import { editWindowFor } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { lessonRecorded, type LessonRecorded } from '../events.ts';
import { lockFacts } from '../marks/cell-rules.ts';
import { daysBetween } from '../marks/rules.ts';
import { type LessonFacts, type PageFacts, schoolTime } from '../pages/write-queries.ts';
import { lessonRecord, writeLessonRecord } from './queries.ts';

export type RecordWanted = {
  readonly facts: PageFacts;
  readonly topic: string | null;
  readonly attendanceTaken: boolean;
  readonly expected: number;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/**
 * Writes topic and «attendance taken» of one lesson. Throws `lessonRecord.changedMeanwhile` with what stands there, and
 * the codes of a closed lesson. A topic may be written ahead, attendance may not.
 */
export async function recordLesson(
  tx: AnyTx,
  actor: Actor,
  wanted: RecordWanted,
): Promise<{ readonly version: number }> {
  const { facts, key, expected, attendanceTaken, now } = wanted;
  const [lesson] = facts.lessons;
  if (!lesson) refuse('notFound');
  const before = await claimKey<{ version: number }>(tx, actor, key);
  if (before) return before;
  const editWindowDays = editWindowFor(actor, facts.settings);
  refuseClosed(lesson, { editWindowDays, attendanceTaken, ...schoolTime(actor, facts, now) });
  const topic = wanted.topic === null || wanted.topic.trim() === '' ? null : wanted.topic.trim();
  const [written] = await tx.rows<{ version: number }>(writeLessonRecord, [
    actor.schoolId,
    lesson.id,
    expected,
    topic,
    attendanceTaken,
    actor.personId,
    actor.sessionId,
    now.toISOString(),
  ]);
  if (!written) {
    const [current] = await tx.rows(lessonRecord, [actor.schoolId, lesson.id]);
    refuse('lessonRecord.changedMeanwhile', { current: current ?? null });
  }
  const { version } = written;
  const payload: LessonRecorded = {
    pageId: facts.pageId,
    authorId: actor.personId,
    lessonId: lesson.id,
    topic,
    attendanceTaken,
    version,
  };
  await recordAct(tx, { ...actor, action: key.endpoint, subject: { ...payload } });
  await announce(tx, {
    name: lessonRecorded,
    topics: [pageTopic(facts.pageId), ...facts.classes.map(({ id }) => classTopic(id))],
    payload,
  });
  await keepResult(tx, actor, { key, result: { version } });
  return { version };
}

function refuseClosed(
  lesson: LessonFacts,
  at: { editWindowDays: number | null; attendanceTaken: boolean; today: string; time: string },
): void {
  const { editWindowDays } = at;
  const facts = lockFacts(lesson, { editWindowDays });
  if (lesson.state === 'cancelled') refuse('marks.lessonCancelled', facts);
  const isAhead = lesson.date > at.today || (lesson.date === at.today && (lesson.starts ?? '') > at.time);
  if (isAhead && at.attendanceTaken) refuse('marks.notYetHeld', facts);
  if (lesson.lockedPeriod !== null) refuse('marks.periodLocked', facts);
  if (editWindowDays !== null && daysBetween(lesson.date, at.today) > editWindowDays) {
    refuse('marks.editWindowClosed', facts);
  }
}
