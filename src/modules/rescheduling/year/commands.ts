import type { YearFrame } from '#modules/organisation/index.ts';
import { daysFacts, holdTimetable, templatesOfYear } from '#modules/timetable/index.ts';
import type { Actor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { AnyTx } from '#platform/serve.ts';
import { judge } from '../day-overrides/judge-queries.ts';
import { writePlan } from '../day-overrides/write-commands.ts';
import { changedSpan } from './rules.ts';

/** Lessons of today and later that left the timetable, and that are in it now. */
export type YearFollowed = { readonly gone: number; readonly back: number };

/**
 * Lessons follow a changed year: those of days that are free now leave the timetable and keep their ids and entries; days
 * that are school days again get theirs back. Where weeks alternate, those after a new week of holidays are turned.
 */
export async function followYear(
  tx: AnyTx,
  actor: Actor,
  { before, after, now }: { readonly before: YearFrame; readonly after: YearFrame; readonly now: Date },
): Promise<YearFollowed> {
  await tx.text(holdTimetable, [tx.schoolId]);
  const templates = await templatesOfYear(tx, after.year.id);
  const hasCycles = templates.some(({ cards }) => cards.some(({ cycle }) => cycle !== 'every'));
  const span = changedSpan(before, after, { today: actor.today, hasCycles });
  if (span === null) return { gone: 0, back: 0 };
  const facts = await daysFacts(tx, after, { span, classId: null });
  const judged = await judge(tx, facts, { turn: { before, after }, span, isEnding: true });
  const { retired, cancelled, added, moved, restored, retimed } = judged.plan;
  const gone = retired.length + cancelled.length;
  const back = added.length + moved.length + restored.length;
  if (gone + back + retimed.length === 0) return { gone, back };
  await writePlan(tx, actor, {
    judged,
    key: { endpoint: 'rescheduling.followYear' },
    now,
    actId: uuidv7(),
    reasonCode: 'schedule',
    subject: { yearId: after.year.id, ...span },
  });
  return { gone, back };
}
