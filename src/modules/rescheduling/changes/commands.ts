import { entriesAndLocks } from '#modules/journal/index.ts';
import {
  type ActFacts,
  actFacts,
  type ChangeFacts,
  changeFacts,
  type ChangePlan,
  newClashes,
  planChanges,
  planUndo,
  recordAbsence,
  undoAct,
  type WantedChange,
  writeChanges,
} from '#modules/timetable/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { consequences, type Touched } from './consequence-commands.ts';
import type { ActDone, ActWanted } from './contract.ts';

type Given = {
  readonly actId: string;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/**
 * Does one act with all that follows from it, or refuses with the codes of its contract and writes nothing: lessons and
 * their history, the absence, homework due at other lessons, the rights of those who stand in.
 */
export async function changeLessons(
  tx: AnyTx,
  actor: Actor,
  { act, ...given }: Given & { readonly act: ActWanted },
): Promise<ActDone> {
  const { actId, key, now } = given;
  const before = await claimKey<ActDone>(tx, actor, key);
  if (before) return before;
  if (act.changes.length === 0 && act.absence === null) refuse('timetable.emptyAct');
  const facts = await changeFacts(tx, namedIn(act));
  const plan = planChanges(act.changes, facts, uuidv7);
  if ('refusal' in plan) refuse(plan.refusal, plan.facts);
  refuseAbsence(act, facts);
  await refuseByJournal(tx, daysOf(plan, facts), leavers(act.changes, facts, actor.today));
  const clashes = act.acceptsClashes ? [] : newClashes(plan, facts);
  if (clashes.length > 0) refuse('timetable.clashes', { clashes });
  const { reasonCode } = act;
  const note = act.note === null || act.note.trim() === '' ? null : act.note.trim();
  const head = { actId, authorId: actor.personId, reasonCode, note, now };
  const written = plan.rows.length > 0 ? await writeChanges(tx, plan, head) : { lessons: [] };
  if (!written) refuse('timetable.changedMeanwhile', { lessons: [] });
  if (act.absence) await recordAbsence(tx, act.absence, head);
  const homework = await consequences(tx, actor, {
    key,
    now,
    touched: touchedBy(act, plan, facts),
    subject: { actId, reasonCode, absence: act.absence, changes: act.changes },
  });
  const result: ActDone = { actId, lessons: [...written.lessons], homework };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** Takes an act back with all that followed from it; done before, it is answered as done. */
export async function undoChanges(
  tx: AnyTx,
  actor: Actor,
  { act, ...given }: Given & { readonly act: ActFacts },
): Promise<ActDone> {
  const { actId, key, now } = given;
  const before = await claimKey<ActDone>(tx, actor, key);
  if (before) return before;
  const plan = planUndo(act);
  if ('refusal' in plan) refuse(plan.refusal, plan.facts);
  const rows = act.rows.filter(({ isUndone }) => !isUndone);
  const lessons = [...rows.map(({ lesson }) => lesson), ...act.added];
  const pageOf = new Map(lessons.map(({ id, pageId }) => [id, pageId]));
  const days = [...lessons, ...plan.after.map(({ id, date }) => ({ pageId: pageOf.get(id) ?? '', date }))];
  await refuseByJournal(
    tx,
    rows.length > 0 ? days : [],
    act.added.filter(({ state }) => state !== 'retired').map(({ id }) => id),
  );
  const undone = await undoAct(
    tx,
    { actId, after: plan.after, rows: rows.map((row) => ({ ...row, lessonId: row.lesson.id })) },
    { authorId: actor.personId, now },
  );
  if (!undone) refuse('timetable.changedMeanwhile', { lessons: [] });
  const dates = days.map(({ date }) => date);
  const staffIds = lessons.flatMap(({ teacherId, ownTeacherId }) => [teacherId, ownTeacherId]);
  const touched: Touched = {
    pageIds: lessons.map(({ pageId }) => pageId),
    classIds: lessons.flatMap(({ classIds }) => classIds),
    staffIds: [...staffIds, ...rows.map(({ oldValue }) => textIn(oldValue['teacherId']))].filter(isText),
    dates: dates.length > 0 ? dates : [actor.today],
  };
  const homework = await consequences(tx, actor, { key, now, touched, subject: { actId } });
  const result: ActDone = { actId, lessons: [...undone.lessons], homework };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** The act as the policy loads it; null = no such act in this school. */
export const loadAct = actFacts;

function namedIn({ changes, absence }: ActWanted) {
  const ids = <Kind extends WantedChange['kind']>(
    kind: Kind,
    pick: (change: Extract<WantedChange, { kind: Kind }>) => string | null,
  ) =>
    changes.flatMap((change) => {
      const id = change.kind === kind ? pick(change as Extract<WantedChange, { kind: Kind }>) : null;
      return id === null ? [] : [id];
    });
  return {
    lessonIds: [
      ...changes.map(({ lessonId }) => lessonId),
      ...ids('merge', ({ withLessonId }) => withLessonId),
    ],
    staffIds: [...ids('substitution', ({ teacherId }) => teacherId), ...(absence ? [absence.staffId] : [])],
    roomIds: ids('room', ({ roomId }) => roomId),
    pageIds: ids('replacement', ({ pageId }) => pageId),
    dates: ids('move', ({ date }) => date),
  };
}

/** Who is away works here on the first of these days, which are no more than a school year. */
function refuseAbsence({ absence }: ActWanted, { staff }: ChangeFacts): void {
  if (!absence) return;
  const { staffId, from, to } = absence;
  if (from > to || Date.parse(to) - Date.parse(from) > longestAbsenceMs)
    refuse('timetable.absenceSpan', { from, to });
  const person = staff.find(({ id }) => id === staffId);
  const worksThen = person && person.startDate <= from && (person.endDate === null || from <= person.endDate);
  if (!worksThen) refuse('timetable.unknownTeacher', { staffId, date: from });
}

const longestAbsenceMs = 366 * 86_400_000;

/** A closed period is closed for the timetable too; what was held and holds entries neither falls out nor goes ahead. */
async function refuseByJournal(
  tx: AnyTx,
  days: readonly { readonly pageId: string; readonly date: string }[],
  leaving: readonly string[],
): Promise<void> {
  if (days.length === 0) return;
  const { held, locked } = await entriesAndLocks(tx, { lessonIds: leaving, days });
  const [closed] = locked;
  if (closed) refuse('timetable.periodLocked', closed);
  const [lessonId] = held;
  if (lessonId !== undefined) refuse('timetable.lessonHasEntries', { lessonId });
}

function daysOf(plan: ChangePlan, { lessons }: ChangeFacts) {
  const pageOf = new Map(lessons.map(({ id, pageId }) => [id, pageId]));
  const touched = new Set(plan.after.map(({ id }) => id));
  return [
    ...lessons.filter(({ id }) => touched.has(id)),
    ...plan.after.map(({ id, date }) => ({ pageId: pageOf.get(id) ?? '', date })),
    ...plan.added,
  ].map(({ pageId, date }) => ({ pageId, date }));
}

/** Lessons that would fall out, or go to a day that is still to come. */
function leavers(
  changes: readonly WantedChange[],
  { lessons }: ChangeFacts,
  today: string,
): readonly string[] {
  return changes
    .filter(
      (change) =>
        change.kind === 'cancellation' ||
        change.kind === 'replacement' ||
        (change.kind === 'move' && change.date > today),
    )
    .map(({ lessonId }) => lessonId)
    .filter((id) => lessons.some((lesson) => lesson.id === id));
}

function touchedBy({ absence, changes }: ActWanted, plan: ChangePlan, facts: ChangeFacts): Touched {
  const ids = new Set(changes.map(({ lessonId }) => lessonId));
  const lessons = facts.lessons.filter(({ id }) => ids.has(id));
  const added = facts.pages.filter(({ id }) => plan.added.some(({ pageId }) => pageId === id));
  return {
    pageIds: [...lessons.map(({ pageId }) => pageId), ...added.map(({ id }) => id)],
    classIds: [...lessons, ...added].flatMap(({ classIds }) => classIds),
    staffIds: [
      ...lessons.flatMap(({ teacherId, ownTeacherId }) => [teacherId, ownTeacherId]),
      ...plan.after.map(({ teacherId }) => teacherId),
    ].filter(isText),
    dates: [
      ...lessons.map(({ date }) => date),
      ...plan.after.map(({ date }) => date),
      ...(absence ? [absence.from, absence.to] : []),
    ],
  };
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : null);
const isText = (value: string | null): value is string => value !== null;
