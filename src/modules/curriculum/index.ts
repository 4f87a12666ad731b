export { seedCurriculum } from './defaults/commands.ts';
export {
  defaultSubjects,
  defaultWorkTypes,
  extracurricularSubjects,
  type SubjectKey,
  type WorkTypeKey,
} from './defaults/rules.ts';
export { addSubjects } from './subjects/commands.ts';
export { schoolSubjects, type Subject } from './subjects/queries.ts';
export { subjectFinder } from './subjects/rules.ts';
