/**
 * Who may what, written before the policies and by hand: the tests hold every route to it, and
 * `docs/permissions.md` is printed from it. Nothing here is read by the product.
 */
export const roles = [
  'anonymous',
  'student',
  'guardian',
  'subjectTeacher',
  'homeroomTeacher',
  'deputyHead',
  'secretary',
  'schoolAdmin',
  'platformOperator',
] as const;

/**
 * What the thing asked for is to the one who asks. `own`: oneself, one's child, the page one teaches, the class one
 * leads, the school one works for. `sameClass`: the same class, but not one's own child or page. `ended`: what was
 * `own` until yesterday (a guardianship, a teaching assignment, the lead of a class, a role; for a student, itself
 * after it left).
 */
export const relations = ['own', 'sameClass', 'otherClass', 'otherSchool', 'ended'] as const;

export type Role = (typeof roles)[number];
export type Relation = (typeof relations)[number];

/** `yes` = allowed; 401 = not signed in; 403 = seen but not allowed; 404 = as if it were not there. */
export type Answer = 'yes' | '401' | '403' | '404';

/** What an act is done to; the world of the tests holds one of each per relation. */
export type Target = 'nothing' | 'school' | 'student' | 'page' | 'class';

type Line = `${Answer} ${Answer} ${Answer} ${Answer} ${Answer}`;

/** One line per role: own, sameClass, otherClass, otherSchool, ended. */
type Lines = Readonly<Record<Role, Line>>;

const nobody: Line = '404 404 404 404 404';
const unknown: Line = '401 401 401 401 401';

/**
 * The diary of a student: itself (its own past also after it left), its guardians, the homeroom teacher, those who
 * lead the school.
 */
