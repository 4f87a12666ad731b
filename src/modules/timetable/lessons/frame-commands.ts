import type { Actor } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, staffTopic } from '#platform/outbox/topics.ts';
import type { AnyTx } from '#platform/serve.ts';
import { timetableChanged, type TimetableChanged } from '../events.ts';

/**
 * Gives planned lessons of tomorrow and later the times of the bell schedule that rings them: the usual one of their
 * shift, or the one the calendar names for their day. How many have other times now.
 */
export async function retimeByBells(tx: AnyTx, actor: Actor, scheduleId: string): Promise<number> {
  const [moved] = await tx.rows<{ count: number; last: string | null; classIds: string[] }>(retime, [
    actor.schoolId,
    scheduleId,
    actor.today,
  ]);
  if (!moved || moved.count === 0) return 0;
  const payload: TimetableChanged = { from: actor.today, to: moved.last ?? actor.today };
  await announce(tx, {
    name: timetableChanged,
    topics: [staffTopic, ...moved.classIds.map(classTopic)],
    payload,
  });
  return moved.count;
}

/** Planned lessons of today and later that fall into a break of their class or outside their year. */
export async function lessonsOff(tx: AnyTx, actor: Actor, yearId: string): Promise<number> {
  return Number(await tx.text(countOff, [actor.schoolId, yearId, actor.today]));
}

// A group of several classes goes by the first of them, as the import of a timetable has it.
const classOfLesson = `lateral (
      select c.id, c.grade, c.shift from roster.group_class gc
      join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
      where gc.school_id = $1::int and gc.group_id = a.group_id
      order by c.grade, c.letter limit 1)`;

// The nearest exception of a day for a class: the narrower first, of one scope what people set.
const exception = (condition: string) => `lateral (
      select o.bell_schedule_id, o.as_weekday
      from (
        select d.scope, d.scope_id, d.off, d.as_weekday, d.bell_schedule_id, 1 as age
        from organisation.calendar_day d where d.school_id = $1::int and d.date = l.date
        union all
        select v.scope, v.scope_id, v.kind = 'off', v.as_weekday, v.bell_schedule_id, 0
        from organisation.day_override v
        where v.school_id = $1::int and l.date >= v.start_date and l.date <= coalesce(v.ended_from - 1, v.end_date)) o
      where (o.scope = 'school' or o.scope = 'grade' and o.scope_id = c.grade::text
          or o.scope = 'class' and o.scope_id = c.id::text)
        and ${condition}
      order by array_position('{class,grade,school}', o.scope), o.age limit 1)`;
// Bells of another shift are nothing to a class.
const otherBells = exception(`exists (
          select from organisation.bell_schedule s
          where s.school_id = $1::int and s.id = o.bell_schedule_id and s.shift = c.shift)`);
const otherDay = exception('(o.off or o.as_weekday is not null)');

// Lessons after today by lesson_date; what a person moved keeps its number, and the bell of that number rings for it.
const retime = statement(
  'timetable.retimeLessons',
  `with own as (
    select l.id, c.id as class_id, p.starts, p.ends, l.date
    from timetable.lesson l
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
    join ${classOfLesson} c on true
    left join ${otherBells} x on true
    join organisation.bell_period p on p.school_id = $1::int and p.bell_schedule_id = $2::uuid and p.number = l.number
    where l.school_id = $1::int and l.date > $3::date and l.state = 'planned'
      and (p.starts, p.ends) is distinct from (l.starts, l.ends)
      and $2::uuid = coalesce(x.bell_schedule_id, (
        select s.id from organisation.bell_schedule s
        where s.school_id = $1::int and s.usual and s.shift = c.shift order by s.id limit 1))
  ),
  moved as (
    update timetable.lesson l set starts = o.starts, ends = o.ends, version = l.version + 1
    from own o where l.school_id = $1::int and l.id = o.id
    returning o.class_id, l.date
  )
  select count(*)::int as count, max(m.date) as last, array(select distinct class_id from moved) as "classIds" from moved m`,
);

// Lessons of today and later by lesson_date.
const countOff = statement(
  'timetable.lessonsOff',
  `select count(*)::text
   from timetable.lesson l
   join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id and a.academic_year_id = $2::uuid
   join organisation.academic_year y on y.school_id = $1::int and y.id = a.academic_year_id
   join ${classOfLesson} c on true
   left join ${otherDay} x on true
   where l.school_id = $1::int and l.date >= $3::date and l.state = 'planned'
     and (l.date < y.start_date or l.date > y.end_date
       or x.as_weekday is null and exists (
         select from organisation.holiday_break b
         where b.school_id = $1::int and b.academic_year_id = y.id and l.date between b.start_date and b.end_date
           and (b.grades is null or c.grade = any (b.grades))))`,
);
