import { yearFrame, type YearFrame } from '#modules/organisation/index.ts';
import { entriesAndLocks } from '#modules/journal/index.ts';
import { daysFacts, newClashesOfDays, planDays, type DaysPlan, type Turn } from '#modules/timetable/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { DayOverrideWanted } from './contract.ts';
import type { JudgedPlan } from './effect-facts.ts';
import { dayOverridesBetween, type KnownDayOverride } from './queries.ts';
import { faultOf, lastDay, narrowerOf, turnByEnding, turnBySetting } from './rules.ts';

async function frameOf(tx: AnyTx, date: string): Promise<YearFrame> {
  const frame = await yearFrame(tx, date);
  if (!frame) refuse('dayOverrides.noYear');
  return frame;
}

/** What a special day would mean, or a refusal named by the field that is to be mended. */
export async function judgeSetting(tx: AnyTx, wanted: DayOverrideWanted): Promise<JudgedPlan> {
  const frame = await frameOf(tx, wanted.from);
  const overrides = await dayOverridesBetween(tx, wanted);
  // Whom else it could meet matters only where lessons are put or get other times.
  const classId = wanted.kind === 'off' && wanted.scope === 'class' ? wanted.scopeId : null;
  const isId = classId === null || /^[\da-f-]{36}$/u.test(classId);
  const span = { from: wanted.from, to: wanted.to };
  const facts = isId ? await daysFacts(tx, frame, { span, classId }) : null;
  const known = { year: frame.year, schedules: frame.schedules, overrides, classes: facts?.classes ?? [] };
  const fault = faultOf(wanted, known);
  if (fault) refuse(fault.code, fault.facts);
  if (!facts) refuse('dayOverrides.unknownScope', { field: 'scopeId' });
  const judged = await judge(tx, facts, {
    turn: turnBySetting(frame, wanted),
    span,
    isEnding: false,
  });
  refuseEmpty(judged, wanted);
  return { ...judged, narrower: narrowerOf(wanted, known) };
}

/** What giving days back from one of them on would mean. */
export async function judgeEnding(tx: AnyTx, override: KnownDayOverride, from: string): Promise<JudgedPlan> {
  const { from: first, to: last } = override;
  if (from < first || from > last)
    refuse('dayOverrides.notInForce', { field: 'from', from: first, to: last });
  const to = lastDay(override);
  const frame = await frameOf(tx, from);
  const span = { from, to };
  const facts = await daysFacts(tx, frame, { span, classId: null });
  const turn = turnByEnding(frame, { ...override, ...span });
  return judge(tx, facts, { turn, span, isEnding: true });
}

function refuseEmpty(
  { facts, plan: { days, retimed, shared } }: JudgedPlan,
  { kind, from, asWeekday }: DayOverrideWanted,
): void {
  if (days.length === 0) refuse('dayOverrides.nothingChanges', { field: 'from' });
  if (kind === 'bells' && retimed.length + shared.length === 0) {
    refuse('dayOverrides.nothingChanges', { field: 'bellScheduleId' });
  }
  if (kind !== 'weekday') return;
  const classIds = new Set(days.map(({ classId }) => classId));
  const pages = facts.pages.filter((page) => page.classIds.some((id) => classIds.has(id)));
  const pageIds = new Set(pages.map(({ id }) => id));
  const hasLessons = facts.templates.some(
    ({ startDate, endDate, cards }) =>
      startDate <= from &&
      from <= endDate &&
      cards.some(({ weekday, assignmentId }) => weekday === asWeekday && pageIds.has(assignmentId)),
  );
  if (!hasLessons) refuse('dayOverrides.noTimetable', { field: 'asWeekday' });
}

/**
 * The plan, what the journal says of it, and what it would make meet. A lesson on which something was entered never
 * leaves the timetable: it is cancelled with the reason and keeps everything; when days are given back it leaves, as at
 * any change of the timetable, and stays in the journal.
 */
export async function judge(
  tx: AnyTx,
  facts: JudgedPlan['facts'],
  given: {
    readonly turn: Turn;
    readonly span: { readonly from: string; readonly to: string };
    readonly isEnding: boolean;
  },
): Promise<JudgedPlan> {
  const planned = planDays(facts, { ...given, newId: uuidv7 });
  const { held, noted, locked } = await entriesAndLocks(tx, {
    lessonIds: [...planned.cancelled, ...planned.retired].map(({ id }) => id),
    days: touchedDays(planned, facts),
  });
  const [closed] = locked;
  if (closed) refuse('timetable.periodLocked', closed);
  const entered = new Set([...held, ...noted]);
  const stays = given.isEnding ? [] : planned.retired.filter(({ id }) => entered.has(id));
  const plan: DaysPlan = {
    ...planned,
    cancelled: [...planned.cancelled, ...stays],
    retired: planned.retired.filter((lesson) => !stays.includes(lesson)),
  };
  return {
    facts,
    plan,
    marked: new Set(held),
    noted: new Set(noted),
    clashes: newClashesOfDays(plan, facts),
    narrower: [],
  };
}

/** The lessons that a plan changes. */
export function touchedLessons(
  { cancelled, restored, moved, retimed, retired }: DaysPlan,
  facts: JudgedPlan['facts'],
) {
  const ids = new Set([...cancelled, ...restored, ...moved, ...retimed, ...retired].map(({ id }) => id));
  return facts.lessons.filter(({ id }) => ids.has(id));
}

function touchedDays(plan: DaysPlan, facts: JudgedPlan['facts']) {
  return [...touchedLessons(plan, facts), ...plan.added].map(({ assignmentId, date }) => ({
    pageId: assignmentId,
    date,
  }));
}
