/**
 * Parts of statements that say what is special on a day. In all of them $1 = the school.
 *
 * `restSql` is a relation of all exceptions and breaks that touch a day from `from` to `to` and concern the class of
 * `ofClass` (a relation with `id`, `grade` and `shift`, nulls = no class: what concerns the whole school). By the key of
 * calendar_day, day_override_days.
 */
export const restSql = (from: string, to: string, ofClass: string) => `
    select o.first_day, o.last_day, o.off, o.as_weekday, o.rings_only, o.name, o.reason,
           case when o.first_day < o.last_day then o.last_day end as until,
           array_position(array['class', 'grade', 'school'], o.scope) * 2 + o.age as near
    from (
      select d.date as first_day, d.date as last_day, d.scope, d.scope_id, d.off, d.as_weekday,
             not d.off and d.as_weekday is null and d.bell_schedule_id is not null as rings_only,
             d.bell_schedule_id, d.name, null::text as reason, 1 as age
      from organisation.calendar_day d
      where d.school_id = $1::int and d.date >= ${from} and d.date <= ${to}
      union all
      select v.start_date, least(v.end_date, v.ended_from - 1), v.scope, v.scope_id, v.kind = 'off', v.as_weekday,
             v.kind = 'bells', v.bell_schedule_id, null, v.reason_code, 0
      from organisation.day_override v
      where v.school_id = $1::int and v.end_date >= ${from} and v.start_date <= ${to}
        and (v.ended_from is null or v.ended_from > v.start_date)) o
    left join organisation.bell_schedule s on s.school_id = $1::int and s.id = o.bell_schedule_id
    left join ${ofClass} c on true
    where (o.scope = 'school' or (o.scope = 'grade' and o.scope_id = c.grade::text)
           or (o.scope = 'class' and o.scope_id = c.id::text))
      and (not o.rings_only or c.shift is null or s.shift = c.shift)
    union all
    select b.start_date, b.end_date, true, null, false, b.name, null, b.end_date, 9
    from organisation.holiday_break b
    left join ${ofClass} c on true
    where b.school_id = $1::int and b.start_date <= ${to} and b.end_date >= ${from}
      and (b.grades is null or c.grade = any (b.grades))`;

const nearest = (rest: string, day: string, condition: string) => `
      select r.off, r.as_weekday, r.name, r.until, r.reason from ${rest} r
      where ${day} between r.first_day and r.last_day and ${condition}
      order by r.near limit 1`;

/** Why `day` has no lessons, as JSON: `name`, `until` (the last day of several), `reason`; null = it has. `rest` is `restSql`. */
export const dayOffSql = (rest: string, day: string) => `(
    select case when n.off then json_build_object('name', n.name, 'until', n.until, 'reason', n.reason) end
    from (${nearest(rest, day, 'not r.rings_only')}) n)`;

/** What else is special on `day`, as JSON: `asWeekday`, `otherBells`, `reason`; null = nothing. Bells the year began with are usual. */
export const daySpecialSql = (rest: string, day: string) => `(
    select json_build_object('asWeekday', n.as_weekday, 'otherBells', b.reason is not null,
      'reason', coalesce(n.reason, b.reason))
    from (select true) always
    left join lateral (${nearest(rest, day, 'not r.rings_only')}) n on true
    left join lateral (${nearest(rest, day, 'r.rings_only and r.reason is not null')}) b on true
    where n.off is not true and (n.as_weekday is not null or b.reason is not null))`;
