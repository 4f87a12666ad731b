import { afterAll, beforeAll, expect, test } from 'vitest';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeAll(async () => {
  school = await testImport();
});
afterAll(() => school.drop());

/**
 * Tables that point to what an import makes. Before one is taken back, rows of each are looked for (`entriesSince`,
 * `usesOutside`, the ledger), or cannot be there without rows of another that are. A guardian's request for a child stays
 * as it is: an answered one has its guardianship, a waiting one is the office's to answer, and no person is deleted. So does
 * what somebody has said of consents: a word is a fact, and counts while its signer's right stands.
 */
const judged = {
  person:
    'consents.decision homework.file homework.tick identity.role_grant integrations.file_import integrations.import_undo journal.absence_reason ' +
    'journal.attendance journal.final_mark journal.mark onboarding.link_request roster.admission roster.group_membership roster.guardianship ' +
    'roster.staff roster.student_movement',
  staff: 'roster.assignment_teacher roster.class_homeroom timetable.lesson timetable.staff_absence',
  school_class: 'roster.class_homeroom roster.group_class roster.student_movement',
  study_group: 'roster.group_class roster.group_membership roster.teaching_assignment',
  teaching_assignment:
    'homework.homework journal.work roster.assignment_teacher timetable.lesson timetable.template_card',
};

test.each(Object.entries(judged))(
  'a table that comes to point to roster.%s is one to think of before an import is taken back',
  async (table, known) => {
    const found = await school.rows<{ name: string }>(
      `select distinct format('%s.%s', n.nspname, c.relname) as name from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and k.confrelid = to_regclass('roster.' || $1) order by 1`,
      [table],
    );
    expect(found.map(({ name }) => name).join(' ')).toBe(known);
  },
);
