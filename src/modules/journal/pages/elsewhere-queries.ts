/**
 * Marks in the page's subject that its students have from other pages of the year within the span: they came from another
 * group or class, or are in two. Stands in `pageStatement` after `student`; `elsewhere` is what it answers. By
 * group_class_class, teaching_assignment_group, group_membership_group, for those who came or left group_membership_student,
 * and then as the page itself.
 */
export const elsewherePart = `other_page as materialized (
    select a.id, a.group_id, g.name as group_name
    from page p
    join (
      select gc.group_id from class c join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.id
      union
      select m.group_id from span x
      join student s on s.start_date > x.first_day or s.end_date is not null
      join roster.group_membership m on m.school_id = $1::int and m.student_id = s.id
    ) near on true
    join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = near.group_id
      and a.subject_id = p.subject_id and a.academic_year_id = p.academic_year_id and a.scale_id = p.scale_id
      and a.id <> p.id
    join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
  ),
  other_student as materialized (
    select distinct o.id as assignment_id, o.group_name, s.id, s.ix
    from other_page o
    join roster.group_membership m on m.school_id = $1::int and m.group_id = o.group_id
    join student s on s.id = m.student_id
  ),
  elsewhere as materialized (
    select s.ix as student, w.id, m.attempt, m.slot, m.value, w.weight, l.date, m.point_due, s.group_name
    from other_student s
    cross join span x
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = s.assignment_id
      and l.date between x.first_day and x.last_day
    join journal.work w on w.school_id = $1::int and w.lesson_id = l.id
    join journal.mark m on m.school_id = $1::int and m.work_id = w.id and m.student_id = s.id
    where m.value is not null or m.point_due is not null
  )`;
