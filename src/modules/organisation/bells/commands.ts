import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { schoolTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { frameChanged, type FrameChanged } from '../events.ts';
import type { BellsDraft } from './contract.ts';
import { clearBells, holdSchedules, type StandingSchedule, writeSchedule } from './queries.ts';
import { bellFaults, type BellTime } from './rules.ts';

type Schedule = { readonly name: string; readonly shift: number; readonly bells: readonly BellTime[] };

/** Writes a new usual bell schedule of a shift; its id. */
export async function addBellSchedule(tx: Tx, { name, shift, bells }: Schedule): Promise<string> {
  const id = uuidv7();
  await tx.text(writeSchedule, [tx.schoolId, id, name, shift, true]);
  await addBells(tx, id, bells);
  return id;
}

/** Gives the lessons that a schedule rings its times; how many. The timetable's own hand. */
export type RetimeLessons = (tx: AnyTx, actor: Actor, scheduleId: string) => Promise<number>;

type Wanted = { readonly id: string; readonly version: number; readonly draft: BellsDraft };

/** Writes a schedule as a whole. Throws the codes of its contract. */
export async function setBells(
  tx: AnyTx,
  actor: Actor,
  { id, version, draft, retimeLessons }: Wanted & { readonly retimeLessons: RetimeLessons },
): Promise<{ version: number; lessonsMoved: number }> {
  const [fault] = bellFaults(draft.bells);
  if (fault !== undefined) refuse(fault.code, { at: fault.at }, 422);
  const standing = await tx.rows<StandingSchedule>(holdSchedules, [actor.schoolId]);
  const own = standing.find((schedule) => schedule.id === id);
  if ((own?.version ?? 0) !== version) refuse('organisation.changedMeanwhile');
  const isTaken = standing.some((other) => other.id !== id && other.isUsual && other.shift === draft.shift);
  if (draft.isUsual && isTaken) refuse('bells.usualTaken', { shift: draft.shift });
  const values = [actor.schoolId, id, draft.name.trim(), draft.shift, draft.isUsual];
  const after = Number(await tx.text(writeSchedule, values));
  await tx.run(clearBells, [actor.schoolId, id]);
  await addBells(tx, id, draft.bells);
  const lessonsMoved = await retimeLessons(tx, actor, id);
  await recordAct(tx, {
    ...actor,
    action: 'organisation.setBells',
    subject: { scheduleId: id, version: after, lessonsMoved, ...draft },
  });
  const payload: FrameChanged = { what: 'bells' };
  await announce(tx, { name: frameChanged, topics: [schoolTopic], payload });
  return { version: after, lessonsMoved };
}

async function addBells(tx: Tx, scheduleId: string, bells: readonly BellTime[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'organisation.bell_period',
      columns: ['school_id', 'bell_schedule_id', 'number', 'starts', 'ends'],
    },
    bells.map(({ number, starts, ends }) => [tx.schoolId, scheduleId, number, starts, ends]),
  );
}
