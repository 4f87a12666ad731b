export {
  clashes,
  datedLessons,
  type Bell,
  type BellsOfDay,
  type Clash,
  type DatedLesson,
  type Occupation,
  type TemplateCard,
} from './lessons/rules.ts';
export { lessonsOff, retimeByBells } from './lessons/frame-commands.ts';
export {
  addLessons,
  rescheduleLessons,
  retimeLessons,
  retireLessons,
  writeLessonPlan,
  type LessonRow,
} from './lessons/commands.ts';
export {
  calendarOf,
  isCycleFlipped,
  lessonsOf,
  pairLessons,
  type LessonPlan,
  type Span,
} from './lessons/pair-rules.ts';
export { lessonsBetween, type KnownLesson } from './lessons/queries.ts';
export { changeTemplates, templatesOfYear, writeTemplates, type Template } from './templates/commands.ts';
export {
  clashesOfWeek,
  minutesOfNumber,
  type PlacedOnWeek,
  type WeekClash,
} from './templates/clash-rules.ts';
export { clashesOfClass } from './templates/week-rules.ts';
export { cardKey, isSameWeek, turnTemplates, type TemplateTurn } from './templates/rules.ts';
export { actFacts } from './changes/act-queries.ts';
export { changeFacts, holdTimetable } from './changes/change-queries.ts';
export { newClashes, type NewClash } from './changes/clash-rules.ts';
export { recordAbsence, undoAct, writeChanges, type ActHead, type WrittenAct } from './changes/commands.ts';
export type { ChangeFacts } from './changes/plan-facts.ts';
export { planChanges, type ChangePlan, type WantedChange } from './changes/plan-rules.ts';
export { changesPolicy } from './changes/policy.ts';
export { publicReasonSql, standingChangeSql } from './changes/standing-queries.ts';
export { newClashesOfDays } from './day-overrides/clash-rules.ts';
export type { Calendar, DayLesson, DaysFacts, Turn } from './day-overrides/facts.ts';
export { daysFacts } from './day-overrides/facts-queries.ts';
export { planDays, type DaysPlan } from './day-overrides/plan-rules.ts';
export { timetablePolicy } from './week/policy.ts';
export { planUndo, type ActFacts } from './changes/undo-rules.ts';
