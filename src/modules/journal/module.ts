import { undoMovementEndpoint } from '#modules/roster/index.ts';
import type { Module } from '#platform/platform.ts';
import { setAbsenceReason } from './absence-reasons/contract.ts';
import { absenceReasonRoutes } from './absence-reasons/routes.ts';
import { takeAttendance } from './attendance/contract.ts';
import { attendanceRoutes } from './attendance/routes.ts';
import { getClassAbsences, getClassDay } from './class-day/contract.ts';
import { classDayRoutes } from './class-day/routes.ts';
import { getCompleteness, listFewMarks, listHeldLessons } from './completeness/contract.ts';
import { completenessRoutes } from './completeness/routes.ts';
import { setFinalMarks } from './final-marks/contract.ts';
import { finalMarksRoutes } from './final-marks/routes.ts';
import { listCopyTargets } from './lesson-copy/contract.ts';
import { lessonCopyRoutes } from './lesson-copy/routes.ts';
import { recordLesson } from './lesson-record/contract.ts';
import { lessonRecordRoutes } from './lesson-record/routes.ts';
import { getMarkRevisions, setMarks } from './marks/contract.ts';
import { marksRoutes } from './marks/routes.ts';
import { movementRoutes } from './movement/routes.ts';
import { getJournalPage, listJournalPages } from './pages/contract.ts';
import { rememberFacts } from './pages/known-facts.ts';
import { pageRoutes } from './pages/routes.ts';
import { listPeriodLocks, lockPeriod, openPeriod } from './period-locks/contract.ts';
import { periodLockRoutes } from './period-locks/routes.ts';
import { getTeacherDay } from './teacher-day/contract.ts';
import { teacherDayRoutes } from './teacher-day/routes.ts';
import { previewScale, previewSettings } from './settings-preview/contract.ts';
import { settingsPreviewRoutes } from './settings-preview/routes.ts';
import { setWork } from './works/contract.ts';
import { worksRoutes } from './works/routes.ts';

export const journalModule: Module = {
  name: 'journal',
  endpoints: [
    listJournalPages,
    getJournalPage,
    setMarks,
    getMarkRevisions,
    setWork,
    takeAttendance,
    recordLesson,
    listCopyTargets,
    setFinalMarks,
    setAbsenceReason,
    getClassDay,
    getClassAbsences,
    getCompleteness,
    listHeldLessons,
    listFewMarks,
    listPeriodLocks,
    lockPeriod,
    openPeriod,
    getTeacherDay,
    previewSettings,
    previewScale,
    undoMovementEndpoint,
  ],
  routes: [
    ...pageRoutes,
    ...marksRoutes,
    ...worksRoutes,
    ...attendanceRoutes,
    ...lessonRecordRoutes,
    ...lessonCopyRoutes,
    ...settingsPreviewRoutes,
    ...finalMarksRoutes,
    ...absenceReasonRoutes,
    ...classDayRoutes,
    ...completenessRoutes,
    ...periodLockRoutes,
    ...teacherDayRoutes,
    ...movementRoutes,
  ],
  start: rememberFacts,
};
