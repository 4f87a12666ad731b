import type { Line, Lines } from './table.ts';

const nobody: Line = '404 404 404 404 404';
const unknown: Line = '401 401 401 401 401';

/**
 * The diary of a student: itself (its own past also after it left), its guardians, the homeroom teacher, those who
 * lead the school.
 */
export const readsDiary: Lines = {
  anonymous: unknown,
  student: 'yes 404 404 404 yes',
  guardian: 'yes 404 404 404 404',
  subjectTeacher: nobody,
  homeroomTeacher: 'yes yes 404 404 404',
  deputyHead: 'yes yes yes 404 404',
  secretary: nobody,
  schoolAdmin: 'yes yes yes 404 404',
  platformOperator: nobody,
};

/** A journal page: its teacher, the homeroom teacher of the class, those who lead the school. */
export const readsPage: Lines = {
  anonymous: unknown,
  student: nobody,
  guardian: nobody,
  subjectTeacher: 'yes 404 404 404 404',
  homeroomTeacher: 'yes yes 404 404 404',
  deputyHead: 'yes yes yes 404 404',
  secretary: nobody,
  schoolAdmin: 'yes yes yes 404 404',
  platformOperator: nobody,
};

/** Entries are made by the page's teacher alone; the others see the page and may not write. */
export const writesPage: Lines = {
  ...readsPage,
  homeroomTeacher: '403 403 404 404 404',
  deputyHead: '403 403 403 404 404',
  schoolAdmin: '403 403 403 404 404',
};

/** A class as a whole, its register of the day: its homeroom teacher, those who lead the school. */
export const readsClass: Lines = {
  anonymous: unknown,
  student: nobody,
  guardian: nobody,
  subjectTeacher: nobody,
  homeroomTeacher: 'yes yes 404 404 404',
  deputyHead: 'yes yes yes 404 404',
  secretary: nobody,
  schoolAdmin: 'yes yes yes 404 404',
  platformOperator: nobody,
};

/** Why a student was away is health data at times: the homeroom teacher of the class writes it, nobody else. */
export const saysWhyAway: Lines = {
  ...readsClass,
  subjectTeacher: nobody,
  deputyHead: '403 403 403 404 404',
  schoolAdmin: '403 403 403 404 404',
};

/** Staff of the school itself: whoever holds any role there today. */
export const worksHere: Lines = {
  anonymous: unknown,
  student: nobody,
  guardian: nobody,
  subjectTeacher: 'yes yes yes 404 yes',
  homeroomTeacher: 'yes yes yes 404 yes',
  deputyHead: 'yes yes yes 404 404',
  secretary: 'yes yes yes 404 404',
  schoolAdmin: 'yes yes yes 404 404',
  platformOperator: nobody,
};

/** Those who lead the school change its timetable; others who work there see it and may not. */
export const changesTimetable: Lines = {
  ...worksHere,
  secretary: '403 403 403 404 404',
  subjectTeacher: '403 403 403 404 403',
  homeroomTeacher: '403 403 403 404 403',
};

/** Everybody the school has a record of, former staff too: nothing of it is personal. */
export const belongsHere: Lines = {
  anonymous: unknown,
  student: 'yes yes yes 404 yes',
  guardian: 'yes yes yes 404 yes',
  subjectTeacher: 'yes yes yes 404 yes',
  homeroomTeacher: 'yes yes yes 404 yes',
  deputyHead: 'yes yes yes 404 yes',
  secretary: 'yes yes yes 404 yes',
  schoolAdmin: 'yes yes yes 404 yes',
  platformOperator: nobody,
};

export const signedIn: Lines = {
  anonymous: unknown,
  student: 'yes yes yes yes yes',
  guardian: 'yes yes yes yes yes',
  subjectTeacher: 'yes yes yes yes yes',
  homeroomTeacher: 'yes yes yes yes yes',
  deputyHead: 'yes yes yes yes yes',
  secretary: 'yes yes yes yes yes',
  schoolAdmin: 'yes yes yes yes yes',
  platformOperator: 'yes yes yes yes yes',
};

export const everybody: Lines = { ...signedIn, anonymous: 'yes yes yes yes yes' };

/** The school's people: the office and those who lead the school; a homeroom teacher has the own class elsewhere. */
export const readsPeople: Lines = {
  anonymous: unknown,
  student: nobody,
  guardian: nobody,
  subjectTeacher: nobody,
  homeroomTeacher: nobody,
  deputyHead: 'yes yes yes 404 404',
  secretary: 'yes yes yes 404 404',
  schoolAdmin: 'yes yes yes 404 404',
  platformOperator: nobody,
};

/** The load is the deputy head's work as much as the office's; of those who lead the school the principal only reads it. */
export const writesLoad: Lines = { ...readsPeople };

/** The school's journals as a whole: whoever leads the school. */
export const overseesJournals: Lines = { ...readsPeople, secretary: nobody };

/** Periods are closed by those who lead the teaching; the administrator of the accounts sees it. */
export const locksPeriods: Lines = { ...overseesJournals, schoolAdmin: '403 403 403 404 404' };

/** Movements, families and data are written by the office alone. */
export const writesPeople: Lines = { ...readsPeople, deputyHead: '403 403 403 404 404' };

/** Access of a class's families: its homeroom teacher and the office hand it out, those who lead the school see it. */
export const readsAccess: Lines = { ...readsPeople, homeroomTeacher: 'yes yes 404 404 404' };
export const givesAccess: Lines = { ...readsAccess, deputyHead: '403 403 403 404 404' };

/** A teacher's slip opens journals: the administrator alone. */
export const givesStaffAccess: Lines = {
  ...readsPeople,
  deputyHead: '403 403 403 404 404',
  secretary: '403 403 403 404 404',
};

/** The set-up of the school is read by its office and written by those who lead it. */
export const writesSetUp: Lines = { ...readsPeople, secretary: '403 403 403 404 404' };

/** Lists of students are the office's to load; others are held to their kinds by tests of their own. */
export const loadsTimetable: Lines = { ...readsPeople, secretary: '403 403 403 404 404' };

/** A tick at homework is the student's own word: the family sees it, nobody else is told that it can be. */
export const ticksHomework: Lines = {
  ...readsDiary,
  student: 'yes 404 404 404 404',
  guardian: '403 404 404 404 404',
  homeroomTeacher: nobody,
  deputyHead: nobody,
  schoolAdmin: nobody,
};
