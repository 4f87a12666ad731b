import { momentSql } from '#platform/db/moment.ts';
import { statement } from '#platform/db/tx.ts';

/** A request until the end of the transaction. */
export type HeldRequest = {
  readonly accountId: string;
  readonly personId: string;
  readonly state: 'waiting' | 'linked' | 'refused' | 'withdrawn' | 'expired';
  readonly expiresAt: string;
  readonly studentId: string | null;
  readonly guardianshipId: string | null;
};

// A request, kept from others; primary key.
export const holdRequest = statement(
  'onboarding.holdLinkRequest',
  `select account_id as "accountId", person_id as "personId", state, expires_at as "expiresAt",
     student_id as "studentId", guardianship_id as "guardianshipId"
   from onboarding.link_request where school_id = $1::int and id = $2::uuid for update`,
);

const asked = (r: string) => `'id', ${r}.id, 'lastName', ${r}.last_name, 'firstName', ${r}.first_name,
  'middleName', ${r}.middle_name, 'birthDate', ${r}.birth_date, 'kinship', ${r}.kinship, 'document', ${r}.document_kind,
  'documentTail', ${r}.document_tail, 'word', ${r}.word, 'state', ${r}.state, 'askedAt', ${momentSql(`${r}.asked_at`)},
  'expiresAt', ${momentSql(`${r}.expires_at`)}, 'decidedAt', ${momentSql(`${r}.decided_at`)}, 'refusal', ${r}.refusal,
  'refusalWord', ${r}.refusal_word`;

const names = (p: string) =>
  `'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name`;

// The office's queue: what waits at a moment ($3), oldest first, or the last hundred decided ones; index link_request_state.
export const queueStatement = statement(
  'onboarding.linkQueue',
  `select json_build_object('today', $4::date, 'mayDecide', $5::bool,
     'waiting', (select count(*) from onboarding.link_request w
       where w.school_id = $1::int and w.state = 'waiting' and w.expires_at > $3::timestamptz),
     'requests', coalesce((select json_agg(json_build_object(${asked('r')}, 'sender', json_build_object(
         'personId', p.id, ${names('p')}, 'wards', coalesce((
           select json_agg(json_build_object(${names('s')}) order by s.sort_key)
           from roster.guardianship g join roster.person s on s.school_id = $1::int and s.id = g.student_id
           where g.school_id = $1::int and g.guardian_id = p.id and g.start_date <= $4::date
             and (g.end_date is null or g.end_date >= $4::date)), '[]')))
         order by case when $2::text = 'waiting' then r.asked_at end, r.decided_at desc, r.id)
       from (select * from onboarding.link_request o
         where o.school_id = $1::int and case $2::text when 'waiting' then o.state = 'waiting' and o.expires_at > $3::timestamptz
           else o.state in ('linked', 'refused', 'withdrawn', 'expired') end
         order by case when $2::text = 'waiting' then o.asked_at end, o.decided_at desc limit 200) r
       join roster.person p on p.school_id = $1::int and p.id = r.person_id), '[]'))::text`,
);

// How many requests wait at a moment ($2); index link_request_state.
export const countStatement = statement(
  'onboarding.countWaiting',
  `select json_build_object('waiting', count(*))::text from onboarding.link_request
   where school_id = $1::int and state = 'waiting' and expires_at > $2::timestamptz`,
);

// Students a request ($2) may mean: by birthday or by surname; persons of one school, once for a decision.
export const suggestStatement = statement(
  'onboarding.suggestStudents',
  `select json_build_object('students', coalesce(json_agg(json_build_object('id', f.id, 'lastName', f.last_name,
      'firstName', f.first_name, 'middleName', f.middle_name, 'birthDate', f.birth_date, 'schoolClass', f.school_class,
      'isLinked', f.is_linked) order by f.likeness desc, f.sort_key), '[]'))::text
   from (
     select p.*, (p.birth_date = r.birth_date)::int * 2 + (lower(replace(p.last_name, 'ё', 'е')) = lower(replace(r.last_name, 'ё', 'е')))::int
         + (lower(replace(p.first_name, 'ё', 'е')) = lower(replace(r.first_name, 'ё', 'е')))::int as likeness,
       exists (select from roster.guardianship g where g.school_id = $1::int and g.student_id = p.id
         and g.guardian_id = r.person_id and (g.end_date is null or g.end_date >= $3::date)) as is_linked,
       (select json_build_object('grade', c.grade, 'letter', c.letter)
        from roster.group_membership m
        join roster.study_group u on u.school_id = $1::int and u.id = m.group_id and u.kind = 'class'
        join roster.group_class gc on gc.school_id = $1::int and gc.group_id = u.id
        join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
        where m.school_id = $1::int and m.student_id = p.id and m.start_date <= $3::date
          and (m.end_date is null or m.end_date >= $3::date) limit 1) as school_class
     from onboarding.link_request r
     join roster.person p on p.school_id = $1::int
     where r.school_id = $1::int and r.id = $2::uuid
       and exists (select from roster.admission a where a.school_id = $1::int and a.student_id = p.id
         and (a.end_date is null or a.end_date >= $3::date))
   ) f where f.likeness >= 2 limit 8`,
);

// A school's name and what an account ($2) asked of it, the newest first; index link_request_account.
export const ownRequestsStatement = statement(
  'onboarding.ownLinkRequests',
  `select json_build_object('schoolId', s.school_id, 'name', s.short_name, 'timeZone', s.time_zone,
     'requests', coalesce((select json_agg(json_build_object(${asked('r')}) order by r.asked_at desc)
       from onboarding.link_request r where r.school_id = $1::int and r.account_id = $2::uuid), '[]'))::text
   from organisation.school s where s.school_id = $1::int`,
);
