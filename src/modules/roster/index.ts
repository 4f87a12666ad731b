export { endGuardianship } from './guardianship/commands.ts';
export {
  addressName,
  formatSnils,
  fullName,
  listName,
  matchingName,
  sameNames,
  shortName,
  snilsControl,
  snilsDigits,
  sortKey,
  type PersonNames,
} from './person/rules.ts';
export { className, parseClassName, type ClassName } from './school-class/rules.ts';
