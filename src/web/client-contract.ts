import type * as consentsOffice from '#modules/consents/office/contract.ts';
import type * as consentsPurposes from '#modules/consents/purposes/contract.ts';
import type * as curriculumSubjects from '#modules/curriculum/subjects/contract.ts';
import type * as diaryMarks from '#modules/diary/marks/contract.ts';
import type * as diaryTimetable from '#modules/diary/timetable/contract.ts';
import type * as diaryWeek from '#modules/diary/week/contract.ts';
import type * as homeworkAssignments from '#modules/homework/assignments/contract.ts';
import type * as homeworkFiles from '#modules/homework/files/contract.ts';
import type * as homeworkTicks from '#modules/homework/ticks/contract.ts';
import type * as identityAccessSlips from '#modules/identity/access-slips/contract.ts';
import type * as identityEmployment from '#modules/identity/employment/contract.ts';
import type * as identityRoles from '#modules/identity/roles/contract.ts';
import type * as identitySecondFactor from '#modules/identity/second-factor/contract.ts';
import type * as identitySessions from '#modules/identity/sessions/contract.ts';
import type * as integrationsTableFiles from '#modules/integrations/table-files/contract.ts';
import type * as integrationsImportUndo from '#modules/integrations/import-undo/contract.ts';
import type * as integrationsUploads from '#modules/integrations/uploads/contract.ts';
import type * as journalAbsenceReasons from '#modules/journal/absence-reasons/contract.ts';
import type * as journalAttendance from '#modules/journal/attendance/contract.ts';
import type * as journalClassDay from '#modules/journal/class-day/contract.ts';
import type * as journalCompleteness from '#modules/journal/completeness/contract.ts';
import type * as journalFinalMarks from '#modules/journal/final-marks/contract.ts';
import type * as journalLessonCopy from '#modules/journal/lesson-copy/contract.ts';
import type * as journalLessonRecord from '#modules/journal/lesson-record/contract.ts';
import type * as journalMarks from '#modules/journal/marks/contract.ts';
import type * as journalPages from '#modules/journal/pages/contract.ts';
import type * as journalPeriodLocks from '#modules/journal/period-locks/contract.ts';
import type * as journalSettingsPreview from '#modules/journal/settings-preview/contract.ts';
import type * as journalTeacherDay from '#modules/journal/teacher-day/contract.ts';
import type * as journalWorks from '#modules/journal/works/contract.ts';
import type * as organisationBells from '#modules/organisation/bells/contract.ts';
import type * as organisationYears from '#modules/organisation/years/contract.ts';
import type * as organisationMarkScales from '#modules/organisation/mark-scales/contract.ts';
import type * as setupScales from '#modules/setup/scales/contract.ts';
import type * as setupChecklist from '#modules/setup/checklist/contract.ts';
import type * as organisationSchool from '#modules/organisation/school/contract.ts';
import type * as onboardingLinkRequests from '#modules/onboarding/link-requests/contract.ts';
import type * as rosterClasses from '#modules/roster/classes/contract.ts';
import type * as rosterGuardianship from '#modules/roster/guardianship/contract.ts';
import type * as rosterLoad from '#modules/roster/load/contract.ts';
import type * as rosterMovement from '#modules/roster/movement/contract.ts';
import type * as rosterPeople from '#modules/roster/people/contract.ts';
import type * as rosterPerson from '#modules/roster/person/contract.ts';
import type * as rosterSavedFilters from '#modules/roster/saved-filters/contract.ts';
import type * as rescheduling from '#modules/rescheduling/changes/contract.ts';
import type * as dayOverrides from '#modules/rescheduling/day-overrides/contract.ts';
import type * as weekly from '#modules/rescheduling/weekly/contract.ts';
import type * as timetableChanges from '#modules/timetable/changes/contract.ts';
import type * as timetableDay from '#modules/timetable/day/contract.ts';
import type * as timetableLessons from '#modules/timetable/lessons/contract.ts';
import type * as timetableWeek from '#modules/timetable/week/contract.ts';
import type * as rosterStudyGroups from '#modules/roster/study-group/contract.ts';
import type { ApiOf } from '#platform/contract.ts';
import type * as realtime from '#platform/realtime/contract.ts';

/**
 * Every endpoint under its key, `'PUT /api/…'`. Types only: nothing of a contract, and so nothing
 * of the server, reaches the browser bundle. A new `contract.ts` gets its two lines here.
 */
export type Api = ApiOf<typeof curriculumSubjects> &
  ApiOf<typeof consentsOffice> &
  ApiOf<typeof consentsPurposes> &
  ApiOf<typeof diaryMarks> &
  ApiOf<typeof diaryTimetable> &
  ApiOf<typeof onboardingLinkRequests> &
  ApiOf<typeof diaryWeek> &
  ApiOf<typeof homeworkAssignments> &
  ApiOf<typeof homeworkFiles> &
  ApiOf<typeof homeworkTicks> &
  ApiOf<typeof identityAccessSlips> &
  ApiOf<typeof identityEmployment> &
  ApiOf<typeof identityRoles> &
  ApiOf<typeof identitySecondFactor> &
  ApiOf<typeof identitySessions> &
  ApiOf<typeof integrationsTableFiles> &
  ApiOf<typeof integrationsImportUndo> &
  ApiOf<typeof integrationsUploads> &
  ApiOf<typeof journalAbsenceReasons> &
  ApiOf<typeof journalAttendance> &
  ApiOf<typeof journalClassDay> &
  ApiOf<typeof journalCompleteness> &
  ApiOf<typeof journalFinalMarks> &
  ApiOf<typeof journalLessonCopy> &
  ApiOf<typeof journalLessonRecord> &
  ApiOf<typeof journalMarks> &
  ApiOf<typeof journalPages> &
  ApiOf<typeof journalPeriodLocks> &
  ApiOf<typeof journalTeacherDay> &
  ApiOf<typeof journalWorks> &
  ApiOf<typeof journalSettingsPreview> &
  ApiOf<typeof organisationBells> &
  ApiOf<typeof organisationMarkScales> &
  ApiOf<typeof organisationSchool> &
  ApiOf<typeof organisationYears> &
  ApiOf<typeof setupChecklist> &
  ApiOf<typeof setupScales> &
  ApiOf<typeof rosterClasses> &
  ApiOf<typeof rosterGuardianship> &
  ApiOf<typeof rosterLoad> &
  ApiOf<typeof rosterMovement> &
  ApiOf<typeof rosterPeople> &
  ApiOf<typeof rosterPerson> &
  ApiOf<typeof rosterSavedFilters> &
  ApiOf<typeof rescheduling> &
  ApiOf<typeof dayOverrides> &
  ApiOf<typeof weekly> &
  ApiOf<typeof timetableChanges> &
  ApiOf<typeof timetableDay> &
  ApiOf<typeof timetableLessons> &
  ApiOf<typeof timetableWeek> &
  ApiOf<typeof rosterStudyGroups> &
  ApiOf<typeof realtime>;
