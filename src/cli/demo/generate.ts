import { schoolYearOf } from '#modules/organisation/index.ts';
import { fullName } from '#modules/roster/index.ts';
import { makeAccounts, type DemoAccount } from './accounts.ts';
import { fillConsents } from './filling/consents.ts';
import { fillSchool, type TaughtSchool } from './filling/fill-school.ts';
import { fillLinkRequests } from './filling/link-requests.ts';
import { makeClasses } from './load/classes.ts';
import { teachingLoad } from './load/teaching-load.ts';
import { momentsOf } from './moments.ts';
import { makeStaff } from './people/staff.ts';
import { makeStudents, type Student } from './people/students.ts';
import type { Rows } from './rows.ts';
import { schoolFrame } from './school-frame.ts';
import { region, townSchool, villageSchool, type SchoolPlan } from './school-plan.ts';
import { makeLessons, makeTimetable } from './timetable/make-timetable.ts';

export type GeneratedSchool = TaughtSchool & { readonly students: readonly Student[] };

export type Demo = {
  readonly schools: readonly GeneratedSchool[];
  /** Rows without a school. */
  readonly directory: Rows;
  readonly accounts: readonly DemoAccount[];
};

/**
 * The demo's two schools as they stand at a moment of school time. The same moment gives the same rows,
 * ids included; a later one adds to them. All accounts get the one `passwordHash`.
 */
export function generateDemo(now: Date, passwordHash: string): Demo {
  const startYear = schoolYearOf(momentsOf(region.timeZone, now.getUTCFullYear()).local(now).date);
  const schools = [townSchool, villageSchool].map((plan) => generateSchool(plan, startYear, now));
  const { rows: directory, accounts } = makeAccounts(schools, { passwordHash, startYear });
  directory.add('directory.region', { id: region.id, name: region.name, time_zone: region.timeZone });
  for (const { school, staff, students } of schools) {
    const { schoolId } = school.plan;
    fillLinkRequests(school.rows, { directory, students, schoolId, now, id: school.id });
    const secretary =
      staff.office.find(({ position }) => position.startsWith('Секретарь')) ?? staff.office[0];
    fillConsents(school.rows, {
      directory,
      students,
      plan: school.plan,
      secretaryId: secretary?.person.id ?? '',
      today: school.moments.local(now).date,
      startYear,
      id: school.id,
    });
    writeCard(school.rows, { plan: school.plan, id: school.id('organisation'), staff });
  }
  return { schools, directory, accounts };
}

export function generateSchool(plan: SchoolPlan, startYear: number, now: Date): GeneratedSchool {
  const school = schoolFrame(plan, startYear);
  const staff = makeStaff(school);
  const today = school.moments.local(now).date;
  const students = makeStudents(
    school,
    today,
    staff.teachers.map(({ person }) => person),
  );
  const classes = makeClasses(school, students);
  const load = teachingLoad(school, classes, staff);
  const lessons = makeLessons(school, makeTimetable(school, classes, load.assignments));
  const taught: TaughtSchool = { school, staff, classes, load, lessons };
  fillSchool(taught, now);
  return { ...taught, students };
}

/** The school's public card in the directory. */
function writeCard(
  school: Rows,
  { plan, id, staff }: { plan: SchoolPlan; id: string; staff: TaughtSchool['staff'] },
): void {
  const principal = staff.office.find(({ position }) => position === 'Директор');
  school.add('directory.organisation', {
    id,
    locality_id: school.of('directory.locality')[0]?.id ?? '',
    school_id: plan.schoolId,
    ogrn: plan.ogrn,
    inn: plan.inn,
    name: plan.name,
    short_name: plan.shortName,
    kind: plan.kind,
    principal_name: principal ? fullName(principal.person) : null,
    address: plan.address,
    phone: plan.phone,
    email: plan.email,
    site: plan.site,
  });
}
