import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { StoredDayOverride } from './contract.ts';

/** A special day as it is stored, for those who plan another or take it back. */
export type KnownDayOverride = Pick<
  StoredDayOverride,
  'id' | 'scope' | 'kind' | 'from' | 'to' | 'asWeekday' | 'reasonCode' | 'endedFrom' | 'grade' | 'schoolClass'
> & { readonly scopeId: string; readonly bellScheduleId: string | null };

/** All of the school that touch a span, given back or not. */
export async function dayOverridesBetween(
  tx: AnyTx,
  span: { readonly from: string; readonly to: string },
): Promise<readonly KnownDayOverride[]> {
  const text = await tx.text(overridesBetween, [tx.schoolId, span.from, span.to]);
  return JSON.parse(text ?? '[]') as KnownDayOverride[];
}

/** One of the school; null = there is none. */
export async function loadDayOverride(
  tx: AnyTx,
  { schoolId, overrideId }: { readonly schoolId: number; readonly overrideId: string },
): Promise<KnownDayOverride | null> {
  return JSON.parse(
    (await tx.text(oneOverride, [schoolId, overrideId])) ?? 'null',
  ) as KnownDayOverride | null;
}

const fields = `'id', o.id, 'scope', o.scope, 'grade', case when o.scope = 'grade' then o.scope_id::int end,
      'schoolClass', case when c.id is not null then json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) end,
      'kind', o.kind, 'from', o.start_date, 'to', o.end_date, 'asWeekday', o.as_weekday, 'reasonCode', o.reason_code,
      'endedFrom', o.ended_from`;
const withClass = `left join roster.school_class c on c.school_id = $1::int and o.scope = 'class' and c.id::text = o.scope_id`;
const known = `json_build_object(${fields}, 'scopeId', o.scope_id, 'bellScheduleId', o.bell_schedule_id)`;

// day_override_days.
const overridesBetween = statement(
  'rescheduling.dayOverridesBetween',
  `select coalesce(json_agg(${known} order by o.start_date, o.id), '[]')::text
   from organisation.day_override o ${withClass}
   where o.school_id = $1::int and o.end_date >= $2::date and o.start_date <= $3::date`,
);

// By its key.
const oneOverride = statement(
  'rescheduling.dayOverride',
  `select ${known}::text from organisation.day_override o ${withClass} where o.school_id = $1::int and o.id = $2::uuid`,
);

/** $1 school, $2 the moment it lives in. The year of today, else the nearest. A few dozen rows by the leading school_id. */
export const dayOverridesStatement = statement(
  'rescheduling.dayOverrides',
  `with head as materialized (
    select s.time_zone, ($2::timestamptz at time zone s.time_zone)::date as today
    from organisation.school s where s.school_id = $1::int
  ),
  year as materialized (
    select y.id, y.start_date, y.end_date from organisation.academic_year y, head h
    where y.school_id = $1::int
    order by (y.start_date <= h.today and h.today <= y.end_date) desc,
      least(abs(y.start_date - h.today), abs(y.end_date - h.today)) limit 1
  )
  select json_build_object('today', h.today,
    'year', (select json_build_object('startDate', y.start_date, 'endDate', y.end_date) from year y),
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter)
        order by c.grade, c.letter), '[]')
      from year y join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id
        and c.closed_at is null),
    'schedules', (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'shift', b.shift)
        order by b.shift, b.name, b.id), '[]')
      from organisation.bell_schedule b where b.school_id = $1::int),
    'overrides', (select coalesce(json_agg(json_build_object(${fields},
        'bells', (select b.name from organisation.bell_schedule b where b.school_id = $1::int and b.id = o.bell_schedule_id),
        'author', (select json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)
                   from roster.person p where p.school_id = $1::int and p.id = o.author_id),
        'setOn', (o.at at time zone h.time_zone)::date) order by o.start_date, o.id), '[]')
      from year y join organisation.day_override o on o.school_id = $1::int and o.end_date >= y.start_date
        and o.start_date <= y.end_date
      ${withClass}),
    'daysOff', (select coalesce(json_agg(json_build_object('date', d.date, 'name', d.name) order by d.date), '[]')
      from year y join organisation.calendar_day d on d.school_id = $1::int and d.date between y.start_date and y.end_date
      where d.off and d.scope = 'school'))::text as json
  from head h`,
);
