import { editWindowFor, homeworkLimit, lastEditableDay, timeOfDay } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { ReplyOf } from '#platform/contract.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { pageTopic, studentTopic, type Topic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { homeworkAssigned, type HomeworkAssigned } from '../events.ts';
import type { assignHomework, HomeworkInput } from './contract.ts';
import {
  heaviestLoad,
  homeworkOfLesson,
  type HomeworkRow,
  type LessonToGiveAt,
  studentsOfGroup,
  writeHomework,
} from './queries.ts';
import { dueOf, isGivenLate, loadWarningOf } from './rules.ts';

export type HomeworkWanted = {
  readonly lesson: LessonToGiveAt;
  readonly homework: HomeworkInput;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

type Given = ReplyOf<typeof assignHomework>;

/**
 * Gives, changes or takes back the homework of a lesson. Throws `homework.changedMeanwhile` with what stands there, and
 * the codes of its contract.
 */
export async function giveHomework(tx: AnyTx, actor: Actor, wanted: HomeworkWanted): Promise<Given> {
  const { lesson, homework, key } = wanted;
  const before = await claimKey<Given>(tx, actor, key);
  if (before) return before;
  refuseClosed(lesson, actor);
  const [current] = await tx.rows<HomeworkRow>(homeworkOfLesson, [actor.schoolId, lesson.id]);
  if ((current?.version ?? 0) !== homework.expected) {
    refuse('homework.changedMeanwhile', { current: current ?? null });
  }
  const row = await write(tx, actor, { ...wanted, current: current ?? null });
  if (!row) refuse('homework.changedMeanwhile', { current: null });
  await tell(tx, actor, { lesson, row, key });
  const { version, isLate, dueLessonId, dueDate } = row;
  const warning = row.text === null ? null : await warningOf(tx, lesson, dueDate);
  const result: Given = { version, isLate, dueLessonId, dueDate, warning };
  await keepResult(tx, actor, { key, result });
  return result;
}

async function write(
  tx: AnyTx,
  actor: Actor,
  wanted: HomeworkWanted & { readonly current: HomeworkRow | null },
): Promise<HomeworkRow | undefined> {
  const { lesson, homework, current, now } = wanted;
  const text = homework.text.trim() === '' ? null : homework.text.trim();
  // What was given in time stays so when a slip is corrected in the evening.
  const stood = current !== null && current.text !== null ? current : null;
  const isLate = stood
    ? stood.isLate
    : isGivenLate(lesson, { today: actor.today, time: timeOfDay(lesson.timeZone, now) });
  const due = dueOf(homework, lesson, {
    later: lesson.later,
    skipsOne: isLate && lesson.settings.lateHomeworkSkipsLesson,
  });
  if ('refusal' in due) refuse(due.refusal);
  const [row] = await tx.rows<HomeworkRow>(writeHomework, [
    actor.schoolId,
    uuidv7(),
    lesson.pageId,
    lesson.id,
    homework.expected,
    text,
    homework.minutes,
    homework.dueRule,
    due.dueLessonId,
    due.dueDate,
    homework.publishAt ?? publishedAlready(stood, now) ?? publishMoment(lesson, actor.today, now),
    isLate,
    actor.personId,
    actor.sessionId,
    now.toISOString(),
  ]);
  return row;
}

/** What families see already keeps its moment; what was still to come may be shown at once instead. */
function publishedAlready(stood: HomeworkRow | null, now: Date): string | null {
  return stood !== null && Date.parse(stood.publishAt) <= now.getTime() ? stood.publishAt : null;
}

/** At once; for a lesson of a later day when it ends. */
function publishMoment({ date, endsAt }: LessonToGiveAt, today: string, now: Date): string {
  return date > today && endsAt !== null ? endsAt : now.toISOString();
}

async function tell(
  tx: AnyTx,
  actor: Actor,
  { lesson, row, key }: { lesson: LessonToGiveAt; row: HomeworkRow; key: CommandKey },
): Promise<void> {
  const payload: HomeworkAssigned = {
    pageId: lesson.pageId,
    authorId: actor.personId,
    homework: { ...row, lessonId: lesson.id },
  };
  await recordAct(tx, { ...actor, action: key.endpoint, subject: payload });
  await announce(tx, {
    name: homeworkAssigned,
    topics: await homeworkTopics(tx, lesson),
    payload,
  });
}

/** Who hears of homework: the page, and the students of the group on the lesson's day. */
export async function homeworkTopics(tx: AnyTx, lesson: LessonToGiveAt): Promise<Topic[]> {
  const values = [tx.schoolId, lesson.groupId, lesson.date];
  const students = await tx.rows<{ id: string }>(studentsOfGroup, values);
  return [pageTopic(lesson.pageId), ...students.map(({ id }) => studentTopic(id))];
}

async function warningOf(
  tx: AnyTx,
  { classes, groupId, settings }: LessonToGiveAt,
  dueDate: string | null,
): Promise<Given['warning']> {
  const grade = classes[0]?.grade;
  if (dueDate === null || grade === undefined) return null;
  const [load] = await tx.rows<{ minutes: number }>(heaviestLoad, [tx.schoolId, groupId, dueDate]);
  const over = loadWarningOf(load?.minutes ?? 0, homeworkLimit(settings, grade));
  return over && { date: dueDate, grade, ...over };
}

/** Nothing is given at a cancelled lesson nor after its edit window. */
export function refuseClosed(lesson: LessonToGiveAt, actor: Actor): void {
  const { today } = actor;
  const editWindowDays = editWindowFor(actor, lesson.settings);
  const facts = { date: lesson.date, editWindowDays };
  if (lesson.state === 'cancelled') refuse('homework.lessonCancelled', facts);
  const lastDay = lastEditableDay(lesson.date, editWindowDays);
  if (lastDay !== null && today > lastDay) refuse('homework.editWindowClosed', facts);
}
