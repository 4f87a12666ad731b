import { settingsSql } from '#modules/organisation/index.ts';
import type { Database } from '#platform/db/database.ts';
import { statement } from '#platform/db/tx.ts';
import type { SchoolFacts } from './rules.ts';

/** What the persons' rights in a school are made of; null when the school is not there. */
export async function schoolFacts(
  database: Pick<Database, 'readText'>,
  schoolId: number,
  personIds: readonly string[],
): Promise<SchoolFacts | null> {
  const text = await database.readText({ schoolId, studentIds: '*' }, rightsOfPersons, [schoolId, personIds]);
  return text === null ? null : (JSON.parse(text) as SchoolFacts);
}

/** The same of every school some persons are in; schools that are not there are left out. */
export async function factsOfSchools(
  database: Pick<Database, 'readText'>,
  persons: readonly { readonly schoolId: number; readonly personId: string }[],
): Promise<readonly SchoolFacts[]> {
  const found: SchoolFacts[] = [];
  for (const schoolId of new Set(persons.map((person) => person.schoolId))) {
    const own = persons.filter((person) => person.schoolId === schoolId).map(({ personId }) => personId);
    const facts = await schoolFacts(database, schoolId, own);
    if (facts) found.push(facts);
  }
  return found;
}

const dates = (alias: string) => `'startDate', ${alias}.start_date, 'endDate', ${alias}.end_date`;
const names = (alias: string) =>
  `'lastName', ${alias}.last_name, 'firstName', ${alias}.first_name, 'middleName', ${alias}.middle_name`;
const classOf = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'grade', ${alias}.grade, 'letter', ${alias}.letter)`;

/** The journal pages of a group. */
const pagesOfGroup = (group: string) => `coalesce((
  select json_agg(a.id) from roster.teaching_assignment a
  where a.school_id = $1 and a.group_id = ${group} and a.retired_at is null), '[]'::json)`;

/** The groups of a student with their classes (of whole-class groups) and pages. */
const groupsOf = (student: string) => `coalesce((
  select json_agg(json_build_object(${dates('m')}, 'pageIds', ${pagesOfGroup('m.group_id')}, 'schoolClass', (
    select ${classOf('c')} from roster.study_group g
      join roster.group_class gc on gc.school_id = g.school_id and gc.group_id = g.id
      join roster.school_class c on c.school_id = gc.school_id and c.id = gc.class_id
    where g.school_id = $1 and g.id = m.group_id and g.kind = 'class' limit 1)) order by m.start_date desc)
  from roster.group_membership m where m.school_id = $1 and m.student_id = ${student}), '[]'::json)`;

// The persons' roles, classes, pages, lessons they stand in at, own students; the indexes by person of each table.
const rightsOfPersons = statement(
  'identity.rightsOfPersons',
  `select json_build_object(
    'schoolId', s.school_id, 'schoolName', s.name, 'schoolShortName', s.short_name, 'timeZone', s.time_zone,
    'secondFactorFrom', ${settingsSql('s')} -> 'secondFactorFrom',
    'nightFrom', ${settingsSql('s')} -> 'nightFrom', 'nightUntil', ${settingsSql('s')} -> 'nightUntil',
    'persons', coalesce((
      select json_agg(json_build_object('personId', p.id, ${names('p')}) order by p.id)
      from roster.person p where p.school_id = $1 and p.id = any ($2::uuid[])), '[]'::json),
    'roles', coalesce((
      select json_agg(json_build_object('personId', r.person_id, 'role', r.role, ${dates('r')}) order by r.start_date, r.id)
      from identity.role_grant r where r.school_id = $1 and r.person_id = any ($2::uuid[])), '[]'::json),
    'homerooms', coalesce((
      select json_agg(json_build_object('personId', h.staff_id, ${dates('h')}, 'schoolClass', ${classOf('c')}, 'pageIds', coalesce((
        select json_agg(a.id) from roster.group_class gc
          join roster.teaching_assignment a on a.school_id = gc.school_id and a.group_id = gc.group_id
        where gc.school_id = $1 and gc.class_id = c.id and a.retired_at is null), '[]'::json)) order by c.grade, c.letter)
      from roster.class_homeroom h join roster.school_class c on c.school_id = h.school_id and c.id = h.class_id
      where h.school_id = $1 and h.staff_id = any ($2::uuid[])), '[]'::json),
    'pages', coalesce((
      select json_agg(json_build_object(${dates('t')}, 'pageId', t.assignment_id))
      from roster.assignment_teacher t where t.school_id = $1 and t.staff_id = any ($2::uuid[])), '[]'::json),
    'standIns', coalesce((
      select json_agg(json_build_object('pageId', l.assignment_id, 'startDate', l.date,
        'endDate', l.date + (${settingsSql('s')} ->> 'editWindowDays')::int))
      from timetable.lesson l
      where l.school_id = $1 and l.teacher_id = any ($2::uuid[]) and l.state = 'planned'), '[]'::json),
    'students', coalesce((
      select json_agg(json_build_object('personId', w.person_id, 'studentId', p.id, ${names('p')}, 'kinship', w.kinship, 'scope', w.scope,
        'startDate', w.start_date, 'endDate', w.end_date, 'groups', ${groupsOf('p.id')}) order by p.birth_date desc nulls last, p.sort_key)
      from (
        select g.guardian_id as person_id, g.student_id, g.kinship, g.scope, g.start_date, g.end_date from roster.guardianship g
        where g.school_id = $1 and g.guardian_id = any ($2::uuid[])
        union all
        select a.student_id, a.student_id, 'self', '{marks,messages,contacts,documents}'::text[], min(a.start_date),
          case when bool_or(a.end_date is null) then null else max(a.end_date) end
        from roster.admission a where a.school_id = $1 and a.student_id = any ($2::uuid[]) group by a.student_id
      ) w join roster.person p on p.school_id = $1 and p.id = w.student_id), '[]'::json)
  )::text from organisation.school s where s.school_id = $1`,
);
