export { entriesAndLocks, type EntriesAndLocks } from './pages/entry-queries.ts';
