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