const readsDiary: Lines = {
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
const readsPage: Lines = {
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
const writesPage: Lines = {
  ...readsPage,
  homeroomTeacher: '403 403 404 404 404',
  deputyHead: '403 403 403 404 404',
  schoolAdmin: '403 403 403 404 404',
};

/** A class as a whole, its register of the day: its homeroom teacher, those who lead the school. */
const readsClass: Lines = {
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
const saysWhyAway: Lines = {
  ...readsClass,
  subjectTeacher: nobody,
  deputyHead: '403 403 403 404 404',
  schoolAdmin: '403 403 403 404 404',
};

/** Staff of the school itself: whoever holds any role there today. */
const worksHere: Lines = {
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
const changesTimetable: Lines = {
  ...worksHere,
  secretary: '403 403 403 404 404',
  subjectTeacher: '403 403 403 404 403',
  homeroomTeacher: '403 403 403 404 403',
};

/** Everybody the school has a record of, former staff too: nothing of it is personal. */
const belongsHere: Lines = {
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

const signedIn: Lines = {
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

const everybody: Lines = { ...signedIn, anonymous: 'yes yes yes yes yes' };

/** The school's people: the office and those who lead the school; a homeroom teacher has the own class elsewhere. */
const readsPeople: Lines = {
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
const writesLoad: Lines = readsPeople;

/** The school's journals as a whole: whoever leads the school. */
const overseesJournals: Lines = { ...readsPeople, secretary: nobody };

/** Periods are closed by those who lead the teaching; the administrator of the accounts sees it. */
const locksPeriods: Lines = { ...overseesJournals, schoolAdmin: '403 403 403 404 404' };

/** Movements, families and data are written by the office alone. */
const writesPeople: Lines = { ...readsPeople, deputyHead: '403 403 403 404 404' };

/** Access of a class's families: its homeroom teacher and the office hand it out, those who lead the school see it. */
const readsAccess: Lines = { ...readsPeople, homeroomTeacher: 'yes yes 404 404 404' };
const givesAccess: Lines = { ...readsAccess, deputyHead: '403 403 403 404 404' };

/** A teacher's slip opens journals: the administrator alone. */
const givesStaffAccess: Lines = {
  ...readsPeople,
  deputyHead: '403 403 403 404 404',
  secretary: '403 403 403 404 404',
};

/** Lists of students are the office's to load; others are held to their kinds by tests of their own. */
const loadsTimetable: Lines = { ...readsPeople, secretary: '403 403 403 404 404' };

/** A tick at homework is the student's own word: the family sees it, nobody else is told that it can be. */
const ticksHomework: Lines = {
  ...readsDiary,
  student: 'yes 404 404 404 404',
  guardian: '403 404 404 404 404',
  homeroomTeacher: nobody,
  deputyHead: nobody,
  schoolAdmin: nobody,
};

export type Permission = { readonly target: Target; readonly lines: Lines };

/** By endpoint id, or `page <path>` for a server page. */
export const permissions: Readonly<Record<string, Permission>> = {
  'identity.getSession': { target: 'nothing', lines: signedIn },
  'identity.startSession': { target: 'nothing', lines: everybody },
  'identity.endSession': { target: 'nothing', lines: everybody },
  'organisation.getSchool': { target: 'school', lines: belongsHere },
  'journal.listPages': { target: 'school', lines: worksHere },
  'journal.getTeacherDay': { target: 'school', lines: worksHere },
  'journal.getPage': { target: 'page', lines: readsPage },
  'journal.getMarkRevisions': { target: 'page', lines: readsPage },
  'journal.setMarks': { target: 'page', lines: writesPage },
  'journal.takeAttendance': { target: 'page', lines: writesPage },
  'journal.setWork': { target: 'page', lines: writesPage },
  'journal.recordLesson': { target: 'page', lines: writesPage },
  'journal.listCopyTargets': { target: 'page', lines: writesPage },
  'journal.setFinalMarks': { target: 'page', lines: writesPage },
  'journal.setAbsenceReason': { target: 'student', lines: saysWhyAway },
  'journal.getClassDay': { target: 'class', lines: readsClass },
  'journal.getClassAbsences': { target: 'class', lines: readsClass },
  'journal.getCompleteness': { target: 'school', lines: overseesJournals },
  'journal.listHeldLessons': { target: 'school', lines: overseesJournals },
  'journal.listFewMarks': { target: 'school', lines: overseesJournals },
  'journal.listPeriodLocks': { target: 'school', lines: overseesJournals },
  // Closed and opened again before anything else is written.
  'journal.lockPeriod': { target: 'school', lines: locksPeriods },
  'journal.openPeriod': { target: 'school', lines: locksPeriods },
  'homework.tick': { target: 'student', lines: ticksHomework },
  'homework.assign': { target: 'page', lines: writesPage },
  'timetable.getChoices': { target: 'school', lines: worksHere },
  'timetable.getClassWeek': { target: 'school', lines: worksHere },
  'timetable.getTeacherWeek': { target: 'school', lines: worksHere },
  'timetable.getRoomWeek': { target: 'school', lines: worksHere },
  'timetable.getDay': { target: 'school', lines: worksHere },
  'timetable.getLessonOptions': { target: 'school', lines: changesTimetable },
  'timetable.getCover': { target: 'school', lines: changesTimetable },
  'rescheduling.changeLessons': { target: 'school', lines: changesTimetable },
  'rescheduling.undoChanges': { target: 'school', lines: changesTimetable },
  'rescheduling.getDayOverrides': { target: 'school', lines: worksHere },
  'rescheduling.previewDayOverride': { target: 'school', lines: changesTimetable },
  'rescheduling.setDayOverride': { target: 'school', lines: changesTimetable },
  'rescheduling.previewEnding': { target: 'school', lines: changesTimetable },
  'rescheduling.endDayOverride': { target: 'school', lines: changesTimetable },
  'diary.getWeek': { target: 'student', lines: readsDiary },
  'diary.getMarks': { target: 'student', lines: readsDiary },
  'diary.getTimetable': { target: 'student', lines: readsDiary },
  'roster.getPeopleFrame': { target: 'school', lines: readsPeople },
  'roster.listPeople': { target: 'school', lines: readsPeople },
  'roster.exportPeople': { target: 'school', lines: readsPeople },
  'roster.saveFilter': { target: 'school', lines: readsPeople },
  'roster.removeFilter': { target: 'school', lines: readsPeople },
  'roster.listClasses': { target: 'school', lines: readsPeople },
  'roster.exportClasses': { target: 'school', lines: readsPeople },
  'roster.getClass': {
    target: 'class',
    lines: { ...readsPeople, homeroomTeacher: 'yes yes 404 404 404' },
  },
  'roster.exportClass': { target: 'class', lines: readsPeople },
  'roster.getSubgroups': { target: 'class', lines: readsPeople },
  'roster.getLoad': { target: 'school', lines: readsPeople },
  'roster.exportLoad': { target: 'school', lines: readsPeople },
  'roster.addPage': { target: 'school', lines: writesLoad },
  'roster.setTeachers': { target: 'page', lines: writesLoad },
  'roster.getPerson': { target: 'student', lines: readsPeople },
  'roster.findDuplicates': { target: 'school', lines: readsPeople },
  'identity.listRoles': { target: 'student', lines: readsPeople },
  'identity.getClassAccess': { target: 'class', lines: readsAccess },
  'identity.issueClassSlips': { target: 'class', lines: givesAccess },
  'identity.getStaffAccess': { target: 'school', lines: readsPeople },
  'identity.issueStaffSlips': { target: 'school', lines: givesStaffAccess },
  'integrations.listImports': { target: 'school', lines: readsPeople },
  'integrations.importLists': { target: 'school', lines: writesPeople },
  'integrations.downloadBadRows': { target: 'school', lines: writesPeople },
  'integrations.importTimetable': { target: 'school', lines: loadsTimetable },
  // In the order of a student's way: each act follows the one before it.
  'roster.moveBetweenSubgroups': { target: 'class', lines: writesPeople },
  'roster.changePerson': { target: 'student', lines: writesPeople },
  'roster.admitStudent': { target: 'school', lines: writesPeople },
  'roster.transferStudent': { target: 'student', lines: writesPeople },
  'roster.withdrawStudent': { target: 'student', lines: writesPeople },
  'roster.restoreStudent': { target: 'student', lines: writesPeople },
  'roster.undoMovement': { target: 'student', lines: writesPeople },
  'roster.addGuardianship': { target: 'student', lines: writesPeople },
  'roster.changeGuardianship': { target: 'student', lines: writesPeople },
  'roster.endGuardianship': { target: 'student', lines: writesPeople },
};

/** The table's answer for one cell. */
export function answerFor(lines: Lines, role: Role, relation: Relation): Answer {
  return lines[role].split(' ')[relations.indexOf(relation)] as Answer;
}
