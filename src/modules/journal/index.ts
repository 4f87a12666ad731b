export { hasFinalMarks } from './final-marks/frame-queries.ts';
export { entriesAndLocks, type EntriesAndLocks } from './pages/entry-queries.ts';
export { scaleUse } from './scale-use/queries.ts';
export { entriesSince, type AskedEntries, type FoundEntries } from './movement/since-queries.ts';
