export { newSetUpCode } from './first-run/code-commands.ts';
export { createSchool, type MadeSchool, type SchoolToMake } from './first-run/commands.ts';
export { isOgrn, isTimeZone, schoolKinds } from './first-run/rules.ts';
