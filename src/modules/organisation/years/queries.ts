import { statement, type Tx } from '#platform/db/tx.ts';
import { usualScaleSql } from '../mark-scales/queries.ts';
import type { BellTime } from '../bells/rules.ts';
import type { Break, DateSpan, DayOverride } from '../calendar/rules.ts';

export type AcademicYear = DateSpan & { readonly id: string; readonly name: string };

export type BellSchedule = {
  readonly id: string;
  readonly name: string;
  readonly shift: number;
  /** Rings on every day of the shift for which the calendar names no other. */
  readonly isUsual: boolean;
  readonly bells: readonly BellTime[];
};

/** The frame of one academic year of the transaction's school. */
export type YearFrame = {
  readonly year: AcademicYear;
  readonly breaks: readonly Break[];
  readonly overrides: readonly DayOverride[];
  readonly schedules: readonly BellSchedule[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  /** Oldest first; the codes tell which of them holds numbers. */
  /** Of new journal pages; null when the school has no scale of numbers. */
  readonly usualScaleId: string | null;
};

/** The year a date belongs to, else the next to begin, else the last one; null for a school without a year. */
export async function yearFrame(tx: Tx, date: string): Promise<YearFrame | null> {
  const text = await tx.text(frameOfYear, [tx.schoolId, date]);
  return text === null ? null : (JSON.parse(text) as YearFrame);
}

/** The year of an id, or null. */
export async function yearFrameOf(tx: Tx, yearId: string): Promise<YearFrame | null> {
  const text = await tx.text(frameById, [tx.schoolId, yearId]);
  return text === null ? null : (JSON.parse(text) as YearFrame);
}

/** The school's names and time zone; null when there is no such school. */
export async function schoolHead(
  tx: Tx,
): Promise<{ readonly shortName: string; readonly timeZone: string } | null> {
  const [head] = await tx.rows<{ shortName: string; timeZone: string }>(headOfSchool, [tx.schoolId]);
  return head ?? null;
}

// Names and time zone; primary key.
const headOfSchool = statement(
  'organisation.schoolHead',
  `select short_name as "shortName", time_zone as "timeZone" from organisation.school where school_id = $1`,
);

// A year with its breaks, exceptions, bells, rooms and the usual scale; a school's few dozen rows by the leading school_id.
const frameSql = (chosen: string) => `with chosen as (
    select id, name, start_date, end_date from organisation.academic_year where school_id = $1 ${chosen})
  select json_build_object(
    'year', json_build_object('id', y.id, 'name', y.name, 'start', y.start_date, 'end', y.end_date),
    'breaks', coalesce((select json_agg(json_build_object('start', b.start_date, 'end', b.end_date, 'grades', b.grades) order by b.start_date)
      from organisation.holiday_break b where b.school_id = $1 and b.academic_year_id = y.id), '[]'::json),
    'overrides', coalesce((select json_agg(json_build_object('date', day::date, 'scope', o.scope, 'scopeId', o.scope_id, 'off', o.off,
        'asWeekday', o.as_weekday, 'bellScheduleId', o.bell_schedule_id) order by o.age, day)
      from (
        select d.date as first_day, d.date as last_day, d.scope, d.scope_id, d.off, d.as_weekday, d.bell_schedule_id, 1 as age
        from organisation.calendar_day d where d.school_id = $1 and d.date between y.start_date and y.end_date
        union all
        select v.start_date, least(v.end_date, v.ended_from - 1), v.scope, v.scope_id, v.kind = 'off', v.as_weekday,
               v.bell_schedule_id, 0
        from organisation.day_override v where v.school_id = $1 and v.end_date >= y.start_date and v.start_date <= y.end_date) o,
      generate_series(o.first_day, o.last_day, interval '1 day') day), '[]'::json),
    'schedules', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'shift', s.shift, 'isUsual', s.usual, 'bells', coalesce((
        select json_agg(json_build_object('number', p.number, 'starts', to_char(p.starts, 'HH24:MI'), 'ends', to_char(p.ends, 'HH24:MI')) order by p.number)
        from organisation.bell_period p where p.school_id = $1 and p.bell_schedule_id = s.id), '[]'::json)) order by s.id)
      from organisation.bell_schedule s where s.school_id = $1), '[]'::json),
    'rooms', coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name)
      from organisation.room r where r.school_id = $1), '[]'::json),
    'usualScaleId', ${usualScaleSql}
  )::text from chosen y`;

const frameOfYear = statement(
  'organisation.yearFrame',
  frameSql(`order by (start_date <= $2::date and $2::date <= end_date) desc, (start_date > $2::date) desc,
      case when start_date > $2::date then start_date end, start_date desc limit 1`),
);
const frameById = statement('organisation.yearFrameById', frameSql('and id = $2::uuid'));
