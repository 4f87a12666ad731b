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
export { lessonsOff, retimeLessons } from './lessons/frame-commands.ts';
export { addLessons, rescheduleLessons, retireLessons, type LessonRow } from './lessons/commands.ts';
export { lessonsBetween, type KnownLesson } from './lessons/queries.ts';
export { addTemplate, changeTemplates, templatesOfYear, type Template } from './templates/commands.ts';
export { actFacts } from './changes/act-queries.ts';
export { changeFacts } from './changes/change-queries.ts';
export { newClashes, type NewClash } from './changes/clash-rules.ts';
export { recordAbsence, undoAct, writeChanges, type ActHead, type WrittenAct } from './changes/commands.ts';
export type { ChangeFacts } from './changes/plan-facts.ts';
export { planChanges, type ChangePlan, type WantedChange } from './changes/plan-rules.ts';
export { changesPolicy } from './changes/policy.ts';
export { publicReasonSql, standingChangeSql } from './changes/standing-queries.ts';
export { planUndo, type ActFacts } from './changes/undo-rules.ts';
