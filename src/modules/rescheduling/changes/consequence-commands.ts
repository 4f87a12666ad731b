import { rebindHomework } from '#modules/homework/index.ts';
import { timetableChanged, type TimetableChanged } from '#modules/timetable/events.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, staffTopic } from '#platform/outbox/topics.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { AnyTx } from '#platform/serve.ts';

/** What an act touched. */
export type Touched = {
  readonly pageIds: readonly string[];
  readonly classIds: readonly string[];
  /** Whose lessons are others now. */
  readonly staffIds: readonly string[];
  readonly dates: readonly string[];
};

/**
 * What follows from changed lessons in the same transaction: homework, the audit, news for open pages, rights of
 * substitutes. Answers how much homework is due at another lesson now.
 */
export async function consequences(
  tx: AnyTx,
  actor: Actor,
  given: {
    /** The act's name in the audit. */
    readonly key: Pick<CommandKey, 'endpoint'>;
    readonly now: Date;
    readonly touched: Touched;
    readonly subject: Readonly<Record<string, unknown>>;
  },
): Promise<number> {
  const { key, now, touched, subject } = given;
  const dates = touched.dates.toSorted();
  const span: TimetableChanged = { from: dates[0] ?? actor.today, to: dates.at(-1) ?? actor.today };
  const pageIds = [...new Set(touched.pageIds)];
  const homework =
    pageIds.length > 0 ? await rebindHomework(tx, { pageIds, from: span.from }, { ...actor, now }) : 0;
  await recordAct(tx, { ...actor, action: key.endpoint, subject });
  await announce(tx, {
    name: timetableChanged,
    topics: [staffTopic, ...pageIds.map(pageTopic), ...[...new Set(touched.classIds)].map(classTopic)],
    payload: span,
  });
  const ids = [...new Set(touched.staffIds)];
  if (ids.length > 0) await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids });
  return homework;
}
