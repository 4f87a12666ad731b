import { statement, type Tx } from '#platform/db/tx.ts';

export type NewDayOverride = {
  readonly id: string;
  readonly scope: 'school' | 'grade' | 'class';
  readonly scopeId: string;
  readonly kind: 'off' | 'weekday' | 'bells';
  readonly from: string;
  readonly to: string;
  readonly asWeekday: number | null;
  readonly bellScheduleId: string | null;
  readonly reasonCode: string;
};

type By = { readonly personId: string; readonly now: Date };
type Writer = Pick<Tx, 'schoolId' | 'run'>;

/** Writes a special day, or some of them in a row. Lessons follow by `rescheduling`. */
export async function addDayOverride(tx: Writer, given: NewDayOverride, by: By): Promise<void> {
  await tx.run(insertOverride, [
    tx.schoolId,
    given.id,
    given.scope,
    given.scopeId,
    given.kind,
    given.from,
    given.to,
    given.asWeekday,
    given.bellScheduleId,
    given.reasonCode,
    by.personId,
    by.now.toISOString(),
  ]);
}

/** Gives its days back from one of them on. */
export async function endDayOverride(
  tx: Writer,
  ended: { readonly id: string; readonly from: string },
  by: By,
): Promise<void> {
  await tx.run(endOverride, [tx.schoolId, ended.id, ended.from, by.personId, by.now.toISOString()]);
}

// One row; a school writes a few dozen in a year.
const insertOverride = statement(
  'organisation.addDayOverride',
  `insert into organisation.day_override (school_id, id, scope, scope_id, kind, start_date, end_date, as_weekday, bell_schedule_id,
     reason_code, author_id, at)
   values ($1::int, $2::uuid, $3::text, $4::text, $5::text, $6::date, $7::date, $8::int, $9::uuid, $10::text, $11::uuid,
     $12::timestamptz)`,
);

// By its key.
const endOverride = statement(
  'organisation.endDayOverride',
  `update organisation.day_override set ended_from = $3::date, ended_by = $4::uuid, ended_at = $5::timestamptz
   where school_id = $1::int and id = $2::uuid`,
);
