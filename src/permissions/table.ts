import {
  belongsHere,
  changesTimetable,
  everybody,
  givesAccess,
  givesStaffAccess,
  loadsTimetable,
  locksPeriods,
  overseesJournals,
  readsAccess,
  readsClass,
  readsDiary,
  readsPage,
  readsPeople,
  saysWhyAway,
  signedIn,
  ticksHomework,
  worksHere,
  writesLoad,
  writesPage,
  writesPeople,
  writesSetUp,
} from './lines.ts';

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

export type Line = `${Answer} ${Answer} ${Answer} ${Answer} ${Answer}`;

/** One line per role: own, sameClass, otherClass, otherSchool, ended. */
export type Lines = Readonly<Record<Role, Line>>;

/** A file of homework: its readers on both sides, the class it was given to and the staff who read the page. */
const readsHomework: Lines = {
  ...readsPage,
  student: 'yes yes 404 404 404',
  guardian: 'yes yes 404 404 404',
};

export type Permission = { readonly target: Target; readonly lines: Lines };

/** By endpoint id, or `page <path>` for a server page. */
export const permissions: Readonly<Record<string, Permission>> = {
  'identity.getSession': { target: 'nothing', lines: signedIn },
  'identity.showProof': { target: 'nothing', lines: signedIn },
  'identity.startSession': { target: 'nothing', lines: everybody },
  'identity.endSession': { target: 'nothing', lines: everybody },
  'organisation.getSchool': { target: 'school', lines: belongsHere },
  'organisation.getSetUp': { target: 'school', lines: readsPeople },
  'organisation.setSettings': { target: 'school', lines: writesSetUp },
  'organisation.listYears': { target: 'school', lines: readsPeople },
  'organisation.setYear': { target: 'school', lines: writesSetUp },
  'organisation.listBells': { target: 'school', lines: readsPeople },
  'organisation.setBells': { target: 'school', lines: writesSetUp },
  'curriculum.getCurriculum': { target: 'school', lines: readsPeople },
  'curriculum.setSubject': { target: 'school', lines: writesSetUp },
  'curriculum.setWorkType': { target: 'school', lines: writesSetUp },
  'setup.getChecklist': { target: 'school', lines: readsPeople },
  'organisation.setMarkScale': { target: 'school', lines: writesSetUp },
  'setup.listMarkScales': { target: 'school', lines: readsPeople },
  'setup.previewScalePages': { target: 'school', lines: readsPeople },
  'setup.setScaleOfPages': { target: 'school', lines: writesSetUp },
  'journal.previewSettings': { target: 'school', lines: readsPeople },
  'journal.previewScale': { target: 'school', lines: readsPeople },
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
  // At the homework that was just given; the file is then taken off again.
  'homework.attachFile': { target: 'page', lines: writesPage },
  'homework.removeFile': { target: 'page', lines: writesPage },
  'homework.copyFiles': { target: 'page', lines: writesPage },
  'homework.readFile': { target: 'page', lines: readsHomework },
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
  'rescheduling.getWeekly': { target: 'school', lines: changesTimetable },
  'rescheduling.previewWeekly': { target: 'school', lines: changesTimetable },
  'rescheduling.setWeekly': { target: 'school', lines: changesTimetable },
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
  'roster.openClass': { target: 'school', lines: writesLoad },
  'roster.setHomeroom': { target: 'class', lines: writesLoad },
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
  'identity.resetSecondFactor': { target: 'school', lines: givesStaffAccess },
  'identity.employ': { target: 'school', lines: givesStaffAccess },
  'identity.setPost': { target: 'school', lines: givesStaffAccess },
  'integrations.makeTableFile': { target: 'school', lines: worksHere },
  'integrations.listImports': { target: 'school', lines: readsPeople },
  'integrations.importLists': { target: 'school', lines: writesPeople },
  'integrations.downloadBadRows': { target: 'school', lines: writesPeople },
  'integrations.undoImport': { target: 'school', lines: writesPeople },
  'integrations.importTimetable': { target: 'school', lines: loadsTimetable },
  'consents.listPurposes': { target: 'school', lines: readsPeople },
  'consents.setPurpose': { target: 'school', lines: givesStaffAccess },
  'consents.addPurpose': { target: 'school', lines: givesStaffAccess },
  'consents.addText': { target: 'school', lines: givesStaffAccess },
  'consents.getClassConsents': { target: 'class', lines: readsAccess },
  'consents.printBlanks': { target: 'class', lines: readsAccess },
  'consents.registerPaper': { target: 'student', lines: writesPeople },
  'onboarding.listLinkRequests': { target: 'school', lines: readsPeople },
  'onboarding.countRequests': { target: 'school', lines: readsPeople },
  'onboarding.suggestStudents': { target: 'school', lines: readsPeople },
  // A fresh request and child for each.
  'onboarding.acceptLinkRequest': { target: 'school', lines: writesPeople },
  'onboarding.refuseLinkRequest': { target: 'school', lines: writesPeople },
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
