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
export { addLessons, rescheduleLessons, retireLessons, type LessonRow } from './lessons/commands.ts';
export { lessonsBetween, type KnownLesson } from './lessons/queries.ts';
export { addTemplate, changeTemplates, templatesOfYear, type Template } from './templates/commands.ts';
