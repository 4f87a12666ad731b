export { addGuardianship as addGuardianshipTo, endGuardianship } from './guardianship/commands.ts';
export {
  fullName,
  listName,
  matchingName,
  snilsControl,
  snilsDigits,
  sortKey,
  type PersonNames,
} from './person/rules.ts';
export { className, parseClassName, type ClassName } from './school-class/rules.ts';
export {
  addGuardianships,
  admit,
  changeAdmissions,
  changeKinship,
  endAdmissions,
  endGuardianships,
  joinGroups,
  leaveGroups,
  type Admission,
  type Ending,
  type Guardianship,
  type Kinship,
  type Membership,
} from './enrolment/commands.ts';
export {
  addAssignments,
  addTeachers,
  changeAssignments,
  endTeachers,
  setScaleOfPages,
  type AssignmentRow,
  type AssignmentTeacher,
} from './load/commands.ts';
export { addPersons, changePersons, sealSnils, takeSnils, type PersonRow } from './person/commands.ts';
export {
  rosterSnapshot,
  type KnownAssignment,
  type KnownClass,
  type KnownGroup,
  type KnownPerson,
  type RosterSnapshot,
} from './snapshot/queries.ts';
export {
  addHomerooms,
  changeStaff,
  employ,
  endStays,
  endHomerooms,
  type Homeroom,
  type StaffRow,
} from './staff/commands.ts';
export {
  closeClasses,
  openClasses,
  openGroups,
  type NewClass,
  type NewGroup,
} from './study-group/commands.ts';
export { labelOfName, subgroupLabel, subgroupName } from './study-group/rules.ts';
export { undoMovement as undoMovementEndpoint } from './movement/contract.ts';
export { undoMovement, type CountEntries } from './movement/undo-commands.ts';
export { mayWritePeople, peopleFence, readsClass, readsPeople, writesPeople } from './people/policy.ts';
export { tellRosterChanged } from './people/news-commands.ts';
export { tidy as tidyPerson } from './person/change-commands.ts';
export { addPage as addPageEndpoint, setTeachers as setTeachersEndpoint } from './load/contract.ts';
export { addPage } from './load/page-commands.ts';
export { writesLoad } from './load/policy.ts';
export { type LetTeach, setTeachers } from './load/teacher-commands.ts';
