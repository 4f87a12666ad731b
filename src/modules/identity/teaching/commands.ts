import type { LetTeach } from '#modules/roster/index.ts';
import { statement } from '#platform/db/tx.ts';
import { grantRole } from '../roles/commands.ts';

/** Whoever is given a journal page works as a teacher from that day; who does already stays as they are. */
export const letTeach: LetTeach = async (tx, actor, { staffId, startDate }) => {
  const held = await tx.rows(teachingRole, [actor.schoolId, staffId, startDate]);
  if (held.length > 0) return;
  await grantRole(tx, { personId: staffId, role: 'teacher', startDate, endDate: null }, actor);
};

// A teacher's role that holds on a day and goes on; index role_grant_person.
const teachingRole = statement(
  'identity.teachingRole',
  `select id from identity.role_grant
   where school_id = $1::int and person_id = $2::uuid and role = 'teacher' and start_date <= $3::date and end_date is null`,
);
