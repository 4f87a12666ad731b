export { followYear, type YearFollowed } from './year/commands.ts';
