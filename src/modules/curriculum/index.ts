export { seedCurriculum } from './defaults/commands.ts';
export {
  defaultSubjects,
  defaultWorkTypes,
  extracurricularSubjects,
  type SubjectKey,
  type WorkTypeKey,
} from './defaults/rules.ts';
export { addSubjects, retireSubjects } from './subjects/commands.ts';
export { retiredSubjects, schoolSubjects, type Subject } from './subjects/queries.ts';
export { subjectFinder } from './subjects/rules.ts';
