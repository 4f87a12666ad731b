export { Timetable as Island } from './Timetable.tsx';
