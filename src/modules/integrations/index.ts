export {
  importRoster,
  NotReady,
  type ImportFile,
  type RosterOutcome,
} from './roster-import/import-roster.ts';
export { isError, type RosterFault } from './roster-file/fault.ts';
export type { Difference } from './roster-import/difference.ts';
export { importTimetable, type TimetableOutcome } from './timetable-import/import-timetable.ts';
export { undoLastImport, type ImportUndo } from './import-undo/commands.ts';
export { stopsImport, type Finding } from './timetable-import/finding.ts';
export type { NameMap } from './timetable-import/match.ts';
export type { ImportWords } from './words/ru.ts';
export {
  backText,
  differenceSentence,
  faultSentence,
  findingSentence,
  keptText,
  undoPlace,
  unreadableSentence,
} from './words/sentences.ts';
export { importWords } from './words/words.ts';
